"""What texts say in words: numbers of articles, amounts, names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.derive.wording import BLANK, near_names, numbered, unequal_amounts


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("按照第八条、第九条执行", ["第八条", "第九条"]),
        ("按照本合同第12条，见附件三", ["本合同第12条", "附件三"]),
        ("《民法典》第八条、第九条和第十条第二款，以及第三条", ["第三条"]),
        ("招标投标法第八条", []),
        ("补充协议第八条", []),
        ("附件", []),
    ],
)
def test_articles_of_the_contract_itself(text: str, written: list[str]) -> None:
    assert [one.written for one in numbered(text)] == written


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("贰万元整（¥20,000.00）", []),
        ("贰万元整（¥30,000.00）", [("贰万元整", Decimal("30000.00"))]),
        ("1.5万元（大写：壹万伍仟元整）", []),
        ("，（大写：贰万元整）", []),
        ("1,,,（大写：贰万元整）", [("贰万元整", Decimal(1))]),
    ],
)
def test_amounts_beside_their_words(text: str, amounts: list[tuple[str, Decimal]]) -> None:
    assert list(unequal_amounts(text)) == amounts


def test_names_that_are_nearly_a_partys() -> None:
    own = "苏州云帆软件有限公司"
    assert list(near_names("苏州云帆软件有限责任公司负责", (own,))) == [("苏州云帆软件有限责任公司", own)]
    assert not list(near_names(own, (own, "苏州云帆硬件有限公司"))), "two parties may have similar names"
    assert not list(near_names("苏州云帆软件有限公司负责，北京大地建设有限公司协助", (own,)))


@pytest.mark.parametrize("text", ["____", "【】", "（ ）", "XX", "××", "待定", "TBD", "[ ]"])
def test_blanks(text: str) -> None:
    assert BLANK.search(f"为{text}元")
