"""Lessons of other projects that a project should know: those of the same kind of contract or with risks of the same sort."""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.card import Card, Lesson
from generator.model.profile import ProjectKind
from generator.model.value import record


@record
class Told:
    """A lesson with the project that learnt it, and how many things both have in common."""

    card: Card
    lesson: Lesson
    common: int


def lessons(kind: ProjectKind, tags: Iterable[str], others: Iterable[Card]) -> tuple[Told, ...]:
    """Return the lessons of ``others`` that concern a project of ``kind`` with ``tags`` (its own, and the sorts of its risks).

    Those with most in common come first: the same kind counts for two, each shared tag for one.
    """
    wanted = set(tags)
    found = [
        Told(card, one, 2 * (card.kind is kind) + len(wanted & {*one.tags, *card.tags}))
        for card in others
        for one in card.lessons
    ]
    return tuple(
        sorted(
            (one for one in found if one.common), key=lambda one: (-one.common, one.card.id, one.lesson.title)
        )
    )
