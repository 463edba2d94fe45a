"""The laws, their texts and days, and the names by which contracts cite them."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest

from generator.diagnostics import Law, Statute
from generator.law import LAWS, cite, cited, in_force, named

DAY = datetime.date


def test_each_text_is_in_force_until_the_next() -> None:
    for title, texts in LAWS.items():
        assert all(text.title == title for text in texts)
        assert all(text.until is None or text.effective < text.until for text in texts)
        assert all(one.until == after.effective for one, after in pairwise(texts))


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("民法典", [(DAY(2021, 1, 1), None)]),
        (
            "仲裁法",
            [
                (DAY(1995, 9, 1), DAY(2018, 1, 1)),
                (DAY(2018, 1, 1), DAY(2026, 3, 1)),
                (DAY(2026, 3, 1), None),
            ],
        ),
        ("合同法", [(DAY(1999, 10, 1), DAY(2021, 1, 1))]),
        ("增值税暂行条例", [(DAY(1994, 1, 1), DAY(2026, 1, 1))]),
    ],
)
def test_the_texts_of_a_law(name: str, days: list[tuple[DAY, DAY | None]]) -> None:
    assert [(text.effective, text.until) for text in named(name)] == days
    assert named(f"中华人民共和国{name}") is named(name)


def test_an_unknown_law_has_no_text() -> None:
    assert named("宇宙法") == named("") == ()
    with pytest.raises(LookupError):
        cite("宇宙法", "第一条", "无")
    with pytest.raises(LookupError):
        cite("仲裁法", "第一条", "无", "1066年修正")


def test_a_provision_is_of_the_newest_text_or_of_the_one_named() -> None:
    assert cite("仲裁法", "第二十九条", "").law.effective == DAY(2026, 3, 1)
    assert cite("仲裁法", "第十八条", "", "2017年修正").law.until == DAY(2026, 3, 1)


def test_a_provision_is_cited_with_the_name_of_its_text() -> None:
    assert str(cite("仲裁法", "第二十九条", "对…")) == "《中华人民共和国仲裁法》（2025年修订）第二十九条"
    assert str(Statute(Law("禁止传销条例", DAY(2005, 11, 1)), "第七条")) == "《禁止传销条例》第七条"


@pytest.mark.parametrize(
    ("day", "articles"),
    [
        (DAY(2017, 12, 31), []),
        (DAY(2018, 1, 1), ["第十八条"]),
        (DAY(2026, 2, 28), ["第十八条"]),
        (DAY(2026, 3, 1), ["第二十九条"]),
    ],
)
def test_the_day_chooses_the_text(day: DAY, articles: list[str]) -> None:
    both = (cite("仲裁法", "第十八条", "", "2017年修正"), cite("仲裁法", "第二十九条", ""))
    assert [one.article for one in in_force(both, day)] == articles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("按《合同法》执行", ["中华人民共和国合同法"]),
        ("按《中华人民共和国合同法》和《合同法》", ["中华人民共和国合同法"]),
        ("《 合同法 》、《民法总则》", ["中华人民共和国合同法", "中华人民共和国民法总则"]),
        ("《中华人民共和国仲裁法（2017年修正）》", ["中华人民共和国仲裁法"]),
        ("〈担保法〉", ["中华人民共和国担保法"]),
        (
            "《最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释》",
            [
                "最高人民法院关于适用《中华人民共和国民法典》合同编通则若干问题的解释",
                "中华人民共和国民法典",
            ],
        ),
        ("《最高人民法院关于适用《合同法》若干问题的解释（二）》", ["中华人民共和国合同法"]),
        ("《合同法务手册》、合同法、《未知法》、《》", []),
        ("《合同法", []),
        ("《合同\x00法》 & {{ 《 }} 《😀》", []),
        ("", []),
    ],
)
def test_the_laws_that_a_text_cites(text: str, titles: list[str]) -> None:
    assert [texts[0].title for texts in cited(text)] == titles


@pytest.mark.parametrize("text", ["《" * 50_000, "《" + "《甲》" * 20_000, "《" + "甲" * 100_000])
def test_a_huge_text_without_an_end_cites_nothing(text: str) -> None:
    assert list(cited(text)) == []
