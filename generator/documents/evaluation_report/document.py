"""What the report on an evaluation is made of: lines, comparison with the period before, trends, scores, consequences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from generator.derive.money import HUNDRED
from generator.derive.periods import span
from generator.derive.score import Line, Result
from generator.documents.kind import Job
from generator.documents.summary.compose import Section, compose
from generator.documents.summary.page import Page, figure, said, short, two_places
from generator.documents.summary.performance import grade_mark, latest, scores, standing, trends
from generator.documents.summary.together import Together
from generator.locale import join
from generator.model.performance import Evaluation
from generator.render import pdf
from generator.render.pdf import (
    PLAIN,
    Bar,
    BarChart,
    BarWords,
    Block,
    Column,
    Content,
    Item,
    Point,
    Prose,
    Run,
    Table,
    Tile,
    Tiles,
    Title,
    Tone,
)

Found = Sequence[tuple[Evaluation, Result]]


def document(job: Job) -> pdf.Document:
    """Return everything that the report on the evaluation of ``job.item`` is made of."""
    at = int(job.item.route[1])
    project, evaluation = job.project, job.project.evaluations[at]
    page = Page(project, job.language, span(evaluation.period)[1], job.where)
    everything = Page(project, job.language, evaluation.date).results
    found = [
        pair for pair in everything if span(pair[0].period)[1] <= page.on and pair[0].id != evaluation.id
    ]
    found.append(next(pair for pair in everything if pair[0].id == evaluation.id))
    title = page.word("report_title", project.project.name, page.period(evaluation.period))
    sections: tuple[Section, ...] = (
        ("report_lines", lambda page: list(latest(page, *found[-1]))),
        ("report_compared", partial(_compared, found=found)),
        ("report_trends", lambda page: list(trends(page))),
        ("report_scores", lambda page: list(scores(page, found)) if len(found) > 1 else []),
        ("report_follows", partial(_follows, evaluation=evaluation, at=at)),
    )
    footer = page.word("report_footer", page.day(evaluation.date))
    return compose(job, page, title, _head(page, title, found), sections, footer)


def _head(page: Page, title: str, found: Found) -> list[Block]:
    evaluation, result = found[-1]
    names = [page.owner(one) for one in evaluation.evaluators]
    subtitle = page.word(
        "report_subtitle",
        page.project.contract.number,
        page.project.parties.party_b.name,
        page.long(evaluation.date),
        join(names, page.language),
    )
    met = [line for line in result.lines if line.actual is not None and _met(page, line)]
    counted = [line for line in result.lines if line.actual is not None]
    before = page.word("none") if len(found) < 2 else two_places(found[-2][1].total)
    total = two_places(result.total) if result.scored else page.word("none")
    tiles = (
        Tile(page.word("report_total"), total, "", grade_mark(page, result.grade)),
        Tile(page.word("report_before"), before),
        Tile(page.word("report_met"), f"{len(met)}/{len(counted)}", page.word("report_met_note")),
        Tile(
            page.word("report_left_out"), str(len(result.lines) - len(counted)), page.word("report_left_note")
        ),
    )
    return [Title(title, subtitle), Tiles(tiles)]


def _met(page: Page, line: Line) -> bool:
    return line.actual is not None and standing(page, line.kpi, line.actual).tone is Tone.GOOD


def _compared(page: Page, found: Found) -> list[Block]:
    """Return each KPI's score as a bar, and beside it the score of the period before with the difference."""
    result = found[-1][1]
    bars = [
        Bar(short(line.kpi.name), Point(None if line.actual is None else line.score), maximum=HUNDRED)
        for line in result.lines
    ]
    words = BarWords(page.word("score"), page.word("target"), page.word("full"), page.word("no_data"))
    chart = Together(BarChart(bars, words))
    return [chart, *_differences(page, found)] if len(found) > 1 else [chart]


def _differences(page: Page, found: Found) -> list[Block]:
    past = {line.kpi.id: line for line in found[-2][1].lines}
    names, shares = (
        ("kpi", "before", "actual", "before_score", "score", "change"),
        (0.32, 0.15, 0.15, 0.13, 0.12, 0.13),
    )
    columns = [
        Column(page.word(f"col_{name}"), share, "left" if name == "kpi" else "right")
        for name, share in zip(names, shares, strict=True)
    ]
    return [
        Together(Table(columns, [_difference(page, past.get(one.kpi.id), one) for one in found[-1][1].lines]))
    ]


def _difference(page: Page, before: Line | None, now: Line) -> tuple[Content, ...]:
    none = page.word("none")
    old = before if before is not None and before.actual is not None else None
    change: Content = none
    if old is not None and now.actual is not None:
        points = now.score - old.score
        tone = Tone.GOOD if points > 0 else Tone.BAD if points < 0 else Tone.MUTED
        change = Run(f"{points:+.2f}" if points else "0.00", tone=tone)
    return (
        said(now.kpi.name, "kpis", page.project.kpis.index(now.kpi), "name"),
        none if old is None or old.actual is None else figure(old.actual, now.kpi.unit),
        none if now.actual is None else figure(now.actual, now.kpi.unit),
        none if old is None else two_places(old.score),
        none if now.actual is None else two_places(now.score),
        change,
    )


def _follows(page: Page, evaluation: Evaluation, at: int) -> list[Block]:
    """Return the problems found, what is required of whom by when, and what Party B replied."""
    route = ("evaluations", at)
    blocks: list[Block] = [
        Item(
            f"{index}.", [said(text, *route, "problems", index - 1), page.cite(*route, "problems", index - 1)]
        )
        for index, text in enumerate(evaluation.problems, 1)
    ]
    if not blocks:
        blocks = [Prose(page.word("report_no_problems"), PLAIN)]
    if evaluation.requirements:
        names, shares = ("matter", "owner", "due"), (0.66, 0.16, 0.18)
        words = {"matter": "report_required", "due": "action_due"}
        columns = [
            Column(page.word(words.get(name, f"col_{name}")), share)
            for name, share in zip(names, shares, strict=True)
        ]
        rows: list[tuple[Content, ...]] = [
            ([one.text, page.cite(*route, "requirements", index)], page.owner(one.owner), page.day(one.due))
            for index, one in enumerate(evaluation.requirements)
        ]
        blocks.append(Together(Table(columns, rows)))
    reply = evaluation.party_b_reply
    text = page.word("report_reply", reply) if reply else page.word("report_no_reply")
    blocks.append(Prose([said(text, *route, "party_b_reply"), page.cite(*route, "party_b_reply")], PLAIN))
    return blocks
