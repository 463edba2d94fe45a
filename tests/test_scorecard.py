"""A supplier scorecard in the sense of ERP systems: its fields, its rules, and the faults known of others.

The fields lie in ``coverage/scorecard.yaml``: where each is written, and what the form prints of it.
"""

from __future__ import annotations

import copy
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import ORIGIN, judged, text_of
from test_coverage import bare, properties

from generator.derive.periods import span
from generator.derive.readings import readings
from generator.derive.score import evaluate, grade_of, score
from generator.documents.evaluation import KIND
from generator.documents.kind import Job
from generator.model.common import Period, PeriodKind
from generator.model.performance import Evaluation, Grade, Kpi
from generator.model.project import Project
from generator.resources import Library
from generator.source import read

D = Decimal
FIELDS = yaml.safe_load((Path(__file__).parent / "coverage" / "scorecard.yaml").read_text("utf-8"))
STANDINGS = tuple(
    Grade(label=label, min=D(low), consequence="-")
    for label, low in (("不合格", 0), ("较差", 30), ("一般", 50), ("良好", 80))
)


@cache
def base() -> Any:
    return read("base.yaml", (Path(__file__).parent / "cases" / "base.yaml").read_bytes()).data


def kpi(identity: str, weight: int, **changes: Any) -> dict[str, Any]:
    plain = {
        "id": identity, "name": identity, "category": "quality", "definition": "按约定计算", "unit": "%",
        "direction": "higher", "target": D(100), "floor": D(0), "weight": D(weight), "scoring": "linear",
        "frequency": "quarterly", "source": "收货台账", "owner": "zhou",
    }  # fmt: skip
    return plain | changes


KPIS = [
    kpi(
        "accepted",
        30,
        name="一次验收通过率",
        scoring="formula",
        formula="(accepted - late) / total * 100",
        variables=[
            {"name": name, "label": label, "unit": "批"}
            for name, label in (("accepted", "合格批次"), ("late", "迟交批次"), ("total", "总批次"))
        ],
        provider="甲方仓库",
        evidence="收货单",
    ),
    kpi("reports", 20, derived_from="reports_on_time"),
    kpi("service", 20, scoring="rated", unit="分"),
    kpi(
        "slips",
        20,
        scoring="deduction",
        direction="lower",
        target=D(1),
        floor=D(11),
        points_per_event=D(10),
        free_events=D(1),
        events=["发错货", "缺附件"],
        unit="次",
    ),
    kpi("survey", 10),
]
VALUES = [
    {
        "kpi": "accepted",
        "evidence": "一季度收货单",
        "inputs": [
            {"name": name, "value": D(value)}
            for name, value in (("accepted", 92), ("late", 4), ("total", 96))
        ],
    },
    {"kpi": "slips", "value": D(3)},
    {"kpi": "survey", "missing": "not_applicable"},
]
APPEAL = {
    "raised_on": "2026-04-22",
    "text": "一次缺附件是甲方漏收",
    "items": [{"kpi": "slips", "claim": "3月9日的附件有签收单"}],
    "decided_on": "2026-04-24",
    "decision": "upheld",
    "reason": "签收单属实",
    "corrections": [{"kpi": "slips", "value": D(2), "reason": "扣除3月9日一次"}],
}


def card(**changes: Any) -> Project:
    """Return the base project with a scorecard of every kind of scoring and one evaluation, ``changes`` laid over that."""
    project, findings = judged(written(**changes))
    assert project is not None, findings
    return project


def written(**changes: Any) -> Any:
    data = copy.deepcopy(base())
    data["kpis"] = KPIS
    data["reports"][0]["received"] = [
        {"period": f"2026-{month}", "due": due, "received_on": due}
        for month, due in (("01", "2026-02-05"), ("02", "2026-03-05"))
    ]
    data["measurements"] = [{"period": "2026-Q1", **one} for one in VALUES]
    data["assessment"] |= {
        "grades": [
            {"label": "优秀", "min": D(95), "consequence": "续约优先"},
            {"label": "良好", "min": D(85), "consequence": "正常采购"},
            {"label": "合格", "min": D(0), "consequence": "提交改进说明"},
        ],
        "bonuses": [{"id": "rescue", "text": "紧急抢修避免停产", "points_max": D(3)}],
        "bonus_max": D(2),
        "rolling": [D(60), D(40)],
    }
    data["assessment"]["vetoes"][0]["score_cap"] = D(59)
    data["assessment"]["vetoes"].append({"id": "data", "text": "泄露客户资料"})
    ratings = [("zhou", 80, "配合及时"), ("wu", 91, "对账差一次")]
    evaluation = {
        "id": "ev-1", "period": "2026-Q1", "date": "2026-04-17", "evaluators": ["zhou", "wu"],
        "ratings": [
            {"evaluator": who, "kpi": "service", "score": D(points), "reason": why} for who, points, why in ratings
        ],
        "adjustments": [{"points": D(3), "reason": "3月2日抢修", "item": "rescue"}],
        "approver": "lin", "approved_on": "2026-04-17", "received_on": "2026-04-20", "received_by": "chen",
        "appeal": APPEAL,
    }  # fmt: skip
    data["evaluations"] = [evaluation | changes]
    return data


@cache
def printed() -> str:
    project = card()
    rendered = KIND.render(Job(project, KIND.items(project)[0], "zh-CN", Library(), ORIGIN))
    assert rendered.body is not None, rendered.diagnostics
    return text_of(".docx", rendered.body)


@pytest.mark.parametrize("field", FIELDS, ids=lambda one: one["id"])
def test_a_field_can_be_written_and_is_printed(field: dict[str, Any]) -> None:
    assert [path for path in field["facts"] if not properties(path)] == []
    assert bare(field["says"]) in bare(printed())


def test_the_whole_card_by_hand() -> None:
    project = card()
    lines = evaluate(project, project.evaluations[0])
    # 91.67 × 33.33 % + 100 × 22.23 % … : 30, 20, 20 and 20 of 90 after the survey is left out
    assert [one.weight for one in lines.lines] == [D("33.34"), D("22.22"), D("22.22"), D("22.22"), 0]
    assert [one.score for one in lines.lines] == [D("91.67"), D("100"), D("85.50"), D("90.00"), 0]
    assert [one.weighted for one in lines.lines] == [D("30.56"), D("22.22"), D("19.00"), D("20.00"), 0]
    assert (lines.subtotal, lines.total) == (D("91.78"), D("93.78"))


@pytest.mark.parametrize(
    ("total", "label"),
    [
        ("0", "不合格"), ("29.99", "不合格"), ("30", "较差"), ("49.99", "较差"), ("50", "一般"), ("59.5", "一般"),
        ("60", "一般"), ("79.99", "一般"), ("80", "良好"), ("84.5", "良好"), ("99.99", "良好"), ("100", "良好"),
    ],
)  # fmt: skip
def test_each_total_lies_in_exactly_one_standing(total: str, label: str) -> None:
    value = D(total)
    ends = [*(one.min for one in STANDINGS[1:]), D("100.01")]
    reached = [one for one, end in zip(STANDINGS, ends, strict=True) if one.min <= value < end]
    assert [one.label for one in reached] == [label] == [grade_of(value, STANDINGS).label]


def test_no_history_is_no_score_and_never_100() -> None:
    project = replace(card(), measurements=(), reports=())  # type: ignore[type-var]
    bare_ = replace(project.evaluations[0], ratings=(), appeal=None, adjustments=())  # type: ignore[type-var]
    result = evaluate(project, bare_)
    assert not result.scored
    assert all(line.missing and line.actual is None for line in result.lines)
    assert result.total == 0


def test_a_missing_variable_is_no_value_and_never_zero() -> None:
    data = copy.deepcopy(base())
    data["kpis"] = [KPIS[0] | {"weight": D(100)}]
    entry = {"kpi": "accepted", "period": "2026-Q1", "inputs": [{"name": "total", "value": D(96)}]}
    data |= {"measurements": [entry], "evaluations": []}
    project, findings = judged(data)
    assert project is None
    assert "K124" in {one.code for one in findings}


def test_an_unknown_variable_is_an_error_at_its_column() -> None:
    data = copy.deepcopy(base())
    data["kpis"] = [KPIS[0] | {"weight": D(100), "formula": "(accepted - lat) / total * 100"}]
    data |= {"measurements": [], "evaluations": []}
    project, findings = judged(data)
    assert project is None
    wrong = next(one for one in findings if one.code == "K122")
    assert wrong.location is not None
    assert getattr(wrong.location, "within", None) == (12, 15)


def test_a_score_stays_within_0_and_100() -> None:
    made = card().kpis
    for one, value, points in (
        (made[0], "250", 100), (made[0], "-20", 0), (made[2], "100", 100), (made[3], "0", 100), (made[3], "11", 0),
        (made[3], "900", 0), (made[3], "1.5", 95),
    ):  # fmt: skip
        assert score(one, D(value))[0] == points


def test_the_total_counts_each_criterion_by_its_own_scale() -> None:
    """However large a unit is, a line gives at most its weight."""
    wide = replace(card().kpis[4], target=D(1000000), floor=D(0), weight=D(100))  # type: ignore[type-var]
    assert isinstance(wide, Kpi)
    assert score(wide, D(500000))[0] == 50


def test_periods_leave_no_day_out_and_share_none() -> None:
    for kind, count in ((PeriodKind.MONTH, 12), (PeriodKind.QUARTER, 4), (PeriodKind.HALF_YEAR, 2)):
        days = [span(Period(2026, kind, number)) for number in range(1, count + 1)]
        assert days[0][0].isoformat() == "2026-01-01"
        assert days[-1][1].isoformat() == "2026-12-31"
        assert all((later[0] - earlier[1]).days == 1 for earlier, later in pairwise(days))


def test_working_days_know_the_holidays() -> None:
    """A reply due in five working days is not due on the fifth calendar day: 1 to 5 May 2026 are holidays."""
    for raised, late in (("2026-05-09", False), ("2026-05-11", True)):
        appeal = APPEAL | {"raised_on": raised, "decided_on": "2026-05-13"}
        data = written(received_on="2026-04-29", appeal=appeal)
        data["project"]["as_of"] = "2026-05-31"
        _, findings = judged(data)
        assert ("K133" in {one.code for one in findings}) is late


def test_a_period_without_activity_is_left_out_and_said() -> None:
    project = card()
    line = evaluate(project, project.evaluations[0]).lines[4]
    assert line.missing == "not_applicable"
    assert "本期“survey”（本期不适用，约定权重10%）不计分" in printed()


def test_records_are_read_anew_each_time() -> None:
    project = card()
    before = next(one.value for one in readings(project) if one.kpi == "reports")
    late = replace(project, reports=())  # type: ignore[type-var]
    after = [one.value for one in readings(late) if one.kpi == "reports"]
    assert before == 100
    assert after
    assert set(after) == {None}


def test_every_evaluation_of_a_cycle_is_a_form_of_its_own() -> None:
    project = card()
    again: Evaluation = replace(project.evaluations[0], id="ev-2")  # type: ignore[type-var]
    items = KIND.items(replace(project, evaluations=(*project.evaluations, again)))  # type: ignore[type-var]
    assert [one.route for one in items] == [("evaluations", 0), ("evaluations", 1)]


def test_a_capped_veto_keeps_the_total_down() -> None:
    project = card(vetoes=[{"veto": "bribery", "fact": "审计报告第3号"}])
    result = evaluate(project, project.evaluations[0])
    assert (result.total, result.score_cap, result.vetoed) == (D("59.00"), D(59), False)
    assert result.grade.label == "合格"
    plain = card(vetoes=[{"veto": "data", "fact": "审计报告第4号"}])
    assert evaluate(plain, plain.evaluations[0]).vetoed
