"""Lessons come from projects of the same kind or with the same sorts of risk, those with most in common first."""

from __future__ import annotations

from generator.derive.card import card, tags_of
from generator.derive.lessons import lessons
from generator.load import Loaded
from generator.model.profile import ProjectKind


def test_same_kind_and_shared_tags(samples: dict[str, Loaded]) -> None:
    cards = [card(one.project, lambda _: "x:1") for one in samples.values() if one.project]
    agency = samples["east-china-agency"].project
    assert agency is not None
    assert "financial" in tags_of(agency)
    found = lessons(ProjectKind.SALES_AGENCY, (), cards)
    assert {one.card.id for one in found} == {"east-china-agency"}
    assert {one.common for one in found} == {2}
    tagged = lessons(ProjectKind.SALES_AGENCY, ("回款",), cards)
    assert tagged[0].lesson.title.startswith("海川泵业")
    assert tagged[0].common == 3
    assert lessons(ProjectKind.NDA, ("没有这个标签",), cards) == ()
