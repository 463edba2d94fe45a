"""Hostile input ends soon, with a located message."""

import time

import pytest

from generator.source import read
from generator.source.limits import EXPANSION

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{chr(ord(name) - 1)}'] * 9)}]\n" for name in "bcdefghijk"
)
HOSTILE = {
    "brackets": ("[" * 50_000, "Y143"),
    "bracket lines": ("[\n" * 50_000, "Y143"),
    "braces": ("{" * 50_000, "Y143"),
    "dashes": ("- " * 50_000, "Y143"),
    "complex keys": ("? " * 50_000, "Y143"),
    "deep mapping": ("\n".join(" " * depth + "a:" for depth in range(1000)), "Y143"),
    "alias bomb": (BOMB, "Y144"),
    "many aliases": ("- &a x\n" + "- *a\n" * (EXPANSION + 1), "Y144"),
    "long line": ("a: " + "x" * 1_000_000, None),
    "many keys": ("".join(f"k{number}: v\n" for number in range(100_000)), None),
    "digits": ("a: " + "1" * 1_000_000, "Y151"),
    "one key": ("k: v\n" * 20_000, "Y140"),
    "bad colons": ("k：v\n" * 20_000, "Y126"),
    "tight colons": ("k:v\n" * 20_000 + "a: 1", "Y123"),
    "tabs": ("a:\tb\n" * 20_000, "Y128"),
    "tab indents": ("a:\n\tb: 1\n" * 20_000, "Y128"),
    "directives": ("%X\n" * 20_000, "Y133"),
    "controls": ("a: " + "\x01x" * 200_000, "Y110"),
    "open quote": ('a: "' + "x\n" * 200_000, "Y121"),
    "escapes": ('a: "' + "\\q" * 100_000 + '"', "Y129"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_ends_soon(name: str) -> None:
    text, code = HOSTILE[name]
    began = time.perf_counter()
    source = read("a.yaml", text.encode())
    assert time.perf_counter() - began < 5
    assert {d.code for d in source.diagnostics} >= ({code} if code else set())
    assert len(source.diagnostics) <= 60
    assert (source.data is None) or code in (None, "Y151", "Y140", "Y126", "Y110", "Y133")


@pytest.mark.parametrize("depth", [63, 64])
def test_depth_that_is_allowed(depth: int) -> None:
    assert read("a.yaml", ("[" * depth + "]" * depth).encode()).diagnostics == ()


def test_aliases_within_bounds() -> None:
    assert read("a.yaml", ("- &a x\n" + "- *a\n" * EXPANSION).encode()).diagnostics == ()
