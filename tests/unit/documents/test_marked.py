"""Differences: all that the old text has is in the old one, all that the new one has in the new, whatever they are."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest

from generator.documents.marked import MOST, marked

STRUCK, LINED = r"<w:r><w:rPr><w:strike/>.*?</w:r>", r"<w:r><w:rPr><w:color [^>]*/><w:u [^>]*/>.*?</w:r>"


def plain(runs: str) -> str:
    return unescape(re.sub("<[^>]*>", "", runs.replace("<w:br/>", "\n").replace("<w:tab/>", "\t")))


def only(pattern: str, runs: str) -> list[str]:
    return [plain(found) for found in re.findall(pattern, runs)]


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("甲方应当付款。", "甲方应当付款。", [], []),
        ("甲方应当在十日内付款。", "甲方应当在十五日内付款。", [], ["五"]),
        ("不得向第三人披露。", "不得向其他第三人披露。", [], ["其他"]),
        ("甲方付款\n乙方交付\n双方保密", "甲方付款\n双方保密", ["乙方交付\n"], []),
        ("", "新的一条。", [], ["新的一条。"]),
        ("旧的一条。", "", ["旧的一条。"], []),
        ("a & b < c", "a & d < c", ["b"], ["d"]),
    ],
)
def test_what_differs_is_marked(before: str, after: str, gone: list[str], new: list[str]) -> None:
    old, young = marked(before, after)
    assert (plain(old), plain(young)) == (before, after)
    assert only(STRUCK, old) == gone
    assert only(LINED, young) == new


def test_long_texts_take_no_time_and_lose_nothing() -> None:
    before, after = "甲乙丙丁" * 2250, "甲丙" * 1800
    assert len(before) * len(after) > MOST
    begun = time.perf_counter()
    old, new = marked(before, after)
    assert time.perf_counter() - begun < 5
    assert (plain(old), plain(new)) == (before, after)
