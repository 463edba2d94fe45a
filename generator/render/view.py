"""Read-only views of model values for templates: attributes only, each knowing its route back to the YAML."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import partial
from itertools import repeat
from typing import Any, cast

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, UndefinedError

from generator.diagnostics import Route

_KINDS: dict[type, type[View] | None] = {}
_MEMBERS: dict[type, dict[str, bool]] = {}
"""What was found out about a class, for the next of its values."""

_SCALARS = (str, int, float, Decimal, datetime.date, datetime.time, datetime.timedelta, Enum)


class Hole(UndefinedError):  # noqa: N818  (what the whole project calls it)
    """A template asked for a value that is not there; ``route`` says where it would stand, if known."""

    def __init__(self, route: Route | None, message: str | None = None) -> None:
        super().__init__(message or "no value at " + (".".join(map(str, route)) if route else "?"))
        self.route = route


class Missing(StrictUndefined):
    """An absent optional value: falsy, not defined, unequal to everything; any other use raises :class:`Hole`.

    Attributes of a missing value are missing at the same route, so that ``{% if contract.bond.amount %}`` may be
    asked where ``bond`` itself is optional.
    """

    __slots__ = ("route",)

    def __init__(self, route: Route | None) -> None:
        # jinja2 only ever calls what it is given here and raises the result.
        super().__init__(exc=cast("type[TemplateRuntimeError]", partial(Hole, route)))
        self.route = route

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __bool__(self) -> bool:  # type: ignore[override]  # an absent value may be asked for
        return False

    def __eq__(self, other: object) -> bool:  # type: ignore[override]  # likewise
        return False

    def __ne__(self, other: object) -> bool:  # type: ignore[override]  # likewise
        return True

    def __hash__(self) -> int:  # type: ignore[override]  # likewise
        return id(self)


class View:
    """A look at one value: equal to another view of an equal value, unchangeable, without methods."""

    __slots__ = ("_route", "_value")
    _route: Route | None
    _value: Any

    def __init__(self, value: object, route: Route | None) -> None:
        _set_value(self, value)
        _set_route(self, route)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} is read-only")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{name} is read-only")

    def __eq__(self, other: object) -> bool:
        return bool(self._value == unwrap(other))

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {type(self._value).__name__} at {self._route}>"


_set_value = View.__dict__["_value"].__set__
_set_route = View.__dict__["_route"].__set__


class RecordView(View):
    """Fields of a dataclass, and its properties, which keep the route of the record they are computed from.

    What was asked for once is kept: templates ask a record for the same few names again and again.
    """

    __slots__ = ("_known",)
    _known: dict[str, Any]

    def __init__(self, value: object, route: Route | None) -> None:
        _set_value(self, value)
        _set_route(self, route)
        _set_known(self, {})

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name: str) -> Any:
        known = self._known
        if name in known:
            return known[name]
        value = self._value
        is_field = (_MEMBERS.get(type(value)) or _members(type(value))).get(name)
        if is_field is None:
            raise KeyError(name)
        found = getattr(value, name)
        if type(found) is not str:
            route = self._route
            found = view(found, (*route, name) if is_field and route is not None else route)
        known[name] = found
        return found


_set_known = RecordView.__dict__["_known"].__set__


class MappingView(View):
    """Values of a mapping by key; an absent key is :class:`Missing`; iterating yields ``key`` and ``value``."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> Any:
        return view(self._value.get(name), None if self._route is None else (*self._route, name))

    def __len__(self) -> int:
        return len(self._value)

    def __iter__(self) -> Iterator[View]:
        for key in self._value:
            yield RecordView(Entry(key, self[key]), self._route)

    def __contains__(self, key: object) -> bool:
        return key in self._value


class SequenceView(View):
    """Items of a tuple; an index outside it is :class:`Missing`."""

    __slots__ = ()

    def __getitem__(self, index: int) -> Any:
        value = self._value[index] if -len(self) <= index < len(self) else None
        return view(value, None if self._route is None else (*self._route, index))

    def __len__(self) -> int:
        return len(self._value)

    def __iter__(self) -> Iterator[Any]:
        route = self._route
        if route is None:
            return map(view, self._value, repeat(None))
        return (view(value, (*route, index)) for index, value in enumerate(self._value))


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One pair of a mapping, as a template's loop sees it."""

    key: str
    value: Any


def view(value: object, route: Route | None = ()) -> Any:
    """Return ``value`` as a template may see it.

    A dataclass, mapping, tuple or list becomes a :class:`View`, ``None`` becomes :class:`Missing`; text, numbers,
    dates and enumerations stay as they are, and so does what is already a view. ``route`` is ``None`` for a
    value that does not stand in the YAML. Raises :class:`TypeError` for any other kind of object.
    """
    if value is None:
        return Missing(route)
    kind = _KINDS.get(type(value), View)
    if kind is View:
        kind = _KINDS[type(value)] = _kind_of(type(value))
    return value if kind is None else kind(value, route)


def unwrap(value: object) -> Any:
    """Return the model value behind a view, anything else as it is."""
    return value._value if isinstance(value, View) else value


def route_of(value: object) -> Route | None:
    """Return the route of a view or a missing value, ``None`` where it is not known."""
    if isinstance(value, View):
        return value._route
    return value.route if isinstance(value, Missing) else None


def _kind_of(kind: type) -> type[View] | None:
    """Return the view class for values of ``kind``, ``None`` for those that need no view."""
    if issubclass(kind, (*_SCALARS, View, Undefined)):
        return None
    if dataclasses.is_dataclass(kind):
        return RecordView
    if issubclass(kind, Mapping):
        return MappingView
    if issubclass(kind, Sequence) and not issubclass(kind, bytes | bytearray | memoryview):
        return SequenceView
    raise TypeError(f"{kind.__name__} cannot be shown in a template")


def _members(kind: type) -> dict[str, bool]:
    """Return the public names of a dataclass: ``True`` for a field, ``False`` for a property."""
    known = _MEMBERS.get(kind)
    if known is not None:
        return known
    names = {
        name: False
        for base in kind.__mro__
        for name, value in vars(base).items()
        if isinstance(value, property) and not name.startswith("_")
    }
    names.update({field.name: True for field in dataclasses.fields(kind) if not field.name.startswith("_")})
    return _MEMBERS.setdefault(kind, names)


def members(value: View) -> tuple[str, ...]:
    """Return the names that may be asked of ``value``, for messages about a name that may not."""
    raw = unwrap(value)
    if isinstance(value, RecordView):
        return tuple(_members(type(raw)))
    return tuple(map(str, raw)) if isinstance(raw, Mapping) else ()
