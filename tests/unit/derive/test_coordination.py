"""Who has a part in what."""

from __future__ import annotations

from dataclasses import replace

from generator.derive.coordination import named, parts, people, unassigned
from generator.model.common import Side
from generator.model.coordination import DutyKind
from generator.model.project import Project


def test_every_kind_of_duty_is_covered_in_the_samples(
    agency: Project, service: Project, technical: Project
) -> None:
    for project in (agency, service, technical):
        assert unassigned(project, project.project.as_of) == ()


def test_a_kind_that_nobody_has_is_told(agency: Project) -> None:
    on = agency.project.as_of
    fewer = tuple(one for one in agency.responsibilities if one.kind is not DutyKind.REPORT)
    assert unassigned(replace(agency, responsibilities=fewer), on) == (DutyKind.REPORT,)
    assert unassigned(replace(agency, responsibilities=()), on) == (), "none is asked for"


def test_a_deliverable_of_its_own_needs_no_other(technical: Project) -> None:
    on = technical.project.as_of
    fewer = tuple(one for one in technical.responsibilities if one.kind is not DutyKind.DELIVERY)
    project = replace(technical, responsibilities=fewer)
    assert unassigned(project, on) == (), "d6 alone is left to deliver, and is assigned"
    none = tuple(one for one in fewer if one.deliverable is None)
    assert unassigned(replace(technical, responsibilities=none), on) == (DutyKind.DELIVERY,)


def test_everyone_named_has_a_route(agency: Project) -> None:
    on = agency.project.as_of
    found = dict(named(agency, on))
    assert found["escalation", 1, "party_a"] == "shen"
    assert found["responsibilities", 0, "party_b", "accountable"] == "qian"
    assert found["reports", 0, "recipient"] == "zhou"
    assert "wu" in found.values()
    over = replace(agency, cadence=(replace(agency.cadence[0], end=agency.contract.term.start),))
    assert not any(route[0] == "cadence" for route, _ in named(over, on))
    sides = dict(parts(agency.responsibilities[0]))
    part = sides[Side.PARTY_A]
    assert part is not None
    assert {person for _, person in people(part)} == {"zhou", "shen", "gu", "lin"}
