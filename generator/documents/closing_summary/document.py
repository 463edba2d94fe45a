"""What the closing summary is made of: results against goals, and the whole term in figures with their sources."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.closing import open_points
from generator.derive.payments import totals
from generator.documents.kind import Job
from generator.documents.risk_report.document import improvements
from generator.documents.summary.changes import changes
from generator.documents.summary.compose import Section, compose
from generator.documents.summary.page import Page, said, two_places
from generator.documents.summary.payments import milestones, payments
from generator.documents.summary.performance import grade_mark, scores, trends
from generator.documents.summary.risks import risks
from generator.documents.summary.together import Together
from generator.render import pdf
from generator.render.pdf import PLAIN, Block, Column, Content, Item, Prose, Table, Tile, Tiles, Title


def document(job: Job) -> pdf.Document:
    """Return everything that the summary is made of."""
    page = Page(job.project, job.language, job.project.project.as_of, job.where)
    title = page.word("closing_title", job.project.project.name)
    sections: tuple[Section, ...] = (
        ("closing_goals", _goals),
        (
            "closing_scores",
            lambda page: [*(scores(page, page.results) if page.results else ()), *trends(page)],
        ),
        ("milestones", milestones),
        ("payments", payments),
        ("changes", changes),
        ("risk", risks),
        ("riskreport_improvements", improvements),
        ("closing_learnt", _learnt),
        ("closing_open", _open),
    )
    return compose(
        job, page, title, _head(page, title), sections, page.word("closing_footer", page.day(page.on))
    )


def _head(page: Page, title: str) -> list[Block]:
    project, closing = page.project, page.project.closing
    day = page.long(closing.date) if closing and closing.date else page.word("closing_undated")
    sums = totals(project, page.instalments)
    subtitle = page.word("closing_subtitle", project.contract.number, project.parties.party_b.name, day)
    last = page.results[-1][1] if page.results else None
    advice = page.label(closing.renewal) if closing and closing.renewal else page.word("none")
    tiles = (
        Tile(
            page.word("tile_score"),
            two_places(last.total) if last and last.scored else page.word("none"),
            "",
            grade_mark(page, last.grade) if last else None,
        ),
        Tile(
            page.word("tile_paid"),
            page.money(sums.paid),
            page.word("tile_paid_none", page.money(sums.remaining)),
        ),
        Tile(page.word("closing_open"), page.word("count", len(open_points(project, page.on)))),
        Tile(page.word("closing_advice"), advice),
    )
    return [Title(title, subtitle), Tiles(tiles)]


def _goals(page: Page) -> list[Block]:
    """Return each goal with its result; a goal without one says so."""
    closing = page.project.closing
    results = {one.goal: (at, one.result) for at, one in enumerate(closing.results if closing else ())}
    rows: list[tuple[Content, ...]] = []
    for at, goal in enumerate(page.project.project.goals):
        place, result = results.get(goal.id, (None, page.word("none")))
        cited = [page.cite("closing", "results", place)] if place is not None else []
        rows.append(
            ([said(goal.text, "project", "goals", at), page.cite("project", "goals", at)], [result, *cited])
        )
    if not rows:
        return [Prose(page.word("closing_no_goals"), PLAIN)]
    return [
        Together(
            Table((Column(page.word("closing_goal"), 0.45), Column(page.word("closing_result"), 0.55)), rows)
        )
    ]


def _learnt(page: Page) -> list[Block]:
    return list(_texts(page))


def _texts(page: Page) -> Iterator[Block]:
    closing = page.project.closing
    for name in ("experience", "mistakes", "follow_ups"):
        found = getattr(closing, name) if closing else ()
        yield Prose(page.word(f"closing_{name}"), PLAIN, keep=True)
        for at, text in enumerate(found):
            yield Item(f"{at + 1}.", [said(text, "closing", name, at), page.cite("closing", name, at)])
        if not found:
            yield Prose(page.word("none"), PLAIN)


def _open(page: Page) -> list[Block]:
    """Return what is open and not left over by agreement."""
    found = open_points(page.project, page.on)
    if not found:
        return [Prose(page.word("closing_settled"), PLAIN)]
    names, shares = ("kind", "id", "matter", "owner", "due"), (0.13, 0.15, 0.42, 0.15, 0.15)
    words = {"due": "action_due"}
    columns = [
        Column(page.word(words.get(name, f"col_{name}")), share)
        for name, share in zip(names, shares, strict=True)
    ]
    rows: list[tuple[Content, ...]] = [
        (
            page.label(one.kind),
            one.id,
            [said(one.text or one.id, *one.route), page.cite(*one.route)],
            page.owner(one.who),
            page.day(one.due),
        )
        for one in found
    ]
    return [Table(columns, rows)]
