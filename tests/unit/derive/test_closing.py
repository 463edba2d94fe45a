"""What is open keeps a project from being closed, until it is done or left over by agreement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.derive.closing import OpenKind, open_points
from generator.load import Loaded
from generator.model.risk import RiskStatus
from generator.model.support import Closing, LeftOver

SAMPLES = ["east-china-agency", "service-desk-outsourcing", "warehouse-system"]


@pytest.mark.parametrize("name", SAMPLES)
def test_counts_are_those_of_the_records(samples: dict[str, Loaded], name: str) -> None:
    project = samples[name].project
    assert project is not None
    found = [one.kind for one in open_points(replace(project, closing=None), project.project.as_of)]
    assert found.count(OpenKind.RISK) == sum(one.status is not RiskStatus.CLOSED for one in project.risks)
    materials = project.resources.materials if project.resources else ()
    assert found.count(OpenKind.MATERIAL) == sum(one.handed_over > one.returned for one in materials)
    complaints = project.feedback.complaints if project.feedback else ()
    assert found.count(OpenKind.COMPLAINT) == sum(one.closed_on is None for one in complaints)


def test_what_is_left_over_is_not_open(samples: dict[str, Loaded]) -> None:
    project = samples["warehouse-system"].project
    assert project is not None
    on = project.project.as_of
    before = {one.id for one in open_points(project, on)}
    entry = LeftOver(refers="p6", what="x", owner="wen", due=on)
    after = {one.id for one in open_points(replace(project, closing=Closing(left_over=(entry,))), on)}
    assert before - after == {"p6"}


def test_each_obligation_is_told_once(samples: dict[str, Loaded]) -> None:
    project = samples["east-china-agency"].project
    assert project is not None
    found = [one.id for one in open_points(project, project.project.as_of) if one.kind is OpenKind.OBLIGATION]
    assert len(found) == len(set(found))
