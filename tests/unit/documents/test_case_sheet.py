"""The case sheet prints every case with its lesson; nothing for a project without cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.documents.case_sheet import KIND
from generator.model.project import Project


@pytest.mark.parametrize("name", ["agency", "service", "technical"])
def test_every_case(project_of: Callable[[str], Project], make: Any, read: Any, name: str) -> None:
    project = project_of(name)
    text = read(make(KIND, project)).text
    for one in project.cases:
        assert all(fact in text for fact in (one.title, one.cause, one.lesson, *one.tags))
    assert KIND.items(replace(project, cases=())) == ()


def test_risks_and_clause_are_named(agency: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, agency)).text
    assert "R-05 竞品降价导致流量计订单流失" in text
    bare = tuple(
        replace(one, tags=(), risks=(), clause=None, situation=None, date=None) for one in agency.cases
    )
    assert "—" in read(make(KIND, replace(agency, cases=bare))).text
