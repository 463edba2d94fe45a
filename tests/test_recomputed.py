"""Every score that an evaluation form of the samples prints, computed again from the YAML alone.

Nothing of the program's arithmetic is used here: fractions, the text of the files, and the cells of the Word tables.
"""

from __future__ import annotations

import io
from fractions import Fraction
from functools import cache
from math import floor
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from support import ORIGIN

from generator.documents.evaluation import KIND
from generator.documents.kind import Job
from generator.load import load_project, open_workspace
from generator.model.project import Project
from generator.resources import Library

ROOT = Path(__file__).parents[1]
SAMPLES = ("east-china-agency", "warehouse-system", "service-desk-outsourcing.yaml")
QUARTERS = {"Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12")}
DUE = {
    "2026-01": "2026-02-05", "2026-02": "2026-03-05", "2026-03": "2026-04-07", "2026-04": "2026-05-06",
    "2026-05": "2026-06-05", "2026-06": "2026-07-06", "2026-07": "2026-08-05", "2026-08": "2026-09-07",
    "2026-09": "2026-10-08", "2026-10": "2026-11-05", "2026-11": "2026-12-07", "2026-12": "2027-01-05",
    "2026-Q1": "2026-04-15", "2026-Q2": "2026-07-15", "2026-Q3": "2026-10-15", "2026-Q4": "2027-01-15",
}  # fmt: skip
"""When the reports of the agency were due: the 5th, of a quarter the 15th, or the next working day of 2026's calendar."""
FORMULAS = {
    ("warehouse-system", "first-pass"): lambda one: half_up(Fraction(one["passed"], one["checked"]) * 100, 1),
    ("warehouse-system", "defects"): lambda one: half_up(
        Fraction(one["closed_in_time"], one["severe"]) * 100, 2
    ),
}


def half_up(value: Fraction, places: int) -> Fraction:
    """Return ``value`` rounded half up (away from zero) to so many decimals."""
    sign = -1 if value < 0 else 1
    return sign * Fraction(floor(abs(value) * 10**places + Fraction(1, 2)), 10**places)


def plain(file: Path) -> Any:
    """Return what a file says, every scalar as it is written."""
    return yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  (makes text, lists and mappings only)


@cache
def entries(name: str, section: str) -> Any:
    """Return what the files of a sample say in ``section``, every scalar as it is written."""
    path = ROOT / "specs" / name
    if path.is_file():
        return plain(path).get(section, [])
    found: list[Any] = []
    for file in sorted((path / section).glob("*.yaml")):
        part = plain(file)
        found += part if isinstance(part, list) else [part]
    for file in sorted(path.glob("*.yaml")):
        part = plain(file)
        if isinstance(part, dict) and section in part:
            return part[section]
    return found


def inside(day: str, period: str) -> bool:
    year, _, part = period.partition("-")
    first, last = QUARTERS.get(part, (part, part))
    return f"{year}-{first}-01" <= day <= f"{year}-{last}-31"


def derived(name: str, source: str, period: str) -> Fraction | None:
    if source == "sales_achievement":
        targets = entries(name, "contract")["sales"]["targets"]
        sold = Fraction(0)
        for one in entries(name, "sales_records"):
            if inside(one["date"], period):
                sold += Fraction(one["amount"]) * {"received": 1, "returned": -1, "bad_debt": -1}.get(
                    one["kind"], 0
                )
        return sold / sum(Fraction(one["amount"]) for one in targets if one["period"] == period) * 100
    if source == "reports_on_time":
        owed = [one for report in entries(name, "reports") for one in report["received"]]
        due = [one for one in owed if inside(DUE[one["period"]], period)]
        met = [one for one in due if one.get("received_on", "9999") <= DUE[one["period"]]]
        return Fraction(len(met), len(due)) * 100
    assert source == "survey_mean"
    made = [one for one in entries(name, "feedback")["surveys"] if inside(one["date"], period)]
    people = sum(int(one["respondents"]) for one in made)
    return sum(Fraction(one["score"]) * int(one["respondents"]) for one in made) / people if made else None


def actual(name: str, kpi: Any, period: str) -> Fraction | None:
    found = [
        one for one in entries(name, "measurements") if (one["kpi"], one["period"]) == (kpi["id"], period)
    ]
    if kpi["scoring"] == "rated":
        made = next(one for one in entries(name, "evaluations") if one["period"] == period)
        marks = [Fraction(one["score"]) for one in made.get("ratings", ()) if one["kpi"] == kpi["id"]]
        return half_up(sum(marks, Fraction(0)) / len(marks), 2)
    written = found[0] if found else {}
    if "missing" in written:
        return None
    if "derived_from" in kpi:
        value = derived(name, kpi["derived_from"], period)
        return None if value is None else half_up(value, 2)
    if "inputs" in written:
        return FORMULAS[name, kpi["id"]]({one["name"]: int(one["value"]) for one in written["inputs"]})
    return Fraction(written["value"])


def scored(kpi: Any, value: Fraction) -> Fraction:
    target, lowest, higher = Fraction(kpi["target"]), Fraction(kpi["floor"]), kpi["direction"] == "higher"
    if kpi["scoring"] == "pass_fail":
        return Fraction(100 if (value >= target if higher else value <= target) else 0)
    if kpi["scoring"] == "rated":
        return value
    if kpi["scoring"] == "deduction":
        free = Fraction(kpi.get("free_events", 0))
        return max(100 - max(value - free, Fraction(0)) * Fraction(kpi["points_per_event"]), Fraction(0))
    if kpi["scoring"] == "bands":
        fits = [
            one
            for one in kpi["bands"]
            if (value >= Fraction(one["at"]) if higher else value <= Fraction(one["at"]))
        ]
        return max((Fraction(one["score"]) for one in fits), default=Fraction(0))
    return min(max(half_up((value - lowest) / (target - lowest) * 100, 2), Fraction(0)), Fraction(100))


def weights(kept: list[Fraction]) -> list[Fraction]:
    """Return weights scaled to 100 with two decimals, what is left over going to the largest remainders."""
    exact = [one * 100 / sum(kept) for one in kept]
    cut = [Fraction(floor(one * 100), 100) for one in exact]
    left = int((100 - sum(cut)) * 100)
    order = sorted(range(len(kept)), key=lambda at: (cut[at] - exact[at], at))
    return [one + Fraction(1, 100) * (at in order[:left]) for at, one in enumerate(cut)]


@cache
def result(
    name: str, index: int, *, corrected: bool = True
) -> tuple[dict[str, tuple[Fraction | None, Fraction]], Fraction]:
    """Return each KPI's score and weighted score, and the total."""
    one = entries(name, "evaluations")[index]
    changed = {}
    if corrected and "decided_on" in one.get("appeal", {}):
        changed = {each["kpi"]: each for each in one["appeal"].get("corrections", [])}
    kpis, scores = entries(name, "kpis"), list[Fraction | None]()
    for kpi in kpis:
        value = actual(name, kpi, one["period"])
        if "value" in changed.get(kpi["id"], {}):
            value = Fraction(changed[kpi["id"]]["value"])
        scores.append(None if value is None else scored(kpi, value))
    kept = weights(
        [Fraction(kpi["weight"]) for kpi, score in zip(kpis, scores, strict=True) if score is not None]
    )
    lines, scaled = dict[str, tuple[Fraction | None, Fraction]](), iter(kept)
    for kpi, score in zip(kpis, scores, strict=True):
        part = Fraction(0) if score is None else half_up(score * next(scaled) / 100, 2)
        lines[kpi["name"]] = (score, part)
    points = sum((Fraction(each["points"]) for each in one.get("adjustments", [])), Fraction(0))
    return lines, min(max(sum(part for _, part in lines.values()) + points, Fraction(0)), Fraction(100))


@cache
def sample(name: str) -> Project:
    loaded = load_project(open_workspace(ROOT), ROOT / "specs" / name)
    assert loaded.project is not None
    return loaded.project


@cache
def tables(name: str, index: int) -> list[list[list[str]]]:
    project = sample(name)
    rendered = KIND.render(Job(project, KIND.items(project)[index], "zh-CN", Library(), ORIGIN))
    assert rendered.body is not None
    made = docx.Document(io.BytesIO(rendered.body))
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in made.tables]


def headed(found: list[list[list[str]]], *names: str) -> list[list[str]]:
    return next(one[1:] for one in found if set(names) <= set(one[0]))


FORMS = [(name, index) for name in SAMPLES for index in range(len(entries(name, "evaluations")))]


@pytest.mark.parametrize(("name", "index"), FORMS)
def test_every_printed_score_is_right(name: str, index: int) -> None:
    found, (lines, total) = tables(name, index), result(name, index)
    rows = headed(found, "指标", "实际值", "得分", "加权得分")
    assert [row[2] for row in rows[:-1]] == list(lines)
    for row, (score, part) in zip(rows, lines.values(), strict=False):
        shown = [cell.split("\n")[0] for cell in row[-2:]]
        assert shown == (["—", "—"] if score is None else [f"{float(score):.2f}", f"{float(part):.2f}"])
    assert Fraction(rows[-1][-1]) == sum(part for _, part in lines.values())
    whole = next(one for one in found if one[0][0] == "总分")[0]
    assert Fraction(whole[1]) == total
    grades = sorted(entries(name, "assessment")["grades"], key=lambda one: Fraction(one["min"]))
    assert whole[3] == [one["label"] for one in grades if Fraction(one["min"]) <= total][-1]


@pytest.mark.parametrize("index", range(3))
def test_the_rolling_score_is_right(index: int) -> None:
    name = "east-china-agency"
    rows = headed(tables(name, index), "期间", "总分", "权重")
    agreed = [Fraction(one) for one in entries(name, "assessment")["rolling"]][: index + 1]
    totals = [result(name, at)[1] for at in range(index, -1, -1)]
    parts = [half_up(one * weight / 100, 2) for one, weight in zip(totals, weights(agreed), strict=True)]
    assert [Fraction(row[1]) for row in rows[:-1]] == totals
    assert [Fraction(row[3]) for row in rows] == [*parts, sum(parts)]


def test_both_results_of_an_appeal_are_right() -> None:
    name = "service-desk-outsourcing.yaml"
    index = next(at for at, one in enumerate(entries(name, "evaluations")) if "appeal" in one)
    rows = headed(tables(name, index), "原得分", "更正后得分")
    (before, old), (after, new) = result(name, index, corrected=False), result(name, index)
    for row in rows[:-1]:
        assert [Fraction(cell) for cell in row[3:5]] == list(before[row[0]])
        assert [Fraction(cell) for cell in row[7:9]] == list(after[row[0]])
    assert (Fraction(rows[-1][4]), Fraction(rows[-1][8])) == (old, new)
    assert (rows[-1][3], rows[-1][7]) == ("良好", "优秀")
