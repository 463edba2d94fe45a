"""What every class of the model is: a frozen, keyword-only dataclass with slots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(cls: type[T]) -> type[T]:
    """Return ``cls`` as a frozen, keyword-only dataclass with slots, equal by value.

    ``dataclass`` compiles six functions for each class; with more than a hundred classes that is a tenth of the time
    that a check takes, so all of them are shared here. Defaults are values that nobody can change; factories are
    refused.
    """
    return _made(cls, kw_only=True)


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Return ``cls`` as ``value`` does, its fields given by position or by name."""
    return _made(cls, kw_only=False)


def _made(cls: type[T], *, kw_only: bool) -> type[T]:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    if any(field.default_factory is not MISSING for field in fields(made)):
        raise TypeError(f"{cls.__name__} has a default that can be changed")
    made.__names__ = frozenset(made.__slots__)
    made.__defaults__ = {f.name: f.default for f in fields(made) if f.default is not MISSING}
    for name, method in METHODS.items():
        setattr(made, name, method)
    if not kw_only:
        made.__init__ = _judged if hasattr(made, "__post_init__") else _by_position
    elif hasattr(made, "__post_init__"):
        raise TypeError(f"{cls.__name__} judges itself: the schema judges values")
    return made  # type: ignore[no-any-return]  # the same class, with methods


_set = object.__setattr__


def _init(self: Any, /, **given: object) -> None:
    content: Mapping[str, object] = {**self.__defaults__, **given}
    if content.keys() != self.__names__:
        wrong = ", ".join(sorted(content.keys() ^ self.__names__))
        raise TypeError(f"{type(self).__name__}: missing or unknown: {wrong}")
    for name, part in content.items():
        _set(self, name, part)


def _by_position(self: Any, /, *parts: object, **given: object) -> None:
    named = dict(zip(self.__slots__, parts, strict=False))
    if len(parts) > len(named) or named.keys() & given.keys():
        raise TypeError(f"{type(self).__name__}: too many values, or one given twice")
    _init(self, **named, **given)


def _judged(self: Any, /, *parts: object, **given: object) -> None:
    _by_position(self, *parts, **given)
    self.__post_init__()


def _content(one: Any) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in one.__slots__)


def _restore(one: Any, content: Iterable[object]) -> None:
    for name, part in zip(one.__slots__, content, strict=True):
        _set(one, name, part)


def _equal(one: object, other: object) -> bool:
    return one.__class__ is other.__class__ and _content(one) == _content(other)


def _hash(one: object) -> int:
    return hash((one.__class__, _content(one)))


def _repr(one: Any) -> str:
    shown = ", ".join(f"{name}={getattr(one, name)!r}" for name in one.__slots__)
    return f"{type(one).__qualname__}({shown})"


def _frozen(_: object, name: str, *__: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r}")


METHODS = {
    "__init__": _init,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _frozen,
    "__delattr__": _frozen,
    "__getstate__": _content,
    "__setstate__": _restore,
}
