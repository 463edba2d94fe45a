"""Scores by hand and by the program are the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import OCTOBER

from generator.derive.score import evaluate, grade_of, score
from generator.load import load_project, open_workspace
from generator.model.common import Direction, Frequency, Period, PeriodKind
from generator.model.performance import (
    Adjustment,
    Evaluation,
    Grade,
    Kpi,
    Measurement,
    MissingValue,
    ScoreBand,
    Scoring,
    VetoFact,
)
from generator.model.project import Project

D = Decimal
GRADES = tuple(
    Grade(label=label, min=D(low), consequence="-") for label, low in (("A", 85), ("B", 60), ("C", 0))
)


@pytest.fixture(scope="module")
def sample() -> Project:
    loaded = load_project(open_workspace(OCTOBER), OCTOBER / "specs" / "east-china-agency")
    assert loaded.project is not None
    return loaded.project


def kpi(**changes: Any) -> Kpi:
    base: dict[str, Any] = {
        "id": "k", "name": "指标", "category": "quality", "definition": "d", "unit": "%", "direction": Direction.HIGHER,
        "target": D(100), "floor": D(60), "weight": D(100), "scoring": Scoring.LINEAR, "frequency": Frequency.QUARTERLY,
        "source": "s", "owner": "o",
    }  # fmt: skip
    return Kpi(**{**base, **changes})


@pytest.mark.parametrize(
    ("actual", "points"),
    [
        ("60", "0"),
        ("100", "100"),
        ("96.5", "91.25"),
        ("80", "50"),
        ("59", "0"),
        ("150", "100"),
        ("-5", "0"),
        ("73.333", "33.33"),
    ],
)
def test_linear_upwards(actual: str, points: str) -> None:
    assert score(kpi(), D(actual))[0] == D(points)


@pytest.mark.parametrize(
    ("actual", "points"), [("1", "100"), ("5", "0"), ("3", "50"), ("0", "100"), ("9", "0")]
)
def test_linear_downwards(actual: str, points: str) -> None:
    assert score(kpi(direction=Direction.LOWER, target=D(1), floor=D(5)), D(actual))[0] == D(points)


def test_the_arithmetic_can_be_read() -> None:
    assert score(kpi(), D("96.5"))[1] == "(96.5 − 60) ÷ (100 − 60) × 100 = 91.25"
    assert score(kpi(), D("104"))[1].endswith("= 110.00 → 100")


@pytest.mark.parametrize(("actual", "points"), [("100", 100), ("99.99", 0), ("101", 100)])
def test_pass_or_fail(actual: str, points: int) -> None:
    assert score(kpi(scoring=Scoring.PASS_FAIL), D(actual))[0] == points


@pytest.mark.parametrize(("actual", "points"), [("95", 100), ("94.9", 80), ("80", 80), ("79.9", 0)])
def test_bands_belong_to_their_lower_edge(actual: str, points: int) -> None:
    bands = (ScoreBand(at=D(80), score=D(80)), ScoreBand(at=D(95), score=D(100)))
    assert score(kpi(scoring=Scoring.BANDS, bands=bands), D(actual))[0] == points


@pytest.mark.parametrize(("actual", "points"), [("1", 100), ("1.1", 60), ("3", 60), ("3.1", 0)])
def test_bands_downwards_belong_to_their_upper_edge(actual: str, points: int) -> None:
    bands = (ScoreBand(at=D(1), score=D(100)), ScoreBand(at=D(3), score=D(60)))
    assert score(kpi(scoring=Scoring.BANDS, bands=bands, direction=Direction.LOWER), D(actual))[0] == points


@pytest.mark.parametrize(
    ("total", "label"),
    [("0", "C"), ("59.5", "C"), ("59.99", "C"), ("60", "B"), ("84.5", "B"), ("85", "A"), ("100", "A")],
)
def test_each_total_has_one_grade(total: str, label: str) -> None:
    assert grade_of(D(total), GRADES).label == label


@given(st.decimals(0, 100, places=2), st.permutations(GRADES))
def test_the_order_of_grades_does_not_matter(total: Decimal, grades: list[Grade]) -> None:
    assert grade_of(total, grades) == grade_of(total, GRADES)


def made(sample: Project, kpis: list[Kpi], values: list[Measurement], **changes: Any) -> Any:
    evaluation = Evaluation(
        id="e",
        period=Period(2026, PeriodKind.QUARTER, 1),
        date=sample.project.as_of,
        evaluators=(),
        **changes,
    )
    assessment = replace(sample.assessment, grades=GRADES, bonus_max=None)  # type: ignore[type-var]
    project = replace(sample, kpis=tuple(kpis), measurements=tuple(values), assessment=assessment)  # type: ignore[type-var]
    return evaluate(project, evaluation)


def value(kpi_: str, number: str | None, month: int = 0, missing: MissingValue | None = None) -> Measurement:
    period = Period(2026, PeriodKind.MONTH, month) if month else Period(2026, PeriodKind.QUARTER, 1)
    return Measurement(kpi=kpi_, period=period, value=None if number is None else D(number), missing=missing)


def test_missing_values_reweight_and_never_score(sample: Project) -> None:
    kpis = [kpi(id="a", weight=D(50)), kpi(id="b", weight=D(30)), kpi(id="c", weight=D(20))]
    values = [value("a", "100"), value("b", "60"), value("c", None, missing=MissingValue.NO_DATA)]
    result = made(sample, kpis, values)
    assert [line.weight for line in result.lines] == [D("62.50"), D("37.50"), 0]
    assert result.total == D("62.50")
    assert result.reweighted


def test_with_nothing_measured_there_is_no_score(sample: Project) -> None:
    kpis = [kpi(id="a", weight=D(100)), kpi(id="b", weight=D(0))]
    bonus = (Adjustment(points=D(5), reason="r"),)
    for values in ([], [value("b", "100")], [value("a", None, missing=MissingValue.NO_DATA)]):
        assert not made(sample, kpis, values, adjustments=bonus).scored
    assert made(sample, kpis, [value("a", "0")]).scored


def test_weights_after_reweighting_add_up_to_100(sample: Project) -> None:
    kpis = [
        kpi(id=name, weight=weight) for name, weight in zip("abcd", (D(30), D(30), D(30), D(10)), strict=True)
    ]
    result = made(sample, kpis, [value("a", "90"), value("b", "90"), value("c", "90")])
    assert sum(line.weight for line in result.lines) == 100
    assert result.subtotal == sum(line.weighted for line in result.lines)


def test_months_within_a_quarter_are_averaged(sample: Project) -> None:
    monthly = kpi(frequency=Frequency.MONTHLY)
    values = [value("k", "70", 1), value("k", "80", 2), value("k", "81", 3), value("k", "100", 4)]
    (line,) = made(sample, [monthly], values).lines
    assert line.actual == D("77.00")
    assert len(line.values) == 3
    assert line.unmeasured == ()


def test_months_without_a_value_are_named(sample: Project) -> None:
    values = [value("k", "80", 3), value("k", None, 1, MissingValue.NO_DATA)]
    (line,) = made(sample, [kpi(frequency=Frequency.MONTHLY)], values).lines
    assert (line.actual, line.missing) == (80, None)
    assert [one.period.number for one in line.measurements] == [1, 3]
    assert line.unmeasured == (Period(2026, PeriodKind.MONTH, 2),)


def test_a_yearly_figure_does_not_apply_to_a_quarter(sample: Project) -> None:
    result = made(sample, [kpi(id="a"), kpi(id="y", frequency=Frequency.YEARLY)], [value("a", "100")])
    assert result.lines[1].missing is MissingValue.NOT_APPLICABLE
    assert result.lines[1].unmeasured == ()
    assert (result.counted, result.total) == (100, 100)


def test_adjustments_are_kept_within_0_and_100(sample: Project) -> None:
    plus = (Adjustment(points=D(5), reason="r"), Adjustment(points=D("-2"), reason="r"))
    result = made(sample, [kpi()], [value("k", "100")], adjustments=plus)
    assert (result.subtotal, result.unclamped, result.total) == (100, 103, 100)
    minus = (Adjustment(points=D("-7"), reason="r"),)
    result = made(sample, [kpi()], [value("k", "60")], adjustments=minus)
    assert (result.subtotal, result.unclamped, result.total, result.grade.label) == (0, -7, 0, "C")


@pytest.mark.parametrize("actual", ["1e40", "-1e40", "1e-40", "0"])
def test_no_figure_that_can_be_read_breaks_the_score(sample: Project, actual: str) -> None:
    narrow = kpi(target=D("1e-40"), floor=D(0))
    assert 0 <= made(sample, [narrow], [value("k", actual)]).total <= 100


def test_a_veto_brings_the_lowest_grade(sample: Project) -> None:
    result = made(sample, [kpi()], [value("k", "100")], vetoes=(VetoFact(veto="v", fact="f"),))
    assert (result.total, result.grade.label, result.vetoed) == (100, "C", True)
