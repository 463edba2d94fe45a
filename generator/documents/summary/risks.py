"""The risk register at a glance: counts by level, the matrix, the gravest risks, reviews that are late."""

from __future__ import annotations

from collections.abc import Iterator

from generator import locale
from generator.derive.risk import RiskLevel, level, level_of, live, magnitude, reviews_overdue
from generator.documents.summary.page import LEVEL_TONES, Page, colored, said
from generator.documents.summary.together import Together
from generator.model.risk import Exposure, Risk, RiskStatus
from generator.render import pdf
from generator.render.pdf import (
    PLAIN,
    Block,
    Cell,
    Column,
    Content,
    Heading,
    Mark,
    Prose,
    Run,
    Table,
    Tone,
)

TOP = 5
CHIPS, CHIP_NAME = 40, 10
"""A matrix with more risks, or with longer ids, shows how many risks are in a cell and not which."""


def risks(page: Page) -> list[Block]:
    """Return counts, matrix and table; without a risk that is not closed the line that says so."""
    found = live(page.project)
    if not found:
        return [Prose(page.word("risk_none"), PLAIN)]
    total = len(page.project.risks)
    occurred = sum(risk.status is RiskStatus.OCCURRED for risk in found)
    lead = page.word("risk_lead", total, len(found), occurred, total - len(found))
    return [
        Prose(f"{lead}{_late(page)}", PLAIN, keep=True),
        Heading(page.word("risk_matrix"), 2),
        _matrix(page, found),
        Together(_levels(page, found)),
        Heading(page.word("risk_top", min(TOP, len(found))), 2),
        Together(_table(page, found[:TOP])),
    ]


def _late(page: Page) -> str:
    late = reviews_overdue(page.project, page.on)
    if not late:
        return page.word("risk_reviewed")
    return page.word("risk_late", len(late), locale.join([risk.id for risk in late], page.language))


def _levels(page: Page, found: tuple[Risk, ...]) -> Table:
    ranked = tuple(reversed(RiskLevel))
    columns = [Column(page.word("risk_counts"), 0.3)]
    columns += [Column(page.label(one), 0.14, "center") for one in ranked]
    columns.append(Column(page.word("risk_sum"), 0.14, "center"))
    rows: list[tuple[Content | Cell, ...]] = []
    for name in ("inherent", "current", "residual"):
        stands = [level(getattr(risk, name), page.project.risk_matrix) for risk in found]
        cells = [_count(stands.count(one), LEVEL_TONES[one]) for one in ranked]
        rows.append((page.word(f"risk_{name}"), *cells, str(len(stands))))
    return Table(columns, rows)


def _count(count: int, tone: Tone) -> Cell:
    return Cell(str(count), tone=tone if count else None)


def _matrix(page: Page, found: tuple[Risk, ...]) -> Block:
    if len(found) > CHIPS or any(len(risk.id) > CHIP_NAME for risk in found):
        return _counted_matrix(page, found)
    matrix = page.project.risk_matrix
    steps = range(1, matrix.size + 1)
    levels = [[_mark(page, Exposure(likelihood=row, impact=column)) for column in steps] for row in steps]
    moved = [
        pdf.Risk(risk.id, _place(risk.current), _place(risk.inherent))
        for risk in sorted(found, key=lambda one: one.id)
    ]
    names = [str(step) for step in steps]
    return pdf.RiskMatrix(
        names,
        names,
        levels,
        moved,
        page.word("risk_likelihood"),
        page.word("risk_impact"),
        page.word("risk_moved"),
    )


def _counted_matrix(page: Page, found: tuple[Risk, ...]) -> Table:
    size = page.project.risk_matrix.size
    share = 0.8 / size
    corner = f"{page.word('risk_likelihood')} ↓　{page.word('risk_impact')} →"
    columns = [Column(corner, 0.2), *(Column(str(step), share, "center") for step in range(1, size + 1))]
    rows: list[tuple[Content | Cell, ...]] = []
    for row in range(size, 0, -1):
        cells = []
        for column in range(1, size + 1):
            here = sum(_place(risk.current) == (row, column) for risk in found)
            mark = _mark(page, Exposure(likelihood=row, impact=column))
            text: list[str | Run] = [Run(mark.text, tone=Tone.MUTED)]
            if here:
                text = [Run(str(here), bold=True), f"　{mark.text}"]
            cells.append(Cell(text, tone=mark.tone))
        rows.append((str(row), *cells))
    return Table(columns, rows)


def _place(exposure: Exposure) -> tuple[int, int]:
    return exposure.likelihood, exposure.impact


def _mark(page: Page, exposure: Exposure) -> Mark:
    found = level_of(magnitude(exposure), page.project.risk_matrix)
    return Mark(page.label(found), LEVEL_TONES[found])


def _table(page: Page, found: tuple[Risk, ...]) -> Table:
    names = ("col_id", "risk_title", "risk_level", "risk_response", "col_owner", "risk_review")
    shares = (0.1, 0.42, 0.15, 0.09, 0.11, 0.13)
    columns = [Column(page.word(name), share) for name, share in zip(names, shares, strict=True)]
    return Table(columns, [tuple(_row(page, risk)) for risk in found])


def _row(page: Page, risk: Risk) -> Iterator[Content]:
    route = ("risks", page.project.risks.index(risk))
    mark = _mark(page, risk.current)
    title: list[str | Run] = [said(risk.title, *route, "title")]
    if risk.status is RiskStatus.OCCURRED:
        title.append(Run(f"　{page.label(risk.status)}", tone=Tone.WARN))
    yield said(risk.id, *route, "id")
    title.append(page.cite(*route))
    yield title
    yield [
        Run(mark.text, bold=True, tone=mark.tone),
        f"（{risk.current.likelihood}×{risk.current.impact}）",
    ]
    yield page.label(risk.response)
    yield said(page.owner(risk.owner), *route, "owner")
    late = risk.review_on < page.on
    yield colored(page.day(risk.review_on), Tone.BAD) if late else page.day(risk.review_on)
