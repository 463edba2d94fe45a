"""What every section of the portfolio report is written with."""

from __future__ import annotations

from decimal import Decimal

from generator import locale
from generator.derive.card import Card, Standing
from generator.derive.portfolio import Portfolio
from generator.documents.sources import Sources
from generator.documents.word import say
from generator.model.price import Currency
from generator.model.value import record
from generator.render.pdf import NOTE, Prose, Run, Tone

TONES = {Standing.GOOD: Tone.GOOD, Standing.MIDDLE: Tone.WARN, Standing.LOWEST: Tone.BAD}


@record
class Board:
    """The portfolio, the names of projects that could not be counted, the language, and the sources cited so far."""

    found: Portfolio
    broken: tuple[str, ...]
    language: str
    sources: Sources

    def word(self, key: str, *values: object) -> str:
        """Return a fixed phrase of the report with ``values`` in its places."""
        return say(self.language, f"portfolio_{key}", *values)

    def money(self, amount: Decimal, currency: Currency) -> str:
        """Return an amount with its currency."""
        return locale.money(amount, currency.value)

    def more(self, count: int) -> list[Prose]:
        """Return the line that says how many rows a list leaves out, if any."""
        return [Prose(self.word("more", count), NOTE)] if count > 0 else []


def badge(one: Card) -> Run:
    """Return the last grade of a card in its tone."""
    last = one.scores[-1]
    return Run(last.grade, bold=last.standing is Standing.LOWEST, tone=TONES[last.standing])
