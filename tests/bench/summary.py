"""Row ``summary``: a warm summary PDF beside reportlab's platypus, typst (fresh and kept) and fpdf2.

Equal: the sample's summary as jiayi words it (headings, paragraphs, tables, and the trend of each indicator as a plot), A4 with
the same margins, the same two embedded Noto Sans SC faces, header with the number that each document has anew, footer with
the page. Not equal: jiayi also derives the figures, chooses the words, and draws tiles, a risk matrix, bars and a timeline
where the peers get plain tables; typst's kept compiler remembers what it laid out, and only the number changes.
"""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pages
from measure import (
    PEERS,
    ROOT,
    Field,
    Line,
    Program,
    Setting,
    Unavailable,
    bounded,
    enter,
    faster,
    in_turn,
    missing,
)

GOALS = {"platypus": None, "typst, fresh": 1.0, "typst, kept": None, "fpdf2": None}
MOST = 25


def summary(setting: Setting) -> Iterator[Line]:
    """Yield the lines of one summary."""
    with ExitStack() as stack:
        one = enter(stack, _programs(setting))
        counts = _verified(one, setting.scratch)
        in_turn(one, setting.count(5), setting.count(4), setting.count(6))
        ours = one.median("jiayi")
        yield bounded(f"summary .pdf, warm ({counts['jiayi']} pages)", ours, "ms", MOST)
        for name, goal in GOALS.items():
            try:
                note = f"its pages: {counts[name]}" if name in counts else ""
                yield faster("summary .pdf, warm", ours, one.label(name), one.median(name), goal, note=note)
            except Unavailable as error:
                yield missing("summary .pdf, warm", name, error)


def _programs(setting: Setting) -> tuple[Program, ...]:
    facts = setting.scratch / "facts.json"
    facts.write_text(json.dumps(pages.sample(), ensure_ascii=False), encoding="utf-8")
    template = Path(shutil.copy(PEERS / "summary.typ", setting.scratch))
    fonts = str(ROOT / "templates" / "fonts")

    def peer(name: str, *words: str) -> Program:
        return Program(name, [setting.peer_python, *words])

    return (
        Program("jiayi", [setting.python, str(PEERS / "summary_jiayi.py"), str(ROOT), str(pages.SAMPLE)]),
        peer("platypus", str(PEERS / "summary_platypus.py"), str(facts), fonts),
        peer("typst, fresh", str(PEERS / "summary_typst.py"), "fresh", str(template), fonts),
        peer("typst, kept", str(PEERS / "summary_typst.py"), "kept", str(template), fonts),
        peer("fpdf2", str(PEERS / "summary_fpdf2.py"), str(facts), fonts),
    )


def _verified(one: Field, folder: Path) -> dict[str, int]:
    """Return how many pages each engine makes; one that prints no number or fails is set aside with the reason."""
    from pypdf import PdfReader  # noqa: PLC0415

    counts = {}
    for name, program in tuple(one.programs.items()):
        path = folder / f"{name.replace(', ', '-')}.pdf"
        try:
            program.ask(save=str(path))
            reader = PdfReader(io.BytesIO(path.read_bytes()))
            if "HT-0000" not in reader.pages[0].extract_text():
                raise Unavailable("its first page does not bear the number")
            counts[name] = len(reader.pages)
        except Unavailable as error:
            one.absent[name] = str(error)
            del one.programs[name]
    return counts
