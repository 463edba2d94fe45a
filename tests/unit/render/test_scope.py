"""Names whose values are worked out when they are asked for."""

from __future__ import annotations

import pytest

from generator.render.scope import Layer, Lazy


def test_a_value_is_worked_out_once_and_only_when_asked_for() -> None:
    asked: list[str] = []

    def make() -> object:
        asked.append("a")
        return 1

    lazy = Lazy({"a": make, "b": lambda: pytest.fail("nobody asked")})
    assert "b" in lazy
    assert list(lazy) == ["a", "b"]
    assert len(lazy) == 2
    assert asked == []
    assert lazy["a"] == lazy["a"] == 1
    assert asked == ["a"]
    with pytest.raises(KeyError):
        lazy["c"]


def test_a_layer_hides_what_is_below_it_and_asks_for_nothing() -> None:
    layer = Layer(Lazy({"a": lambda: pytest.fail("hidden"), "c": lambda: 3}), {"a": 1, "b": 2})
    assert (layer["a"], layer["b"], layer["c"]) == (1, 2, 3)
    assert set(layer) == {"a", "b", "c"}
    assert len(layer) == 3
    assert "d" not in layer
