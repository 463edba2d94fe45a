"""What several checks share: the layout of a manual page, statutes, figures and texts."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, TypeVar, get_args

from generator.diagnostics import Place, Related, Route, Statute, Text
from generator.law import CODE_ON_CONTRACTS, cite
from generator.model.contract import Contract
from generator.model.project import Project
from generator.source.manual import page as layout
from generator.structure import hints

T = TypeVar("T")

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The characters of the unified social credit code by their value (GB 32100-2015)."""


def page(meaning: Text, why: Text, wrong: str, right: str, fix: Text) -> Text:
    """Return a manual page: meaning, a wrong and a right example, why, and how to put it right."""
    shown = layout(meaning, why, wrong, right)
    return Text(f"{shown.zh}\n\n怎么改：{fix.zh}", f"{shown.en}\n\nWhat to do: {fix.en}")


def civil_code(article: str, quote: str) -> Statute:
    """Return a provision of the Civil Code."""
    return cite("民法典", article, quote)


def contracts_interpretation(article: str, quote: str) -> Statute:
    """Return a provision of the judicial interpretation of the Civil Code's general part on contracts."""
    return cite(CODE_ON_CONTRACTS, article, quote)


def concluded_on(project: Project) -> datetime.date:
    """Return the day by which the law of the contract is chosen: its signing date, before that the as-of date."""
    return project.contract.signing_date or project.project.as_of


def figures(amount: Decimal) -> str:
    """Return an amount with separators and two decimals, e.g. ``350,000.00``."""
    return f"{amount:,.2f}"


def plain(value: Decimal) -> str:
    """Return a number without an exponent and without zeros at its end, e.g. ``12.5`` or ``100``."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def counted(number: int, noun: str) -> str:
    """Return an English number with its noun, e.g. ``1 day`` or ``2 days``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def see(zh: str, en: str, route: Route) -> Related:
    """Return a second position that explains the first."""
    return Related(Text(zh, en), Place(route))


def leaves(value: object, route: Route, kind: type[T]) -> list[tuple[Route, T]]:
    """Return every single value that is exactly of ``kind`` in a part of the model, with its route, in order."""
    found: list[tuple[Route, T]] = []
    _gather(value, route, kind, found)
    return found


def _gather(value: Any, route: Route, kind: Any, found: list[tuple[Route, T]]) -> None:
    cls: Any = type(value)
    steps = enumerate(value) if cls is tuple else ((name, getattr(value, name)) for name in _ways(cls, kind))
    for step, part in steps:
        cls = type(part)
        if cls is kind:
            found.append(((*route, step), part))
        elif cls is tuple or _ways(cls, kind):
            _gather(part, (*route, step), kind, found)


@cache
def _ways(cls: Any, kind: Any) -> tuple[str, ...]:
    """Return the fields of a class of the model that may hold or lead to values of ``kind``; of other classes none."""
    types = hints(cls) if hasattr(cls, "__dataclass_fields__") else {}
    return tuple(name for name, hint in types.items() if _leads(hint, kind))


def _leads(hint: Any, kind: Any) -> bool:
    return hint is kind or any(_leads(inner, kind) for inner in get_args(hint)) or bool(_ways(hint, kind))


def texts(project: Project) -> tuple[tuple[Route, str], ...]:
    """Return every text of the contract with its route, those that deviate from the library among them; no enum's value."""
    own = ("add", "after", "clause", "use", "reason", "approved_by")
    deviating = leaves(project.deviations, ("deviations",), str)
    return (*_texts(_Same(project.contract)), *(one for one in deviating if one[0][-1] not in own))


class _Same:
    """A contract as a key: equal to itself alone, which takes no comparing of all that is in it."""

    __slots__ = ("contract",)

    def __init__(self, contract: Contract) -> None:
        self.contract = contract

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.contract is self.contract

    def __hash__(self) -> int:
        return id(self.contract)


@lru_cache(maxsize=1)
def _texts(same: _Same) -> tuple[tuple[Route, str], ...]:
    """Return the texts of the contract asked about last: several checks read them one after another."""
    return tuple(leaves(same.contract, ("contract",), str))
