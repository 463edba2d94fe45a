"""Rows ``cold-*``: commands from nothing to their end, each in a process of its own, in turn with their peers.

The builds run in a copy of this repository's three samples under git. Beside them ``python -c "import docx"``, which is what
any program in Python pays that opens a Word file, and for one contract a docxtpl script: it reads the same YAML with libyaml,
has the contract's words as JSON, renders one template, and checks nothing.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import workspaces
from facts import sample, write
from measure import PEERS, ROOT, Line, Setting, at_most, command_times, first_line, missing

SAMPLE = ROOT / "specs" / "service-desk-outsourcing.yaml"
BARE = "python -c 'import docx'"


class Broken(Exception):  # noqa: N818  (it is a reason, printed in the table)
    """A command ended with an exit code that it should not have; the text is what it said."""


def command(words: Sequence[str], folder: Path = ROOT) -> Callable[[], str]:
    """Return an action that runs ``words`` in ``folder`` and gives back what it printed; it fails where they do."""

    def action() -> str:
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Broken(f"{' '.join(words[1:4])} ended with {done.returncode}: {first_line(done.stderr)}")
        return done.stdout

    return action


def check(setting: Setting) -> Iterator[Line]:
    """Yield a cold ``jiayi check`` of one sample beside importing what it is built on."""
    base = "import jinja2, yaml, jsonschema"
    medians = _medians(
        {
            "ours": command(setting.jiayi("check", str(SAMPLE))),
            "base": command([setting.python, "-c", base]),
        },
        setting.count(11),
    )
    yield at_most("cold check of one sample", medians["ours"], f"python -c '{base}'", medians["base"], 3)


def build(setting: Setting) -> Iterator[Line]:
    """Yield a cold ``jiayi build`` of three samples with nothing to do."""
    root = _copy(setting)
    ours = command(setting.jiayi("build"), root)
    ours()
    base = command([setting.python, "-c", "import docx"])
    medians = _medians({"ours": ours, "base": base}, setting.count(11))
    yield at_most("cold build, nothing stale, 3 samples", medians["ours"], BARE, medians["base"], 0.7)


def one(setting: Setting) -> Iterator[Line]:
    """Yield a cold ``jiayi build --only contract`` where one of three samples has changed."""
    root = _copy(setting)
    source = root / "specs" / SAMPLE.name
    text, build_one = source.read_text(encoding="utf-8"), setting.jiayi("build")
    command(build_one, root)()
    steps = iter(range(1, 1000))
    contract = next((root / "output").glob("service-desk*/合同_*.docx"))
    rebuild = command([*build_one, "--only", "contract"], root)

    def ours() -> None:
        before = contract.read_bytes()
        source.write_text(_changed(text, next(steps)), encoding="utf-8")
        rebuild()
        if contract.read_bytes() == before:
            raise Broken("the contract was not rewritten")

    actions: dict[str, Callable[[], object]] = {
        "ours": ours,
        "base": command([setting.python, "-c", "import docx"]),
        "script": _script(setting, source),
    }
    what, absent = "cold build --only contract, one stale", None
    try:
        actions["script"]()
    except (Broken, OSError) as error:
        absent = error
        del actions["script"]
    medians = _medians(actions, setting.count(11))
    yield at_most(what, medians["ours"], BARE, medians["base"], 1.2)
    if absent is not None:
        yield missing(what, "docxtpl, one contract", absent)
    else:
        yield at_most(what, medians["ours"], "docxtpl, one contract", medians["script"], None)


def _medians(actions: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    taken = command_times(actions, rounds)
    return {name: statistics.median(times) for name, times in taken.items()}


def _copy(setting: Setting) -> Path:
    root = setting.scratch / "workspace"
    root.mkdir()
    shutil.copy(ROOT / "jiayi.yaml", root)
    shutil.copytree(ROOT / "specs", root / "specs")
    workspaces.commit(root)
    return root


def _changed(text: str, step: int) -> str:
    """Return the project with another telephone number of party B, which the contract prints."""
    changed = re.sub(r"(?m)^(    phone: \d+-\d+-)\d{4}$", rf"\g<1>{step:04}", text, count=1)
    assert changed != text
    return changed


def _script(setting: Setting, source: Path) -> Callable[[], object]:
    facts = sample()
    data = setting.scratch / "facts.json"
    data.write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    template = write(facts, "docxtpl", setting.scratch / "template.docx")
    target = setting.scratch / "contract.docx"
    program = str(PEERS / "one_docxtpl.py")
    return command([setting.peer_python, program, *map(str, (source, template, data, target))])
