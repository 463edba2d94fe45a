"""Deviations: each kind in its place, and what cannot be applied told where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support import ORIGIN

from generator.diagnostics import Place
from generator.documents import contract
from generator.documents.choices import NO_ALTERNATIVE, NO_EFFECT, TWICE, applied, without_effect
from generator.documents.clauses import Alternative, Clause, ClausePart, load
from generator.documents.kind import Job
from generator.load import Loaded
from generator.model.deviation import Deviation
from generator.resources import Library

CLAUSES, _ = load(Library())
IDS = [clause.id for clause in CLAUSES]


def deviating(*deviations: Deviation) -> dict[str, Clause]:
    clauses, problems = applied(CLAUSES, deviations, "zh-CN")
    assert problems == ()
    return {clause.id: clause for clause in clauses}


def test_without_deviations_the_library_stays_as_it_is() -> None:
    assert applied(CLAUSES, (), "zh-CN") == (CLAUSES, ())


def test_an_alternative_of_the_library_takes_the_place_of_the_text() -> None:
    made = deviating(Deviation(clause="confidentiality", use="affiliates", reason="r"))
    assert list(made) == IDS
    assert "关联公司" in str(made["confidentiality"].text)
    assert all(made[one.id] == one for one in CLAUSES if one.id != "confidentiality")


def test_a_text_of_the_project_stands_where_it_is_written() -> None:
    made = deviating(Deviation(clause="general", text=("甲", "乙"), reason="r"))["general"]
    assert [(entry.text, entry.place) for entry in made.text["zh-CN"]] == [
        ("甲", Place(("deviations", 0, "text", 0))),
        ("乙", Place(("deviations", 0, "text", 1))),
    ]


def test_a_clause_is_left_out_and_another_added() -> None:
    made = deviating(
        Deviation(clause="integrity", omit=True, reason="r"),
        Deviation(add="no-solicitation", after="annex-price", title="不招揽", text=("条文",), reason="r"),
        Deviation(add="second", after="no-solicitation", title="其二", text=("条文",), reason="r"),
    )
    expected = [name for name in IDS if name != "integrity"]
    at = expected.index("annex-price") + 1
    assert list(made) == [*expected[:at], "no-solicitation", "second", *expected[at:]]
    own = made["no-solicitation"]
    assert (own.part, own.when, own.statutes, own.alternatives) == (ClausePart.ANNEX, None, (), ())
    assert own.title == {"zh-CN": "不招揽"}


@pytest.mark.parametrize(
    ("deviations", "code", "route"),
    [
        ([Deviation(clause="general", use="electronik", reason="r")], NO_ALTERNATIVE.id, (0, "use")),
        ([Deviation(clause="breach", use="affiliates", reason="r")], NO_ALTERNATIVE.id, (0, "use")),
        (
            [
                Deviation(clause="breach", text=("甲",), reason="r"),
                Deviation(clause="breach", omit=True, reason="r"),
            ],
            TWICE.id,
            (1, "clause"),
        ),
        (
            [
                Deviation(clause="breach", omit=True, reason="r"),
                Deviation(add="own", after="breach", title="t", text=("甲",), reason="r"),
            ],
            TWICE.id,
            (1, "after"),
        ),
    ],
)
def test_what_cannot_be_applied(deviations: list[Deviation], code: str, route: tuple[int, str]) -> None:
    _, (problem,) = applied(CLAUSES, deviations, "zh-CN")
    assert (problem.code, problem.location) == (code, Place(("deviations", *route)))
    assert problem.hint


def test_a_deviation_without_effect_is_told() -> None:
    deviations = (
        Deviation(clause="territory", omit=True, reason="r"),
        Deviation(clause="breach", omit=True, reason="r"),
        Deviation(clause="general", omit=False, reason="r"),
        Deviation(add="own", after="general", title="t", text=("甲",), reason="r"),
    )
    told = list(without_effect(deviations, {"breach", "general"}, {"general", "own"}))
    assert [(one.code, one.location) for one in told] == [
        (NO_EFFECT.id, Place(("deviations", 0, "clause"))),
        (NO_EFFECT.id, Place(("deviations", 2, "clause"))),
    ]


def test_alternatives_of_the_library_have_ids_of_their_own_and_another_text() -> None:
    for clause in CLAUSES:
        names = [one.id for one in clause.alternatives]
        assert len(names) == len(set(names))
        assert all(one.text != clause.text for one in clause.alternatives)
        assert all(one.text.keys() == clause.text.keys() for one in clause.alternatives)


ALTERNATIVES = [(clause, one) for clause in CLAUSES for one in clause.alternatives]


@pytest.mark.parametrize(
    ("clause", "one"), ALTERNATIVES, ids=[f"{clause.id}-{one.id}" for clause, one in ALTERNATIVES]
)
def test_each_alternative_makes_a_contract(
    starters: dict[str, Loaded], clause: Clause, one: Alternative
) -> None:
    for kind in clause.kinds:
        project = starters[kind].project
        assert project is not None
        job = Job(
            replace(project, deviations=(Deviation(clause=clause.id, use=one.id, reason="谈判"),)),
            contract.KIND.items(project)[0],
            "zh-CN",
            Library(),
            ORIGIN,
        )
        made, standard = contract.KIND.render(job), contract.KIND.render(replace(job, project=project))
        assert made.diagnostics == ()
        assert made.body != standard.body
