"""Every step from measurement to grade can be read and followed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.derive.score import Result, evaluate
from generator.documents.arithmetic import bounds, measure, rule, signed, sums, why_missing, working
from generator.model.common import Direction, Frequency, Period, PeriodKind
from generator.model.performance import (
    Adjustment,
    Evaluation,
    Grade,
    Kpi,
    KpiCategory,
    Measurement,
    MissingValue,
    ScoreBand,
    Scoring,
)
from generator.model.project import Project

D = Decimal
GRADES = tuple(
    Grade(label=label, min=D(low), consequence="-") for label, low in (("差", "0"), ("好", "84.5"))
)


def kpi(**changes: Any) -> Kpi:
    base: dict[str, Any] = {
        "id": "k", "name": "指标", "category": KpiCategory.QUALITY, "definition": "d", "unit": "%",
        "direction": Direction.HIGHER, "target": D(100), "floor": D(60), "weight": D(100), "scoring": Scoring.LINEAR,
        "frequency": Frequency.MONTHLY, "source": "s", "owner": "o",
    }  # fmt: skip
    return Kpi(**{**base, **changes})


def month(number: int, value: str | None, kpi_: str = "k", **more: Any) -> Measurement:
    found = None if value is None else D(value)
    return Measurement(kpi=kpi_, period=Period(2026, PeriodKind.MONTH, number), value=found, **more)


@pytest.fixture
def result(agency: Project) -> Any:
    def made(kpis: list[Kpi], values: list[Measurement], *points: str) -> Result:
        project = replace(  # type: ignore[type-var]
            agency,
            kpis=tuple(kpis),
            measurements=tuple(values),
            assessment=replace(agency.assessment, grades=GRADES),  # type: ignore[type-var]
        )
        adjustments = tuple(Adjustment(points=D(one), reason="r") for one in points)
        period = Period(2026, PeriodKind.QUARTER, 1)
        return evaluate(
            project,
            Evaluation(
                id="e", period=period, date=agency.project.as_of, evaluators=(), adjustments=adjustments
            ),
        )

    return made


def steps(found: Result) -> list[str]:
    return list(sums(found, GRADES, "zh-CN"))


def test_the_mean_of_a_quarter_names_each_month_its_evidence_and_what_is_missing(result: Any) -> None:
    values = [
        month(3, "90", evidence="三月报表"),
        month(1, "96.5", note="含补测"),
        month(2, None, missing=MissingValue.NO_DATA),
    ]
    found = result([kpi()], values)
    made = working(found.lines[0], found, {}, "zh-CN")
    assert made.actual.split("\n") == [
        "2026年1月：96.5%",
        "说明：含补测",
        "2026年2月：未取得数据",
        "2026年3月：90%",
        "依据：三月报表",
        "各期平均：(96.5 + 90) ÷ 2 = 93.25",
        "按有数据的2期计，共3期",
    ]
    assert made.score == "(93.25 − 60) ÷ (100 − 60) × 100 = 83.13"
    assert made.weighted == "83.13 × 100% = 83.13"


def test_a_single_month_never_passes_for_the_quarter(result: Any) -> None:
    found = result([kpi()], [month(2, "80")])
    actual = working(found.lines[0], found, {}, "zh-CN").actual
    assert actual.split("\n") == [
        "2026年2月：80%",
        "2026年1月：没有测量记录",
        "2026年3月：没有测量记录",
        "按有数据的1期计，共3期",
    ]


def test_a_kpi_that_does_not_count_shows_no_score(result: Any) -> None:
    yearly = kpi(id="y", name="年度", weight=D(40), frequency=Frequency.YEARLY)
    found = result([kpi(weight=D(60)), yearly], [month(1, "80"), month(2, "80"), month(3, "80")])
    made = working(found.lines[1], found, {}, "zh-CN")
    assert (made.score, made.weighted) == ("—", "—")
    assert made.actual == why_missing(found.lines[1], "zh-CN") == "每年测量一次，本期不适用"
    assert (
        working(found.lines[0], found, {}, "zh-CN").weighted
        == "权重：60% ÷ 60% = 100.00%\n50.00 × 100.00% = 50.00"
    )


@pytest.mark.parametrize(
    ("value", "points", "expected"),
    [
        (
            "100",
            ("3",),
            ["小计：100.00 = 100.00", "加减分：100.00 + 3 = 103.00", "总分以0至100分为限，记100.00分"],
        ),
        (
            "60",
            ("2", "-7.5"),
            ["小计：0.00 = 0.00", "加减分：0.00 + 2 − 7.5 = −5.50", "总分以0至100分为限，记0.00分"],
        ),
        (
            "90",
            ("-0.005",),
            ["小计：75.00 = 75.00", "加减分：75.00 − 0.005 = 74.995", "总分保留两位小数，记75.00分"],
        ),
        ("90", (), ["小计：75.00 = 75.00"]),
    ],
)
def test_each_step_to_the_total(
    result: Any, value: str, points: tuple[str, ...], expected: list[str]
) -> None:
    values = [month(number, value) for number in (1, 2, 3)]
    assert steps(result([kpi()], values, *points))[:-1] == expected


@pytest.mark.parametrize(
    ("value", "grade"), [("93.8", "84.5 ≤ 得分 ≤ 100，评为“好”"), ("93.79", "0 ≤ 得分 < 84.5，评为“差”")]
)
def test_the_grade_names_the_bounds_that_the_total_lies_in(result: Any, value: str, grade: str) -> None:
    found = result([kpi()], [month(number, value) for number in (1, 2, 3)])
    assert steps(found)[-1] == f"等级：总分{found.total}，{grade}"


def test_bounds_leave_no_gap() -> None:
    assert [text for _, text in bounds(GRADES, "zh-CN")] == ["84.5 ≤ 得分 ≤ 100", "0 ≤ 得分 < 84.5"]


def test_rules_in_words() -> None:
    assert rule(kpi(), "zh-CN") == "不低于100%得100分，60%得0分，其间按比例"
    lower = {"direction": Direction.LOWER, "unit": "日", "target": D(2), "floor": D(5)}
    assert rule(kpi(scoring=Scoring.PASS_FAIL, **lower), "zh-CN") == "不高于2 日得100分，否则0分"
    bands = (ScoreBand(at=D(5), score=D(60)), ScoreBand(at=D(2), score=D(100)))
    assert rule(kpi(scoring=Scoring.BANDS, bands=bands, **lower), "zh-CN") == (
        "不高于2 日得100分；不高于5 日得60分；其余0分"
    )


def test_figures_carry_their_unit_and_sign() -> None:
    assert measure(D("-3.50"), kpi()) == "−3.50%"
    assert measure(D(12), kpi(unit="个工作日")) == "12 个工作日"
    assert [signed(D(one)) for one in ("2", "-1.5", "0")] == ["+2", "−1.5", "0"]
