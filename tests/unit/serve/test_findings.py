"""Findings with the source around them."""

from __future__ import annotations

import pytest

from generator.diagnostics import Span
from generator.serve.findings import frame, shown


def test_a_frame_shows_the_lines_around() -> None:
    seen = frame(Span("f", 3, 4, 3, 6), "a\nb\nxyz12345\nd\ne\nf")
    assert seen is not None
    assert (seen.first, seen.above, seen.below) == (1, ("a", "b"), ("d", "e"))
    assert (seen.before, seen.marked, seen.after) == ("xyz", "12", "345")


def test_a_frame_of_a_long_line_is_cut() -> None:
    seen = frame(Span("f", 1, 5001, 1, 5003), "x" * 5000 + "ab" + "y" * 5000)
    assert seen is not None
    assert seen.marked == "ab"
    assert seen.before.startswith("…x")
    assert len(seen.before + seen.after) < 500


@pytest.mark.parametrize(
    "span", [Span("f", 9, 1, 9, 2), Span("f", 1, 1, 1, 1)], ids=["beyond the end", "empty file"]
)
def test_no_frame_without_a_line(span: Span) -> None:
    assert frame(span, "a\nb" if span.line == 9 else "") is None


def test_what_turns_or_hides_text_is_made_visible() -> None:
    assert shown("a\u202eb\x00c\td\u200b") == "a�b�c d�"
