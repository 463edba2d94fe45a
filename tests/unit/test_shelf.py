"""What was worked out once is recalled by the same program for the same key, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator import shelf


class Counted:
    def __init__(self, value: object = "made") -> None:
        self.value, self.times = value, 0

    def __call__(self) -> object:
        self.times += 1
        return self.value


def test_out_of_use_it_keeps_nothing() -> None:
    make = Counted()
    assert [shelf.recall("text", ("a",), make) for _ in range(2)] == ["made", "made"]
    assert (make.times, shelf.fresh()) == (2, 0)


def test_kind_and_key_tell_things_apart() -> None:
    shelf.fill("program", b"")
    make = Counted()
    for kind, key in (
        ("a", ("b",)),
        ("b", ("b",)),
        ("a", ("c",)),
        ("a", (b"b",)),
        ("a", ("\ud800",)),
        ("a", ("b",)),
    ):
        assert shelf.recall(kind, key, make) == "made"
    assert (make.times, shelf.fresh()) == (5, 5)


def test_the_next_process_recalls_code_too() -> None:
    shelf.fill("program", b"")
    shelf.recall("code", (1,), lambda: compile("6 * 7", "c", "eval"))
    dumped = shelf.dump()
    assert shelf.fresh() == 0
    shelf.fill("program", dumped)
    make = Counted()
    assert eval(shelf.recall("code", (1,), make)) == 42  # type: ignore[arg-type]  # noqa: S307
    assert make.times == 0


@pytest.mark.parametrize(
    "change", [lambda raw: raw[:-1], lambda raw: raw[:9], lambda raw: b"x" + raw[1:], lambda raw: raw + b"x"]
)
def test_a_torn_dump_is_none(change: Callable[[bytes], bytes]) -> None:
    shelf.fill("program", b"")
    shelf.recall("text", (1,), Counted())
    shelf.fill("program", change(shelf.dump()))
    make = Counted()
    shelf.recall("text", (1,), make)
    assert make.times == 1


def test_another_program_recalls_nothing() -> None:
    shelf.fill("program", b"")
    shelf.recall("text", (1,), Counted())
    shelf.fill("newer", shelf.dump())
    make = Counted("anew")
    assert shelf.recall("text", (1,), make) == "anew"


def test_what_is_not_used_any_more_leaves_a_large_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.fill("program", b"")
    for number in range(3):
        shelf.recall("text", (number,), Counted("x" * 100))
    monkeypatch.setattr(shelf, "LARGE", 200)
    shelf.fill("program", shelf.dump())
    shelf.recall("text", (1,), Counted())
    shelf.fill("program", shelf.dump())
    make = Counted()
    for number in range(3):
        shelf.recall("text", (number,), make)
    assert make.times == 2
