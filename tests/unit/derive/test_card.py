"""A card holds what the project says, on the project's own day, each with its place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.derive.card import AHEAD, Card, Standing, card, standing
from generator.derive.due import due
from generator.load import Loaded
from generator.model.performance import Grade

SAMPLES = ["east-china-agency", "service-desk-outsourcing", "warehouse-system"]


def of(loaded: Loaded) -> Card:
    assert loaded.project is not None
    merged = loaded.merged
    assert merged is not None
    return card(loaded.project, lambda route: f"{merged.span(route).file}:{merged.span(route).line}")


@pytest.mark.parametrize("name", SAMPLES)
def test_a_card_is_what_the_project_says(samples: dict[str, Loaded], name: str) -> None:
    project, one = samples[name].project, of(samples[name])
    assert project is not None
    assert (one.id, one.on, one.end) == (project.project.id, project.project.as_of, project.contract.term.end)
    assert one.paid + one.remaining == one.agreed
    dated = [row for row in due(project, one.on, AHEAD) if row.day]
    assert [(task.day, task.text) for task in one.tasks] == [(row.day, row.text) for row in dated]
    assert len(one.scores) == len(project.evaluations)
    assert len(one.lessons) == len(project.cases)
    assert sum((one.levels.low, one.levels.medium, one.levels.high, one.levels.extreme)) == sum(
        risk.status.value != "closed" for risk in project.risks
    )


def test_places_are_lines_of_files(samples: dict[str, Loaded]) -> None:
    one = of(samples["east-china-agency"])
    assert one.scores[-1].source.startswith("specs/east-china-agency/evaluations/2026-Q3.yaml:")
    assert all(task.source.rpartition(":")[2].isdigit() for task in one.tasks)


def test_evaluations_after_the_day_do_not_count(samples: dict[str, Loaded]) -> None:
    project = samples["east-china-agency"].project
    assert project is not None
    early = replace(project, project=replace(project.project, as_of=project.evaluations[0].date))
    assert len(card(early, lambda _: "").scores) == 1


def test_where_a_grade_stands() -> None:
    grades = tuple(
        Grade(label=name, min=Decimal(at), consequence="x")
        for name, at in (("a", 90), ("b", 75), ("c", 60), ("d", 0))
    )
    assert [standing(one, grades) for one in grades] == [
        Standing.GOOD, Standing.GOOD, Standing.MIDDLE, Standing.LOWEST,
    ]  # fmt: skip
    assert standing(grades[0], grades[:1]) is Standing.GOOD
