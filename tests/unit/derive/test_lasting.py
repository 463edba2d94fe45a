"""What lasts and what the end brings: duties, covenants, materials, secrets, the notice on renewal."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.derive.lasting import lasting, renewal_notice
from generator.derive.obligation import Obligation, ObligationKind, ObligationState
from generator.load import Loaded
from generator.model.common import Duration, DurationUnit, Side
from generator.model.contract import Discloser, PersonalInformation, Renewal
from generator.model.covenant import Audit, Bound, ControlChange, Covenants, Insurance, NonCompete
from generator.model.project import Project
from generator.model.support import Closing, Material, Resources

D = datetime.date
YEAR = Duration(1, DurationUnit.YEARS)


def of(project: Project, kind: ObligationKind, on: D | None = None) -> list[Obligation]:
    return [one for one in lasting(project, on or project.project.as_of) if one.kind is kind]


def changed(project: Project, **changes: Any) -> Project:
    return replace(project, contract=replace(project.contract, **changes))


def test_renewal_notice(service: Project, technical: Project) -> None:
    found = renewal_notice(service)
    assert found is not None
    assert found.day == D(2026, 10, 31)
    assert renewal_notice(technical) is None
    term = replace(service.contract.term, renewal=Renewal.NONE)
    assert renewal_notice(changed(service, term=term)) is None


def test_whether_notice_was_given_is_not_made_up(service: Project) -> None:
    both = of(service, ObligationKind.NOTICE, D(2026, 11, 1))
    assert [(one.party, one.state) for one in both] == [(side, ObligationState.UNRECORDED) for side in Side]
    assert {one.done_on for one in both} == {None}


def test_duties_end_with_the_term(agency: Project) -> None:
    duties = of(agency, ObligationKind.DUTY)
    assert {(one.party, one.clause) for one in duties} == {
        (Side.PARTY_A, "party-a"),
        (Side.PARTY_B, "party-b"),
    }
    after = of(agency, ObligationKind.DUTY, agency.contract.term.end + datetime.timedelta(days=1))
    assert {one.state for one in after} == {ObligationState.ENDED}


@pytest.mark.parametrize(
    ("covenants", "kind", "sides", "due"),
    [
        (Covenants(non_compete=NonCompete(scope="同类产品")), "non_compete", "b", None),
        (Covenants(non_solicit_customers=YEAR), "non_solicit_customers", "ab", D(2027, 12, 31)),
        (Covenants(non_solicit_employees=YEAR), "non_solicit_employees", "ab", D(2027, 12, 31)),
        (Covenants(non_disparagement=Bound.PARTY_B), "non_disparagement", "b", None),
        (Covenants(non_disparagement=Bound.BOTH), "non_disparagement", "ab", None),
        (Covenants(change_of_control=ControlChange(notify_within=YEAR)), "control_change", "ab", None),
        (Covenants(audit=Audit(notice=YEAR, keep=YEAR)), "records", "b", None),
        (Covenants(insurance=(Insurance(kind="雇主责任险", amount=Decimal(1)),)), "insurance", "b", None),
    ],
)
def test_covenants(agency: Project, covenants: Covenants, kind: str, sides: str, due: D | None) -> None:
    rows = of(changed(agency, covenants=covenants), ObligationKind(kind))
    assert "".join(one.party.value[-1] for one in rows) == sides
    assert {(one.clause, one.due) for one in rows} == {("covenants", due)}


def test_materials_are_handed_over_and_come_back(agency: Project) -> None:
    def lent(quantity: int, handed: int, returned: int) -> list[ObligationState]:
        one = Material(
            id="x", name="样机", quantity=Decimal(quantity), unit="台", handed_over=Decimal(handed),
            returned=Decimal(returned),
        )  # fmt: skip
        project = replace(agency, resources=Resources(materials=(one,)))
        late = D(2030, 1, 1)
        return [
            row.state
            for kind in (ObligationKind.MATERIAL, ObligationKind.MATERIAL_RETURN)
            for row in of(project, kind, late)
        ]

    assert lent(5, 5, 5) == [ObligationState.DONE, ObligationState.DONE]
    assert lent(5, 5, 4) == [ObligationState.DONE, ObligationState.OVERDUE]
    assert lent(5, 4, 4)[0] is ObligationState.ENDED


def test_personal_information_is_deleted_after_the_end(agency: Project) -> None:
    private = PersonalInformation(
        purpose="下单", methods=("存储",), types=("姓名",), measures=("加密",), delete_within=YEAR
    )
    (row,) = of(changed(agency, personal_information=private), ObligationKind.DELETION)
    assert (row.party, row.due) == (Side.PARTY_B, D(2027, 12, 31))


@pytest.mark.parametrize(
    ("direction", "told"),
    [
        (Discloser.PARTY_A, [Side.PARTY_B]),
        (Discloser.PARTY_B, [Side.PARTY_A]),
        (Discloser.MUTUAL, list(Side)),
    ],
)
def test_who_is_told_a_secret_keeps_and_returns_it(
    starters: dict[str, Loaded], direction: Discloser, told: list[Side]
) -> None:
    project = starters["nda"].project
    assert project is not None
    assert project.contract.disclosure is not None
    one = changed(project, disclosure=replace(project.contract.disclosure, direction=direction))
    for kind in (ObligationKind.CONFIDENTIALITY, ObligationKind.DELETION):
        assert [row.party for row in of(one, kind)] == told


def test_materials_of_a_contract_for_work(starters: dict[str, Loaded]) -> None:
    project = starters["work"].project
    assert project is not None
    assert project.contract.processing is not None
    terms = replace(project.contract.processing, materials=("钢板",), materials_by=Side.PARTY_A)
    one = changed(project, processing=terms)
    (given,) = [row for row in of(one, ObligationKind.MATERIAL) if row.text == "钢板"]
    (seen,) = [row for row in of(one, ObligationKind.INSPECTION) if row.text == "钢板"]
    assert (given.party, seen.party) == (Side.PARTY_A, Side.PARTY_B)
    assert (seen.state, seen.within) == (ObligationState.WAITING, terms.inspect_within)


def test_the_handover_is_done_on_the_day_that_the_closing_states(service: Project) -> None:
    on = D(2027, 1, 15)
    (before,) = of(service, ObligationKind.HANDOVER, on)
    assert before.state is ObligationState.OPEN
    (after,) = of(
        replace(service, closing=Closing(handed_over_on=D(2027, 1, 14))), ObligationKind.HANDOVER, on
    )
    assert (after.state, after.done_on) == (ObligationState.DONE, D(2027, 1, 14))
    (later,) = of(
        replace(service, closing=Closing(handed_over_on=D(2027, 1, 16))), ObligationKind.HANDOVER, on
    )
    assert later.state is ObligationState.OPEN
