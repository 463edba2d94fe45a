"""The summary shows the figures that are derived, says what is absent, and stands any content."""

from __future__ import annotations

import datetime
import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from generator import locale
from generator.derive.actions import open_actions
from generator.derive.due import due
from generator.derive.payments import instalment_states, totals
from generator.derive.risk import RiskLevel, counts, live
from generator.derive.score import evaluate
from generator.diagnostics import Place
from generator.documents.kind import Job, Provenance, Rendered
from generator.documents.summary import KIND
from generator.documents.summary.document import document
from generator.documents.summary.page import Page, figure, short
from generator.documents.summary.payments import milestones
from generator.documents.summary.performance import grade_tone
from generator.documents.summary.risks import risks
from generator.documents.summary.together import SMALL, Together, Whole
from generator.model.change import Change, ChangeStatus
from generator.model.common import Frequency
from generator.model.meeting import Action
from generator.model.performance import Grade, VetoFact
from generator.model.price import Currency
from generator.model.profile import ProjectKind, ProjectState
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.model.support import Feedback
from generator.render import pdf
from generator.render.pdf.text import Typesetter
from generator.resources import Library

ORIGIN = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "0123abcd", "fedcba98", "9.9")
D = datetime.date
NAME = "R&D <b>加粗</b> {{ 项目 }} {0} 100% [[x]] \\n"


def job(project: Project, language: str = "zh-CN") -> Job:
    return Job(project, KIND.items(project)[0], language, Library(), ORIGIN)


def made(project: Project, language: str = "zh-CN") -> pypdf.PdfReader:
    rendered = KIND.render(job(project, language))
    assert rendered.body is not None, rendered.diagnostics
    return pypdf.PdfReader(BytesIO(rendered.body))


def read(project: Project, language: str = "zh-CN") -> str:
    """Return the text of all pages without any white space: lines end anywhere in Chinese."""
    return re.sub(r"\s", "", "".join(page.extract_text() for page in made(project, language).pages))


def bare(project: Project) -> Project:
    """Return the project on the day it begins: nothing measured, held, paid or evaluated."""
    return replace(
        project, payments=(), measurements=(), evaluations=(), meetings=(), risks=(), reports=(),
        feedback=Feedback(), training=(), improvements=(), resources=None, sales_records=(),
    )  # fmt: skip


def test_one_summary_for_each_project(agency: Project) -> None:
    (item,) = KIND.items(agency)
    assert (KIND.name, KIND.suffix, item.key) == ("summary", ".pdf", "")


def test_one_to_six_pages_all_with_text(any_project: Project) -> None:
    reader = made(any_project)
    assert 1 <= len(reader.pages) <= 6
    for number, page in enumerate(reader.pages, 1):
        text = re.sub(r"\s", "", page.extract_text())
        assert f"第{number}页共{len(reader.pages)}页" in text
        assert len(text) > 200


def test_the_same_bytes_again(any_project: Project) -> None:
    assert KIND.render(job(any_project)) == KIND.render(job(any_project))


def test_properties_say_where_it_comes_from(agency: Project) -> None:
    about = made(agency).metadata
    assert about is not None
    assert (about["/SpecHash"], about["/GitCommit"], about["/ToolVersion"]) == ("0123abcd", "fedcba98", "9.9")
    assert agency.project.name in str(about.title)


class Watched(Project):
    """A project that notes what is read of it."""

    __slots__ = ("read",)
    read: list[str]

    def __getattribute__(self, name: str) -> object:
        if name in Project.__slots__:
            object.__getattribute__(self, "read").append(name)
        return object.__getattribute__(self, name)


class Asked(Provenance):
    """An origin that notes between what has been read when it is asked for the hash."""

    def __getattribute__(self, name: str) -> object:
        if name == "spec_hash":
            READ.append("spec_hash")
        return object.__getattribute__(self, name)


READ: list[str] = []


def test_nothing_is_read_after_the_hash_was_asked_for(any_project: Project) -> None:
    watched = object.__new__(Watched)
    READ.clear()
    object.__setattr__(watched, "read", READ)
    for name in Project.__slots__:
        object.__setattr__(watched, name, getattr(any_project, name))
    asked = Asked(ORIGIN.created, ORIGIN.spec_hash, ORIGIN.git_commit, ORIGIN.tool_version)
    assert KIND.render(replace(job(any_project), project=watched, provenance=asked)) == KIND.render(
        job(any_project)
    )
    assert READ.count("spec_hash") == 1
    assert READ[-1] == "spec_hash"
    assert {"contract", "risks", "meetings", "contacts"} <= set(READ)


def test_what_was_rendered_before_is_not_in_the_bytes(agency: Project, service: Project) -> None:
    first = KIND.render(job(agency))
    KIND.render(job(replace(service, project=replace(service.project, name="东之东", as_of=D(2026, 3, 1)))))
    KIND.render(job(agency, "en"))
    assert KIND.render(job(agency)) == first
    code = (
        "import sys, hashlib, runpy; sys.path[:0] = sys.argv[1:3];"
        "from tests.unit.documents.summary import test_summary as t; from tests.unit.documents.conftest import sample;"
        "print(hashlib.sha256(t.KIND.render(t.job(sample('agency'))).body).hexdigest())"
    )
    root = Path(__file__).parents[4]
    done = subprocess.run(
        [sys.executable, "-c", code, str(root), str(root / "tests")],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert first.body is not None
    assert done.stdout.strip() == hashlib.sha256(first.body).hexdigest()


def test_all_fonts_are_embedded(agency: Project) -> None:
    for page in made(agency).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            assert "NotoSansSC" in font.get_object()["/BaseFont"]


def test_outline_has_the_sections_in_order(agency: Project) -> None:
    titles = [str(entry.title) for entry in made(agency).outline if not isinstance(entry, list)]
    assert [title.split("、")[0] for title in titles] == list("一二三四五六七八")
    assert "销售目标与佣金" in titles[3]


def test_money_is_as_derived(any_project: Project) -> None:
    text = read(any_project)
    price = any_project.contract.price
    sums = totals(any_project, instalment_states(any_project, any_project.project.as_of))
    for amount in (price.gross, sums.paid, sums.remaining, price.net, price.tax):
        assert amount is not None
        assert locale.money(amount) in text
    assert locale.amount_in_words(price.gross) in text
    assert sums.share is not None
    assert f"占合同总额{sums.share.percent}%" in text
    for state in instalment_states(any_project, any_project.project.as_of):
        assert state.instalment.name in text
        assert locale.money(state.amount) in text
        if state.due:
            assert state.due.day.isoformat() in text


def test_scores_are_as_derived(any_project: Project) -> None:
    text = read(any_project)
    latest = max(any_project.evaluations, key=lambda one: one.date)
    result = evaluate(any_project, latest)
    assert f"总分{locale.number(result.total)}，等级{result.grade.label}" in text
    for line in result.lines:
        assert line.kpi.name in text
        if line.actual is not None:
            assert (
                f"{locale.number(line.actual)}{line.kpi.unit}{line.score:.2f}{line.weight:.2f}{line.weighted:.2f}"
                in text
            )
    for evaluation in any_project.evaluations:
        assert f"{evaluate(any_project, evaluation).total:.2f}" in text


def test_the_matrix_counts_what_the_register_counts(any_project: Project) -> None:
    page = Page(any_project, "zh-CN", any_project.project.as_of)
    (matrix,) = (block for block in risks(page) if isinstance(block, pdf.RiskMatrix))
    found = dict.fromkeys(RiskLevel, 0)
    labels = {page.label(level): level for level in RiskLevel}
    for risk in matrix.risks:
        row, column = risk.current
        found[labels[matrix.levels[row - 1][column - 1].text]] += 1
    assert found == counts(any_project)
    assert {risk.name for risk in matrix.risks} == {risk.id for risk in live(any_project)}
    stands = "".join(str(found[level]) for level in reversed(RiskLevel))
    assert f"当前{stands}{len(live(any_project))}" in read(any_project)


def test_a_large_register_is_counted_in_its_cells(agency: Project) -> None:
    many = tuple(replace(agency.risks[index % 7], id=f"R-{index:03}") for index in range(200))
    page = Page(replace(agency, risks=many), "zh-CN", agency.project.as_of)
    table = next(block for block in risks(page) if isinstance(block, pdf.Table))
    cells = [cell for row in table.rows for cell in row if isinstance(cell, pdf.Cell)]
    shown = [cell.content[0].text for cell in cells if len(cell.content) == 2]  # type: ignore[union-attr]
    assert sum(map(int, shown)) == 200
    assert len(made(page.project).pages) <= 6


def test_all_that_is_due_is_listed(any_project: Project) -> None:
    text = read(any_project)
    rows = due(any_project, any_project.project.as_of)
    for row in rows:
        assert re.sub(r"\s", "", row.text) in text, row
    late = sum(row.days_overdue > 0 for row in rows)
    assert f"逾期{late}项" in text
    for row in rows:
        if row.days_overdue:
            assert f"逾期{row.days_overdue}天" in text


def test_an_instalment_without_its_event_is_told_apart(technical_project: Project) -> None:
    text = read(technical_project)
    assert "待触发1项" in text
    assert "星仓终验版V1.1和源代码验收合格后15个工作日内" in text


@pytest.fixture
def technical_project(project_of: Callable[[str], Project]) -> Project:
    return project_of("technical")


def test_open_actions_with_their_days(any_project: Project) -> None:
    text = read(any_project)
    actions = open_actions(any_project, any_project.project.as_of)
    late = sum(one.days_overdue > 0 for one in actions)
    assert f"未完成行动项{len(actions)}项其中逾期{late}项" in text
    for action in actions:
        assert action.id in text
        if action.due != action.original_due:
            assert f"原定{action.original_due.isoformat()}" in text


def test_targets_stand_beside_what_was_measured(agency: Project, service: Project) -> None:
    text = read(agency)
    assert "2026年第三季度已结束¥8,000,000.0098.9%90%7家" in text
    assert "2026年第四季度进行中¥8,500,000.00———" in text
    assert "¥5,000,000.00至不足¥8,000,000.00为4.5%" in text
    assert "佣金" not in "".join(str(entry) for entry in made(service).outline)


def test_decisions_name_their_change_order(agency: Project) -> None:
    assert "XH-DL-2026-001-BG-01" in read(agency)
    meetings = tuple(
        replace(one, decisions=tuple(replace(made, change_order=None) for made in one.decisions))
        for one in agency.meetings
    )
    text = read(replace(agency, meetings=meetings, changes=()))
    assert "XH-DL-2026-001-BG-01" not in text
    assert "未写明" in text


def test_changes_are_listed_with_the_price_after_them(technical_project: Project) -> None:
    text = read(technical_project)
    (one,) = technical_project.changes
    assert "合同含税总额¥980,000.00，已签变更合计¥12,000.00，变更后含税总额¥992,000.00。" in text
    for fact in (one.number, one.title, "已签署", "2026-10-22", "¥12,000.00"):
        assert fact in text
    proposed = replace(one, status=ChangeStatus.PROPOSED, agreed_on=None)
    text = read(replace(technical_project, changes=(proposed,)))
    assert "已提出" in text
    assert "已签变更合计" not in text
    assert "合同变更" not in read(replace(technical_project, changes=()))


def test_a_moved_milestone_stands_at_its_new_day_beside_the_contract_s(technical_project: Project) -> None:
    (one,) = technical_project.changes
    refused = replace(one, status=ChangeStatus.REJECTED, agreed_on=None)

    def chart(*changes: Change) -> dict[str, tuple[datetime.date, str, str]]:
        page = Page(replace(technical_project, changes=changes), "zh-CN", D(2026, 11, 15))
        (block,) = milestones(page)
        assert isinstance(block, Together)
        assert isinstance(block.block, pdf.Timeline)
        return {
            row.name: (row.planned, row.note, row.mark.text if row.mark else "")
            for row in block.block.milestones
        }

    assert chart(one)["试运行上线"] == (D(2026, 11, 20), "原定2026-11-06", "未到期")
    assert chart(refused)["试运行上线"] == (D(2026, 11, 6), "", "逾期9天")
    late = replace(technical_project.project, as_of=D(2026, 11, 15))
    text = read(replace(technical_project, project=late))
    assert "原定2026-11-06" in text
    assert "逾期9天" not in text


def test_a_project_that_begins(any_project: Project) -> None:
    text = read(bare(any_project))
    for news in ("尚未评价", "尚未付款", "尚未召开会议", "没有未关闭的风险"):
        assert news in text
    for absent in ("指标趋势", "各期得分", "风险矩阵", "未完成行动项0", "决议"):
        if absent != "未完成行动项0":
            assert absent not in text
    assert len(made(bare(any_project)).pages) <= 4


def test_nothing_due_is_said(service: Project) -> None:
    contract = replace(service.contract, deliverables=(), milestones=())
    payment = replace(contract.payment, instalments=contract.payment.instalments[11:])
    early = replace(bare(service), contract=replace(contract, payment=payment), cadence=())
    assert "截至2026年7月1日没有逾期事项，其后30天内没有到期事项。" in read(
        replace(early, project=replace(early.project, as_of=D(2026, 7, 1)))
    )


def test_holidays_not_published_are_noted(technical_project: Project) -> None:
    assert "放假调休安排尚未公布" not in read(technical_project)
    contract = technical_project.contract
    items = tuple(replace(one, delivered_on=D(2089, 11, 25)) for one in contract.deliverables[4:5])
    later = replace(
        technical_project,
        project=replace(technical_project.project, as_of=D(2089, 11, 28)),
        contract=replace(
            contract, deliverables=(*contract.deliverables[:4], *items, contract.deliverables[5])
        ),
    )
    assert "2089年放假调休安排尚未公布" in read(later)


def test_a_veto_is_said(agency: Project) -> None:
    veto = agency.assessment.vetoes[0]
    last = replace(agency.evaluations[-1], vetoes=(VetoFact(veto=veto.id, fact="查实向客户采购人员送礼"),))
    text = read(replace(agency, evaluations=(*agency.evaluations[:-1], last)))
    assert "触发一票否决" in text
    assert "查实向客户采购人员送礼" in text
    assert "等级不合格" in text


def test_before_signing_and_after_the_end(service: Project) -> None:
    draft = replace(
        bare(service),
        project=replace(service.project, state=ProjectState.DRAFT, as_of=D(2025, 12, 1)),
        contract=replace(service.contract, signing_date=None),
    )
    text = read(draft)
    assert "尚未签订" in text
    assert "2026年1月1日起，2026年12月31日届满" in text
    over = replace(service, project=replace(service.project, as_of=D(2027, 1, 1)))
    assert "已届满" in read(over)


def test_hostile_values_print_as_typed(agency: Project) -> None:
    hostile = replace(
        agency,
        project=replace(agency.project, name=NAME, summary=NAME),
        kpis=(replace(agency.kpis[0], name=NAME, unit="<i>"), *agency.kpis[1:]),
        risks=(replace(agency.risks[0], title=NAME), *agency.risks[1:]),
        contacts=tuple(replace(one, name=f"{one.name}&<b>") for one in agency.contacts),
    )
    text = read(hostile)
    assert text.count(re.sub(r"\s", "", NAME)) >= 3
    assert "顾承安&<b>" in text


def test_a_missing_glyph_is_an_error_with_its_place(agency: Project) -> None:
    risky = replace(agency, risks=(replace(agency.risks[2], title="重点客户😀逾期"), *agency.risks[3:]))
    rendered = KIND.render(job(risky))
    assert rendered.body is None
    (finding,) = rendered.diagnostics
    assert isinstance(finding.location, Place)
    assert finding.location.route[:2] == ("risks", 0)


def test_long_names_and_many_rows(service: Project) -> None:
    long = "超长名称" * 250
    contract = service.contract
    crowded = replace(
        service,
        project=replace(service.project, name=long, summary=long),
        contacts=tuple(replace(one, name=long) for one in service.contacts[:1]) + service.contacts[1:],
        kpis=tuple(
            replace(service.kpis[0], id=f"k{index}", name=f"{index}{long}"[:1000], weight=Decimal(4))
            for index in range(25)
        ),
        assessment=replace(
            service.assessment, grades=tuple(replace(one, label=long) for one in service.assessment.grades)
        ),
        risks=tuple(replace(one, id="R" * 64, title=long) for one in service.risks),
        contract=replace(
            contract,
            number=long,
            title=long,
            payment=replace(
                contract.payment,
                instalments=tuple(replace(one, name=long) for one in contract.payment.instalments),
            ),
        ),
    )
    rendered = KIND.render(job(crowded))
    assert rendered.body is not None, rendered.diagnostics


def test_many_kpis_stay_readable(service: Project) -> None:
    kpis = tuple(
        replace(service.kpis[0], id=f"k{index}", name=f"第{index}项服务指标", weight=Decimal(5))
        for index in range(20)
    )
    measured = tuple(
        replace(one, kpi=kpi.id) for kpi in kpis for one in service.measurements if one.kpi == "answer"
    )
    crowded = replace(service, kpis=kpis, measurements=measured)
    text = read(crowded)
    assert all(kpi.name in text for kpi in kpis)
    assert "另有11项未列出。" in text
    assert len(made(crowded).pages) <= 6


def test_lists_that_are_too_long_say_so(agency: Project) -> None:
    last = agency.meetings[-1]
    actions = tuple(
        Action(id=f"x-{index}", text=f"补充资料{index}", owner="zhou", due=D(2026, 10, 20), output="资料")
        for index in range(80)
    )
    text = read(replace(agency, meetings=(*agency.meetings[:-1], replace(last, actions=actions))))
    hidden = (
        len(
            due(
                replace(agency, meetings=(*agency.meetings[:-1], replace(last, actions=actions))),
                D(2026, 10, 31),
            )
        )
        - 30
    )
    assert f"另有{hidden}项未列出。" in text
    assert "逾期" in text


def test_another_currency(agency: Project) -> None:
    price = replace(agency.contract.price, currency=Currency.USD, net=None, tax=None)
    text = read(replace(agency, contract=replace(agency.contract, price=price)))
    assert "USD360,000.00" in text
    assert "美元叁拾陆万元整" in text


def test_english(any_project: Project) -> None:
    text = read(any_project, "en")
    assert "Keyterms" in text or "Partiesandkeyterms" in text
    assert "Page1of" in text


def test_grades_have_tones_by_rank(agency: Project) -> None:
    page = Page(agency, "zh-CN", agency.project.as_of)
    ranked = sorted(agency.assessment.grades, key=lambda one: one.min, reverse=True)
    tones = [grade_tone(page, grade).name for grade in ranked]
    assert tones == ["GOOD", "GOOD", "GOOD", "WARN", "BAD"]
    only = Grade(label="通过", min=Decimal(0), consequence="—")
    single = replace(agency, assessment=replace(agency.assessment, grades=(only,)))
    assert grade_tone(Page(single, "zh-CN", D(2026, 1, 1)), only).name == "GOOD"


def test_trends_are_by_frequency(service: Project) -> None:
    slow = replace(service.kpis[-1], frequency=Frequency.QUARTERLY)
    blocks = document(job(replace(service, kpis=(*service.kpis[:-1], slow)))).blocks
    charts = [block for block in blocks if isinstance(block, pdf.TrendChart)]
    assert [len(chart.series) for chart in charts] == [5]
    (chart,) = charts
    assert chart.periods == [f"26-{month:02}" for month in range(1, 11)]
    assert chart.series[3].points[1].value is None, "February has no score: a gap, not a guess"


def test_small_blocks_stay_whole_and_tall_ones_are_parted() -> None:
    def laid(rows: int) -> object:
        table = pdf.Table((pdf.Column("列", 1.0),), [(str(row),) for row in range(rows)])
        return Together(table).lay(Typesetter(), 400)

    small, tall = laid(5), laid(60)
    assert isinstance(small, Whole)
    assert small.height <= SMALL
    assert small.split(50) is None
    assert not isinstance(tall, Whole)


def test_words_for_figures() -> None:
    assert [figure(Decimal("4.50"), unit) for unit in ("%", "分", "days", "")] == [
        "4.50%",
        "4.50分",
        "4.50 days",
        "4.50",
    ]
    assert short("甲" * 50, 10) == "甲" * 9 + "…"
    assert short("一\n二") == "一 二"


def test_any_kind_and_state(agency: Project) -> None:
    for state in ProjectState:
        assert made(replace(agency, project=replace(agency.project, state=state)))
    for kind in ProjectKind:
        assert made(replace(agency, project=replace(agency.project, kind=kind)))


def test_all_risks_closed(agency: Project) -> None:
    closed = tuple(replace(one, status=RiskStatus.CLOSED) for one in agency.risks)
    assert "没有未关闭的风险" in read(replace(agency, risks=closed))


def test_rendered_is_a_pdf(agency: Project) -> None:
    rendered = KIND.render(job(agency))
    assert isinstance(rendered, Rendered)
    assert rendered.body is not None
    assert rendered.body.startswith(b"%PDF-")
    assert not rendered.diagnostics


def test_a_bonus_above_its_limit_is_shown_as_cut(agency: Project) -> None:
    capped = replace(agency.assessment, bonus_max=Decimal("1.5"))
    last = agency.evaluations[-1]
    bonus = replace(last.adjustments[0], points=Decimal(2))
    evaluations = (*agency.evaluations[:-1], replace(last, adjustments=(bonus,)))
    text = read(replace(agency, assessment=capped, evaluations=evaluations))
    assert "加分超过约定上限1.5分的部分不计" in text
    assert "-0.5" in text
