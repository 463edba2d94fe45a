"""What was worked out once and holds as long as program and input are the same, kept for the next process.

The shelf is empty and out of use until :func:`fill` gives it what an earlier process has dumped. What lies on it is code,
so only a file that nobody else can write may come here (:mod:`generator.build.cache`).
"""

from __future__ import annotations

import copyreg
import hashlib
import io
import marshal
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, TypeVar, cast

T = TypeVar("T")

LARGE = 16 << 20
"""Bytes from which on only what this process has used is dumped; packaged templates and clauses take one or two million."""


@dataclass(slots=True)
class _Shelf:
    program: str = ""
    held: dict[bytes, bytes] = field(default_factory=dict)
    used: set[bytes] = field(default_factory=set)
    fresh: int = 0


_shelf = _Shelf()


def recall(kind: str, key: tuple[object, ...], make: Callable[[], T]) -> T:
    """Return what ``make`` returns, from an earlier time where it was asked for with this ``kind`` and ``key``.

    ``make`` is pure and depends on nothing but them and the program; ``repr`` tells keys apart.
    """
    if not _shelf.program:
        return make()
    name = hashlib.sha256(repr((kind, key)).encode("utf-8", "backslashreplace")).digest()
    _shelf.used.add(name)
    held = _shelf.held.get(name)
    if held is not None:
        return cast(T, pickle.loads(held))  # noqa: S301  # the user's own file
    made = make()
    _shelf.held[name] = _pickled(made)
    _shelf.fresh += 1
    return made


def fill(program: str, dumped: bytes) -> None:
    """Put the shelf into use for ``program`` (a hash of it), with what it has dumped earlier if that was this one."""
    _shelf.program, _shelf.fresh = program, 0
    _shelf.held, _shelf.used = _read(program, dumped), set()


def fresh() -> int:
    """Return how many things were put on the shelf since it was filled or dumped."""
    return _shelf.fresh


def dump() -> bytes:
    """Return everything on the shelf."""
    held = _shelf.held
    if sum(map(len, held.values())) > LARGE:
        held = {name: value for name, value in held.items() if name in _shelf.used}
    _shelf.fresh = 0
    body = marshal.dumps(held)
    return _head(_shelf.program, body) + body


def _read(program: str, dumped: bytes) -> dict[bytes, bytes]:
    body = dumped[_HEAD:]
    if dumped[:_HEAD] != _head(program, body):
        return {}
    return cast("dict[bytes, bytes]", marshal.loads(body))  # noqa: S302  # the user's own file, and whole


def _head(program: str, body: bytes) -> bytes:
    """Return what a dump begins with: it fits one program, and no other bytes behind it."""
    return hashlib.sha256(program.encode() + b"\0" + body).digest()


_HEAD = hashlib.sha256().digest_size


class _Pickler(pickle.Pickler):
    """Pickles compiled code, too."""

    dispatch_table = copyreg.dispatch_table | {CodeType: lambda code: (marshal.loads, (marshal.dumps(code),))}


def _pickled(value: Any) -> bytes:
    target = io.BytesIO()
    _Pickler(target, pickle.HIGHEST_PROTOCOL).dump(value)
    return target.getvalue()
