"""Data of the right shape becomes the typed model; total: whatever the schema accepts can be built."""

from __future__ import annotations

import dataclasses
import datetime
import sys
import types
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from generator.model.common import Duration, DurationUnit, Period, PeriodKind

T = TypeVar("T")


def build(cls: type[T], data: dict[str, Any]) -> T:
    """Return ``data`` (which the schema of ``cls`` accepts) as a value of the model class ``cls``."""
    value: T = _object(cls, data)
    return value


def _object(cls: Any, data: dict[str, Any]) -> Any:
    convert = _fields(cls)
    return cls(**{key: convert[key](value) for key, value in data.items()})


@cache
def hints(cls: Any) -> dict[str, Any]:
    """Return the types of the fields of a model class, by name."""
    written: dict[str, Any] = {field.name: field.type for field in dataclasses.fields(cls)}
    return {name: _type(cls.__module__, hint) for name, hint in written.items()}


@cache
def _type(module: str, written: Any) -> Any:
    """Return what a type means; those written alike in one module are the same, and looked up once."""
    holder = types.SimpleNamespace(__annotations__={"it": written})
    return get_type_hints(holder, vars(sys.modules[module]))["it"]


@cache
def _fields(cls: Any) -> dict[str, Callable[[Any], Any]]:
    return {name: _converter(hint) for name, hint in hints(cls).items()}


def _converter(hint: Any) -> Callable[[Any], Any]:
    origin = get_origin(hint)
    if origin is tuple:
        item = _converter(get_args(hint)[0])
        return lambda value: tuple([item(entry) for entry in value])
    if origin in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        return _converter(kinds[0]) if len(kinds) == 1 else lambda value: value
    if hint in SCALARS:
        return SCALARS[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return lambda value: _object(hint, value)


def _text(value: object) -> str:
    if type(value) is str:
        return value
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _date(value: object) -> datetime.date:
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(str(value))


UNITS = {
    "calendar day": DurationUnit.CALENDAR_DAYS,
    "working day": DurationUnit.WORKING_DAYS,
    "month": DurationUnit.MONTHS,
    "year": DurationUnit.YEARS,
}


def _duration(value: str) -> Duration:
    count, _, unit = value.partition(" ")
    return Duration(int(count), UNITS[unit.removesuffix("s")])


PERIOD_KINDS = {"Q": PeriodKind.QUARTER, "H": PeriodKind.HALF_YEAR}


def _period(value: str) -> Period:
    year, _, part = value.partition("-")
    if not part:
        return Period(int(year), PeriodKind.YEAR, 1)
    kind = PERIOD_KINDS.get(part[0])
    return Period(int(year), kind, int(part[1:])) if kind else Period(int(year), PeriodKind.MONTH, int(part))


SCALARS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    bool: bool,
    int: int,
    Decimal: Decimal,
    datetime.date: _date,
    datetime.time: datetime.time.fromisoformat,
    Duration: _duration,
    Period: _period,
}
