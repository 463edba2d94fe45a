"""Programs that watch a file and rewrite a document: ours, and the peers with the same contract."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import workspaces
from facts import Facts, of, write
from measure import PEERS, ROOT, Setting, Unavailable, first_line

PROJECTS = 200
FONTS = ROOT / "templates" / "fonts"


@dataclass(frozen=True, slots=True)
class Watcher:
    """A program to be started in ``folder``: ``text`` returns what to write to ``source`` for a step and what ``target`` then holds."""

    name: str
    version: str
    command: tuple[str, ...]
    folder: Path
    source: Path
    target: Path
    text: Callable[[int], tuple[str, str]]
    holds: Callable[[bytes, str], bool]


def in_word(body: bytes, amount: str) -> bool:
    """Return whether a Word file is whole and prints ``amount``, its header included."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            parts = [name for name in package.namelist() if re.match(r"word/(document|header)", name)]
            return any(amount.encode() in package.read(name) for name in parts)
    except zipfile.BadZipFile:
        return False


def in_pdf(body: bytes, amount: str) -> bool:
    """Return whether a PDF is whole and prints ``amount`` on its first page."""
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    if b"%%EOF" not in body[-32:]:
        return False
    try:
        return amount in PdfReader(io.BytesIO(body)).pages[0].extract_text()
    except (PyPdfError, ValueError, IndexError):
        return False


def ours(setting: Setting) -> Watcher:
    """Return ``jiayi watch`` over a workspace that is built and under git; the first of its projects is the one that changes."""
    root = setting.scratch / "jiayi"
    files = workspaces.make(root, setting.count(PROJECTS, 4))
    workspaces.commit(root)
    run(setting.jiayi("build", "-q"), root)
    text = files[0].read_text(encoding="utf-8")
    return Watcher(
        "jiayi watch",
        "",
        tuple(setting.jiayi("watch")),
        root,
        files[0],
        next((root / "output" / files[0].stem).glob("合同_*.docx")),
        lambda step: workspaces.with_step(text, step),
        in_word,
    )


def script(setting: Setting) -> Watcher:
    """Return the naive script beside the same project."""
    root, project, facts = _peer_folder(setting, "script")
    template = write(facts, "docxtpl", root / "template.docx")
    text = project.read_text(encoding="utf-8")
    target = root / "contract.docx"
    return Watcher(
        "watchdog script, docxtpl",
        _version(setting, "docxtpl"),
        (
            setting.peer_python,
            str(PEERS / "watch_script.py"),
            *map(str, (project, template, root / "facts.json", target)),
        ),
        root,
        project,
        target,
        lambda step: workspaces.with_step(text, step),
        in_word,
    )


def typst(setting: Setting) -> Watcher:
    """Return typst with a kept compiler; the sum stands in its data file."""
    root, _, facts = _peer_folder(setting, "typst")
    template = Path(shutil.copy(PEERS / "contract.typ", root))
    data, target = root / "facts.json", root / "contract.pdf"

    def text(step: int) -> tuple[str, str]:
        amount = f"{480000 + 6 * step:,}.00"
        return json.dumps({**facts, "number": amount}, ensure_ascii=False), amount

    return Watcher(
        "typst, kept",
        _version(setting, "typst"),
        (setting.peer_python, str(PEERS / "watch_typst.py"), *map(str, (template, data, FONTS, target))),
        root,
        data,
        target,
        text,
        in_pdf,
    )


def rendercv(setting: Setting) -> Watcher:
    """Return RenderCV: the articles as sections of a CV, PDF alone; its icons need a package from the net and are left out."""
    root, _, facts = _peer_folder(setting, "rendercv")
    program = str(Path(setting.peer_python).with_name("rendercv"))
    run([program, "new", "Bench"], root)
    for file in (root / "classic").glob("*.typ"):
        kept = file.read_text(encoding="utf-8")
        icons = r'#import "@preview/fontawesome.*'
        file.write_text(re.sub(icons, "#let fa-icon(..given) = []", kept), encoding="utf-8")
    shutil.copytree(FONTS, root / "fonts")
    source, target = root / "cv.yaml", root / "cv.pdf"
    sections = _sections(facts)

    def text(step: int) -> tuple[str, str]:
        amount = f"{480000 + 6 * step:,}.00"
        entry = {"cv": {"name": f"Bench {amount}", "sections": sections}, "design": {"theme": "classic"}}
        return json.dumps(entry, ensure_ascii=False, indent=1), amount

    source.write_text(text(0)[0], encoding="utf-8")
    quiet = ("--dont-generate-markdown", "--dont-generate-html", "--dont-generate-png")
    command = (program, "render", source.name, "--pdf-path", target.name, *quiet, "--watch")
    return Watcher(
        "RenderCV --watch", _version(setting, "rendercv"), command, root, source, target, text, in_pdf
    )


def _sections(facts: Facts) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for number, article in enumerate(facts["articles"]):
        texts = [
            line
            for clause in article["clauses"]
            for line in (clause["text"], *(point["text"] for point in clause["points"]))
        ]
        if texts:
            sections[f"{number} {article['heading']}"] = texts
    for name, head in facts["heads"].items():
        sections[name] = ["　".join(head), *("　".join(row.values()) for row in facts[name])]
    return sections


def _peer_folder(setting: Setting, name: str) -> tuple[Path, Path, Facts]:
    root = setting.scratch / name
    project = workspaces.make(root, 1)[0]
    facts = of(root, project, "contract")
    (root / "facts.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    return root, project, facts


def _version(setting: Setting, package: str) -> str:
    code = f"from importlib.metadata import version; print(version({package!r}))"
    return run([setting.peer_python, "-c", code], ROOT).strip()


def run(words: list[str], folder: Path) -> str:
    """Return what a command prints; raises :class:`Unavailable` where it fails."""
    try:
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as error:
        raise Unavailable(str(error)) from None
    if done.returncode:
        raise Unavailable(f"{Path(words[0]).name} {words[1]}: {first_line(done.stderr or done.stdout)}")
    return done.stdout
