"""Rows ``contract`` and ``contract-long``: a warm contract draft beside docxtpl, rust-docxtpl, docxtemplater and carbone.

Equal: every engine stays warm in a process of its own and gets the same plain data, the text of the sample's contract as
jiayi prints it (about 14 pages: articles, clauses, points, ten tables), and a template of the same form with Word's own
numbering, header and footer, written by ``facts.py``; ours is the very file that docxtpl gets. Each document bears another
number, so that nothing can be kept as a whole, and is finished as bytes in memory; before anything is timed, one document of
each is read back and must hold every text. Not equal: Python against Node; docxtemplater parses its template for each
document (an instance renders once), carbone reads and parses the file each time (it keeps none); both by their own rules.

The line “clauses written anew” is the product's own contract: more work than the peers have, for it also chooses the
clauses, evaluates their texts, numbers articles, keeps references and refuses holes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from facts import SAMPLE, Facts, longer, printed, sample, texts, write
from measure import PEERS, ROOT, Field, Line, Program, Setting, Unavailable, enter, faster, in_turn, missing

GOALS = {"docxtpl": 20.0, "rust-docxtpl": None, "docxtemplater": 10.0, "carbone": 8.0}
"""How many times as fast as the peer a warm contract has to be."""
LONG = 10


def short(setting: Setting) -> Iterator[Line]:
    """Yield the lines of one contract draft."""
    facts = sample()
    with ExitStack() as stack:
        one = _started(stack, setting, facts, "short")
        own = Program("product", _own(setting, ROOT, SAMPLE))
        one.programs["product"] = stack.enter_context(own)
        in_turn(one, setting.count(6), setting.count(6), setting.count(25))
        ours = one.median("jiayi")
        for name, goal in GOALS.items():
            yield _line("contract .docx, warm", one, ours, name, goal)
        for name in GOALS:
            yield _line("contract .docx, warm, clauses written anew", one, one.median("product"), name, None)


def long(setting: Setting) -> Iterator[Line]:
    """Yield how the cost grows with a contract ten times as long, for us and for the peers."""
    facts = sample()
    with ExitStack() as stack:
        small = _started(stack, setting, facts, "small")
        large = _started(stack, setting, longer(facts, LONG), "large")
        for _ in range(setting.count(4)):
            in_turn(small, 1, setting.count(6), setting.count(10))
            in_turn(large, 1, setting.count(2), 1)
        ours = large.median("jiayi")
        growth = ours / small.median("jiayi")
        yield Line(
            "contract ×10 long: cost grows", growth, "×", goal="≤ 6 ×", met=growth <= 6, note=f"{ours:.1f} ms"
        )
        for name in GOALS:
            goal = 10.0 if name == "carbone" else None
            yield _line("contract ×10 long, warm", large, ours, name, goal, _growth(small, large, name))


def _growth(small: Field, large: Field, name: str) -> str:
    if name in small.absent or name in large.absent:
        return ""
    return f"its own cost grows {large.median(name) / small.median(name):.1f} ×"


def _line(what: str, one: Field, ours: float, name: str, goal: float | None, note: str = "") -> Line:
    try:
        return faster(what, ours, one.label(name), one.median(name), goal, note=note)
    except Unavailable as error:
        return missing(what, name, error)


def _own(setting: Setting, *paths: Path) -> list[str]:
    return [setting.python, str(PEERS / "contract_jiayi.py"), *map(str, paths)]


def _started(stack: ExitStack, setting: Setting, facts: Facts, label: str) -> Field:
    """Return all engines, started on ``facts``; one whose document lacks a text is not among them."""
    folder = setting.scratch / f"contract-{label}"
    folder.mkdir()
    data = folder / "facts.json"
    data.write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    files = {
        name: write(facts, name, folder / f"{name}.docx") for name in ("docxtpl", "docxtemplater", "carbone")
    }
    plain = [str(PEERS / "contract_docxtpl.py"), str(files["docxtpl"]), str(data)]
    node = {
        name: Program(name, ["node", str(PEERS / "contract.mjs"), name, str(files[name]), str(data)])
        for name in ("docxtemplater", "carbone")
    }
    one = enter(
        stack,
        (
            Program("jiayi", _own(setting, files["docxtpl"], data)),
            Program("docxtpl", [setting.peer_python, *plain]),
            Program("rust-docxtpl", [setting.rust_python, *plain]),
            *node.values(),
        ),
    )
    _verify(one, facts, folder)
    return one


def _verify(one: Field, facts: Facts, folder: Path) -> None:
    wanted = texts(facts)
    for name, program in tuple(one.programs.items()):
        path = folder / f"{name}-made.docx"
        try:
            program.ask(save=str(path))
            got = printed(path)
            if got != wanted:
                raise Unavailable(f"its document holds {len(got)} texts instead of {len(wanted)}")
        except Unavailable as error:
            one.absent[name] = str(error)
            del one.programs[name]
