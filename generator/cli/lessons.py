"""Lessons of other projects: for a new project by its kind, for a project by its kind, its tags and the sorts of its risks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.derive.card import Card
from generator.derive.lessons import Told, lessons
from generator.diagnostics import Text
from generator.locale import words
from generator.model.profile import ProjectKind
from generator.report.text import visible

MOST = 5
LANGUAGES = {"zh": "zh-CN", "en": "en"}


def for_new(kind: ProjectKind, others: Iterable[Card], language: str) -> Iterator[str]:
    """Yield the lines to show who has made a project of ``kind``, none where nobody has learnt anything."""
    found = lessons(kind, (), others)[:MOST]
    if found:
        yield Text("同类项目的案例：", "Lessons of projects of this kind:").of(language)
        yield from _lines(found, language)


def for_project(one: Card, others: Iterable[Card], language: str) -> Iterator[str]:
    """Yield the lessons of ``others`` for the project ``one``, those with most in common first."""
    found = lessons(one.kind, one.tags, (other for other in others if other.id != one.id))[:MOST]
    yield visible(one.name)
    if not found:
        yield Text("  没有相近项目的案例", "  no case of a project like it").of(language)
    yield from _lines(found, language)


def _lines(found: Iterable[Told], language: str) -> Iterator[str]:
    for one in found:
        outcome = words(LANGUAGES[language]).label("outcome", one.lesson.outcome.value)
        yield f"  · {visible(one.lesson.lesson)}"
        case = Text(
            f"    {outcome}：{one.lesson.title}（{one.card.name}，{one.lesson.source}）",
            f"    {outcome}: {one.lesson.title} ({one.card.name}, {one.lesson.source})",
        )
        yield visible(case.of(language))
