"""Row ``thousand``: a first build of 1,000 projects, its memory, and a cold build after one of them has changed.

The projects come from the three starters, under git; each has contract, minutes, evaluation, blank evaluation form and summary.
Peer: a plain script that reads the same YAML and makes contract, minutes and evaluation with docxtpl and the summary with
reportlab, templates and fonts kept, in one process. Its text is that of the first project's documents, given as data; it
derives nothing and checks nothing. Rates count documents, so the blank form that it does not make gives it no handicap.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import pages
import workspaces
from cold import command
from facts import of, write
from measure import PEERS, ROOT, Line, Setting, Unavailable, bounded, missing
from memory import Done, run_measured

FULL, SMALL, SCRIPT = 1000, 200, 60
PATIENCE = 20
"""Seconds of builds of one change after which no further one is timed."""


def thousand(setting: Setting) -> Iterator[Line]:
    """Yield documents per second, memory at 1,000 against 200 projects, and the cold build of one change."""
    small, large = setting.count(SMALL, 3), setting.count(FULL, 6)
    roots = {count: setting.scratch / f"of-{count}" for count in (small, large)}
    files = {count: workspaces.make(root, count) for count, root in roots.items()}
    done = {}
    for count, root in roots.items():
        workspaces.commit(root)
        done[count] = _built(setting, root)
    rate = _count(roots[large]) / done[large].seconds
    theirs, reason = _script(setting, roots[large], files[large][0])
    what = f"{large:,} projects, first build"
    goal, note = "≥ 60 documents/s", f"{_count(roots[large]):,} documents, {done[large].seconds:.0f} s"
    yield Line(what, rate, "documents/s", goal=goal, met=rate >= 60, note=note)
    if theirs:
        yield Line(what, rate, "documents/s", "docxtpl + reportlab script", theirs, rate / theirs)
    else:
        yield missing(what, "docxtpl + reportlab script", reason)
    ratio = done[large].peak / done[small].peak
    peer = f"at {small:,} projects"
    yield Line(
        f"memory at {large:,} projects",
        done[large].peak,
        "MB",
        peer,
        done[small].peak,
        ratio,
        "flat: ≤ 1.25×",
        ratio <= 1.25,
    )
    yield from _one_changed(setting, roots[large], files[large][0])


def _built(setting: Setting, root: Path) -> Done:
    return run_measured(setting.jiayi("build", "-q"), root)


def _count(root: Path) -> int:
    return sum(file.suffix in (".docx", ".pdf") for file in (root / "output").rglob("*"))


def _script(setting: Setting, root: Path, first: Path) -> tuple[float, str]:
    """Return the script's documents per second, or 0 and why there are none."""
    inputs = setting.scratch / "inputs"
    inputs.mkdir()
    (inputs / "fonts").symlink_to(ROOT / "templates" / "fonts")
    for kind in ("contract", "minutes", "evaluation"):
        facts = of(root, first, kind)
        write(facts, "docxtpl", inputs / f"{kind}.docx")
        (inputs / f"{kind}.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    (inputs / "summary.json").write_text(
        json.dumps(pages.of(root, first), ensure_ascii=False), encoding="utf-8"
    )
    words = [setting.peer_python, str(PEERS / "many_script.py"), str(inputs), str(root / "specs")]
    try:
        said = run_measured([*words, str(setting.scratch / "script"), str(setting.count(SCRIPT, 3))]).said
    except (Unavailable, OSError) as error:
        return 0.0, str(error)
    answer = json.loads(said.splitlines()[-1])
    return answer["documents"] / answer["seconds"], ""


def _one_changed(setting: Setting, root: Path, file: Path) -> Iterator[Line]:
    build = command(setting.jiayi("build"), root)
    text, taken = file.read_text(encoding="utf-8"), []
    document = next((root / "output" / file.stem).glob("合同_*.docx"))
    for step in range(1, setting.count(5) + 1):
        if sum(taken) > PATIENCE:
            break
        before = document.read_bytes()
        file.write_text(workspaces.with_step(text, step)[0], encoding="utf-8")
        begun = time.perf_counter()
        build()
        taken.append(time.perf_counter() - begun)
        if document.read_bytes() == before:
            raise Unavailable("the changed project's contract was not rewritten")
    yield bounded("of these one changed, cold build", statistics.median(taken), "s", 0.5)
