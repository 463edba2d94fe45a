"""A waiver sets warnings aside, never an error, and one without a warning is told."""

from __future__ import annotations

import datetime

import pytest

from generator.diagnostics import Diagnostic, Place, Severity, Text
from generator.load import codes
from generator.load.waive import waived
from generator.model.waiver import Waiver

Step = str | int


def finding(code: str, *route: Step, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(code, severity, Text("甲", "a"), Place(route))


def waiver(code: str, at: str | None = None) -> Waiver:
    return Waiver(code=code, at=at, reason="r", approved_by="zhou", approved_on=datetime.date(2026, 1, 1))


ONE = finding("L104", "parties", "party_b", "size")
TERM = finding("L115", "contract", "other_terms", 0)


def test_without_waivers_everything_stays() -> None:
    assert waived((ONE, TERM), ()) == ((ONE, TERM), ())


@pytest.mark.parametrize("at", [None, "contract", "contract.other_terms"])
def test_a_warning_is_set_aside(at: str | None) -> None:
    assert waived((ONE, TERM), (waiver("L115", at),)) == ((ONE,), (TERM,))


@pytest.mark.parametrize("at", ["parties", "contract.other", "contract.other_terms.more"])
def test_only_within_its_part(at: str) -> None:
    kept, aside = waived((ONE, TERM), (waiver("L115", at),))
    assert aside == ()
    assert kept[:2] == (ONE, TERM)
    assert (kept[2].code, kept[2].location) == (codes.NOTHING_WAIVED.id, Place(("waivers", 0, "code")))


def test_all_of_a_code_and_the_first_waiver_that_fits() -> None:
    more = finding("L115", "contract", "other_terms", 1)
    kept, aside = waived((TERM, more), (waiver("L115"), waiver("L115", "contract")))
    assert aside == (TERM, more)
    assert [one.code for one in kept] == [codes.NOTHING_WAIVED.id]


def test_an_error_stays_and_its_waiver_is_one_more() -> None:
    wrong = finding("M101", "contract", "price", severity=Severity.ERROR)
    kept, aside = waived((wrong,), (waiver("M101"),))
    assert aside == ()
    assert [one.code for one in kept] == ["M101", codes.ERROR_WAIVED.id]
