"""The sample's summary as plain data: headings, paragraphs, tables and plots, for engines that lay out pages themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from measure import ROOT

SAMPLE = ROOT / "specs" / "service-desk-outsourcing.yaml"
Facts = dict[str, Any]


def sample() -> Facts:
    """Return the facts of the sample's summary."""
    return of(ROOT, SAMPLE)


def of(root: Path, path: Path) -> Facts:
    """Return title, number and blocks of a project's summary; its words are those that the product prints.

    Blocks have a ``kind``: ``heading``, ``text``, ``table`` (``head``, ``rows``, ``shares`` of the width) and ``plot``
    (``name``, ``labels``, ``values`` with ``None`` where there is none, ``target``). Tiles, the risk matrix, bars and the
    timeline become tables.
    """
    from generator.documents import summary  # noqa: PLC0415
    from generator.documents.kind import Job, Provenance  # noqa: PLC0415
    from generator.documents.summary.document import document as document_of  # noqa: PLC0415
    from generator.load import load_project, open_workspace  # noqa: PLC0415

    workspace = open_workspace(root)
    project = load_project(workspace, path).project
    assert project is not None
    origin = Provenance(datetime(2026, 1, 1, tzinfo=UTC), "", "", "bench")
    job = Job(project, summary.KIND.items(project)[0], "zh-CN", workspace.library, origin)
    document = document_of(job)
    return {
        "title": project.project.name,
        "number": project.contract.number,
        "blocks": [plain for block in document.blocks for plain in _plain(block)],
    }


def _plain(block: object) -> Iterator[Facts]:
    made = {
        "Title": _title,
        "Heading": _heading,
        "Prose": _text,
        "Item": _text,
        "Table": _table,
        "Tiles": _tiles,
        "RiskMatrix": _matrix,
        "TrendChart": _trend,
        "BarChart": _bars,
        "Timeline": _timeline,
        "Together": lambda together: _plain(together.block),
    }
    if type(block).__name__ in ("Space", "PageBreak"):
        return iter(())
    return made[type(block).__name__](block)


def _words(content: Any) -> str:
    from generator.render.pdf.text import runs  # noqa: PLC0415

    return "".join(run.text for run in runs(content))


def _title(block: Any) -> Iterator[Facts]:
    yield {"kind": "heading", "level": 1, "text": _words(block.content)}
    subtitle = _words(getattr(block, "subtitle", ""))
    if subtitle:
        yield {"kind": "text", "text": subtitle}


def _heading(block: Any) -> Iterator[Facts]:
    yield {"kind": "heading", "level": block.level + 1, "text": _words(block.content)}


def _text(block: Any) -> Iterator[Facts]:
    mark = getattr(block, "mark", "")
    yield {"kind": "text", "text": f"{mark} {_words(block.content)}".strip()}


def _sheet(head: list[str], rows: list[list[str]], shares: list[float] | None = None) -> Facts:
    return {"kind": "table", "head": head, "rows": rows, "shares": shares or [1.0] * len(head)}


def _table(block: Any) -> Iterator[Facts]:
    rows = []
    for row in block.rows:
        texts: list[str] = []
        for cell in row:
            content, span = (cell.content, cell.span) if hasattr(cell, "span") else (cell, 1)
            texts += [_words(content), *[""] * (span - 1)]
        rows.append(texts)
    head = [_words(column.title) for column in block.columns]
    yield _sheet(head, rows, [float(column.share) for column in block.columns])


def _tiles(block: Any) -> Iterator[Facts]:
    rows = [[tile.value for tile in block.tiles], [_words(tile.note) for tile in block.tiles]]
    yield _sheet([tile.label for tile in block.tiles], rows)


def _matrix(block: Any) -> Iterator[Facts]:
    rows = []
    for row, name in enumerate(block.likelihood):
        cells = [name]
        for column in range(len(block.consequence)):
            here = [risk.name for risk in block.risks if risk.current == (row + 1, column + 1)]
            cells.append(" ".join((block.levels[row][column].text, *here)))
        rows.append(cells)
    yield _sheet([block.likelihood_title, *block.consequence], rows)


def _trend(block: Any) -> Iterator[Facts]:
    for series in block.series:
        yield {
            "kind": "plot",
            "name": series.name,
            "labels": list(block.periods),
            "values": [None if point.value is None else float(point.value) for point in series.points],
            "target": None
            if series.target is None or series.target.value is None
            else float(series.target.value),
        }


def _bars(block: Any) -> Iterator[Facts]:
    rows = [[bar.name, bar.actual.text, bar.target.text if bar.target else ""] for bar in block.bars]
    yield _sheet([block.words.actual, block.words.actual, block.words.target], rows)


def _timeline(block: Any) -> Iterator[Facts]:
    rows = [
        [
            one.name,
            block.date_label(one.planned),
            block.date_label(one.actual) if one.actual else "",
            one.note,
        ]
        for one in block.milestones
    ]
    yield _sheet(["", block.words.planned, block.words.actual, ""], rows)
