from decimal import Decimal

import pytest

from generator.locale.amounts import amount_from_words, amount_in_words, currency_of
from generator.model.price import Currency

# 《支付结算办法》附一 第四条 gives the first seven.
WRITTEN = [
    ("1409.50", "人民币壹仟肆佰零玖元伍角整"),
    ("6007.14", "人民币陆仟零柒元壹角肆分"),
    ("1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"),
    ("107000.53", "人民币壹拾万柒仟元零伍角叁分"),
    ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
    ("325.04", "人民币叁佰贰拾伍元零肆分"),
    ("0", "人民币零元整"),
    ("-0.00", "人民币零元整"),
    ("0.05", "人民币伍分"),
    ("0.50", "人民币伍角整"),
    ("0.53", "人民币伍角叁分"),
    ("-0.05", "人民币负伍分"),
    ("-2600", "人民币负贰仟陆佰元整"),
    ("10", "人民币壹拾元整"),
    ("110", "人民币壹佰壹拾元整"),
    ("100.05", "人民币壹佰元零伍分"),
    ("10000.01", "人民币壹万元零壹分"),
    ("10100", "人民币壹万零壹佰元整"),
    ("105000", "人民币壹拾万伍仟元整"),
    ("100500", "人民币壹拾万零伍佰元整"),
    ("10000500", "人民币壹仟万零伍佰元整"),
    ("100000000", "人民币壹亿元整"),
    ("100000001", "人民币壹亿零壹元整"),
    ("100005000", "人民币壹亿零伍仟元整"),
    ("105000000", "人民币壹亿零伍佰万元整"),
    ("1050000000", "人民币壹拾亿伍仟万元整"),
    ("1000000000000", "人民币壹万亿元整"),
    ("1000100000000", "人民币壹万零壹亿元整"),
    ("1000050000000", "人民币壹万亿零伍仟万元整"),
    ("9876543210987654.32", "人民币玖仟捌佰柒拾陆万伍仟肆佰叁拾贰亿壹仟零玖拾捌万柒仟陆佰伍拾肆元叁角贰分"),
    ("1E+3", "人民币壹仟元整"),
    ("12.300", "人民币壹拾贰元叁角整"),
]


@pytest.mark.parametrize(("amount", "text"), WRITTEN)
def test_amount_is_written_by_the_rule_and_read_back(amount: str, text: str) -> None:
    assert amount_in_words(Decimal(amount)) == text
    assert amount_from_words(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("currency", "amount", "text"),
    [
        ("USD", "100", "美元壹佰元整"),
        ("EUR", "1250.40", "欧元壹仟贰佰伍拾元零肆角整"),
        ("HKD", "88000", "港币捌万捌仟元整"),
        ("JPY", "5000000", "日元伍佰万元整"),
    ],
)
def test_other_currencies_stand_before_the_amount(currency: str, amount: str, text: str) -> None:
    assert amount_in_words(Decimal(amount), currency) == text
    assert amount_from_words(text, currency) == Decimal(amount)
    with pytest.raises(ValueError, match="not an amount"):
        amount_from_words(text)


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("107000.53", "CNY", "Renminbi Yuan One Hundred Seven Thousand and 53/100 Only"),
        ("-21.05", "USD", "US Dollars Minus Twenty-One and 05/100 Only"),
        ("0", "EUR", "Euros Zero Only"),
        ("1000000", "JPY", "Japanese Yen One Million Only"),
    ],
)
def test_english(amount: str, currency: str, text: str) -> None:
    assert amount_in_words(Decimal(amount), currency, "en") == text


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        ("1.234", "CNY"),
        ("1.00000000000000000000000000000000001", "CNY"),
        ("0.5", "JPY"),
        ("1E+16", "CNY"),
        ("1E+999999", "CNY"),
        ("1E-999999", "CNY"),
        ("NaN", "CNY"),
        ("sNaN", "CNY"),
        ("-Infinity", "CNY"),
        ("1", "XXX"),
    ],
)
def test_nothing_is_rounded_or_guessed(amount: str, currency: str) -> None:
    with pytest.raises(ValueError, match=r"decimals|not an amount|unknown currency"):
        amount_in_words(Decimal(amount), currency)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("人民币壹拾万零柒仟元伍角叁分", "107000.53"),
        ("人民币壹仟陆佰捌拾元叁角贰分", "1680.32"),
        ("人民币壹仟肆佰零玖元伍角", "1409.50"),
        ("壹佰元正", "100"),
        ("壹佰圆整", "100"),
        ("人民币壹佰元", "100"),
        ("人民幣貳拾陸億伍仟萬圓正", "2650000000"),
        ("参佰叁拾叁元整", None),
        ("參佰叄拾叁元整", "333"),
        ("人民币（大写）：叁佰元整", "300"),
        ("人民币(大写) 叁佰元整", "300"),
        (" 人民币叁佰元整\n", "300"),
        ("零元伍角", "0.50"),
        ("零元零伍分", "0.05"),
        ("壹亿伍仟元整", "100005000"),
    ],
)
def test_what_people_write_is_read(text: str, amount: str | None) -> None:
    if amount is None:
        with pytest.raises(ValueError, match="not an amount"):
            amount_from_words(text)
    else:
        assert amount_from_words(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "人民币",
        "元整",
        "整",
        "壹佰",
        "壹佰伍元",
        "壹佰零伍拾元整",
        "壹仟伍拾元整",
        "拾元整",
        "贰佰叁佰元整",
        "贰叁元整",
        "壹万万元整",
        "万元整",
        "亿元整",
        "零壹元整",
        "零零元整",
        "壹佰元零",
        "壹佰元伍分",
        "壹佰元伍角零叁分",
        "零伍分",
        "一百元整",
        "壹佰元0伍分",
        "壹佰元整壹佰元整",
        "壹万伍仟亿亿元整",
        "美元壹佰元整",
        "壹佰元整。",
        "仟" * 100_000 + "元整",
    ],
)
def test_what_is_not_in_order_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        amount_from_words(text)


def test_every_currency_of_a_contract_can_be_written() -> None:
    assert [currency_of(currency).code for currency in Currency] == list(Currency)
