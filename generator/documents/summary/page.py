"""What every section of the summary is written with: the project, its language, and how values are printed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from generator import locale
from generator.derive.actions import ActionState, open_actions
from generator.derive.money import Share
from generator.derive.payments import InstalmentState, instalment_states
from generator.derive.periods import span
from generator.derive.risk import RiskLevel
from generator.derive.score import Result, evaluate
from generator.diagnostics import Place, Route
from generator.documents.filters import label
from generator.documents.kind import nowhere
from generator.documents.sources import Sources
from generator.locale.spans import duration_text, period_text
from generator.model.common import Duration, Period, Side
from generator.model.performance import Evaluation
from generator.model.project import Project
from generator.render.pdf import NOTE, Mark, Prose, Run, Tone

SHORT = 36
"""So many characters a name may have in a figure; it stands whole in a table beside it."""

LEVEL_TONES = {
    RiskLevel.LOW: Tone.GOOD,
    RiskLevel.MEDIUM: Tone.WARN,
    RiskLevel.HIGH: Tone.BAD,
    RiskLevel.EXTREME: Tone.BAD,
}


@dataclass(frozen=True)
class Page:
    """The project as its readers see it on the day ``on``; what several sections show is derived once."""

    project: Project
    language: str
    on: datetime.date
    where: Callable[[Route], str] = nowhere
    sources: Sources = field(default_factory=Sources)

    @cached_property
    def results(self) -> tuple[tuple[Evaluation, Result], ...]:
        """Return every evaluation up to the day with its result, by period."""
        found = [one for one in self.project.evaluations if one.date <= self.on]
        found.sort(key=lambda one: (span(one.period)[1], span(one.period)[0], one.date))
        return tuple((one, evaluate(self.project, one)) for one in found)

    @cached_property
    def instalments(self) -> tuple[InstalmentState, ...]:
        """Return where each instalment stands."""
        return instalment_states(self.project, self.on)

    @cached_property
    def actions(self) -> tuple[ActionState, ...]:
        """Return the open actions, those due first at the front."""
        return open_actions(self.project, self.on)

    @cached_property
    def names(self) -> dict[str, str]:
        """Return the name of each contact by its id."""
        return {one.id: one.name for one in reversed(self.project.contacts)}

    def word(self, key: str, *values: object) -> str:
        """Return a fixed phrase of the summary with ``values`` in its places."""
        text = locale.words(self.language).word(f"summary_{key}")
        return text.format(*values) if values else text

    def label(self, value: object) -> str:
        """Return what an enum value is called."""
        return label(self.language, value)

    def money(self, amount: Decimal) -> str:
        """Return an amount in the currency of the contract."""
        return locale.money(amount, self.project.contract.currency.value)

    def long(self, day: datetime.date) -> str:
        """Return a day in words."""
        return locale.date_text(day, self.language)

    def day(self, day: datetime.date | None) -> str:
        """Return a day in figures, a dash for none."""
        return locale.date_iso(day) if day else self.word("none")

    def span(self, duration: Duration) -> str:
        """Return a duration in words."""
        return duration_text(duration, self.language)

    def period(self, period: Period) -> str:
        """Return a period in words."""
        return period_text(period, self.language)

    def owner(self, who: str | Side) -> str:
        """Return the name behind a contact's id or a side; any other name as it is."""
        if isinstance(who, Side):
            return self.label(who)
        return self.names.get(who, who)

    def share(self, share: Share | None) -> str:
        """Return a share in percent with at most two decimals."""
        return locale.percent(share.percent) if share else self.word("none")

    def unpublished(self, years: Iterable[int]) -> list[Prose]:
        """Return the note on years whose arrangement of holidays days rely on, if there are any."""
        found = sorted(set(years))
        if not found:
            return []
        text = self.word("unpublished", locale.join([str(year) for year in found], self.language))
        return [Prose(text, NOTE)]

    def cite(self, *route: str | int) -> Run:
        """Return the number of the source of what stands at ``route``."""
        return self.sources.cite(self.where(route))

    def more(self, count: int) -> list[Prose]:
        """Return the line that says how many rows a list leaves out, if any."""
        return [Prose(self.word("more", count), NOTE)] if count > 0 else []


def said(text: str, *route: str | int, tone: Tone | None = None) -> Run:
    """Return text of the project with its place, for findings about it."""
    return Run(text, tone=tone, place=Place(route))


def short(text: str, most: int = SHORT) -> str:
    """Return text for a figure or a running head, cut with an ellipsis where it is too long."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def badge(text: str, tone: Tone) -> Mark | None:
    """Return a status mark, ``None`` for words too long for one."""
    return Mark(text, tone) if text.strip() and len(text) <= 8 else None


def colored(text: str, tone: Tone) -> Run:
    """Return words of a status in their tone."""
    return Run(text, bold=tone is Tone.BAD, tone=tone)


def figure(value: Decimal, unit: str = "") -> str:
    """Return a measured value with its unit: 95%, 7家, 3.5 days."""
    gap = " " if unit and unit[0].isascii() and unit[0].isalnum() else ""
    return f"{locale.number(value)}{gap}{unit}"


def two_places(value: Decimal) -> str:
    """Return a score with two decimals."""
    return f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP)}"


def bare(text: str) -> str:
    """Return text that can be followed by punctuation."""
    return text.strip().rstrip("。；;，,、.")
