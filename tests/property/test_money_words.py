from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from generator.locale.amounts import amount_from_words, amount_in_words

AMOUNTS = st.one_of(
    st.integers(-(10**18) + 1, 10**18 - 1),
    # Zeros are what the rule is about: mostly zero digits.
    st.lists(st.sampled_from("00000123456789"), min_size=1, max_size=18).map(
        lambda digits: int("".join(digits))
    ),
).map(lambda cents: Decimal(cents).scaleb(-2))


@given(AMOUNTS)
@example(Decimal("9999999999999999.99"))
def test_words_are_read_back(amount: Decimal) -> None:
    assert amount_from_words(amount_in_words(amount)) == amount


@given(AMOUNTS)
def test_both_official_forms_and_traditional_characters_are_read(amount: Decimal) -> None:
    words = amount_in_words(amount)
    assert amount_from_words(words.removesuffix("整")) == amount
    assert (
        amount_from_words(words.replace("元零", "元") if "元零" in words and "角" in words else words)
        == amount
    )
    assert amount_from_words(words.translate(str.maketrans("贰陆亿万元整", "貳陸億萬圓正"))) == amount


@given(st.text("零壹贰玖拾佰仟万亿元角分整负", max_size=24))
def test_whatever_is_read_says_its_value_in_one_way_only(text: str) -> None:
    try:
        amount = amount_from_words(text)
    except ValueError:
        return
    # Beside what the rule leaves open (零, 整), an accepted text is the text of its value.
    bare = str.maketrans("", "", "零整负")
    written = amount_in_words(amount).removeprefix("人民币").translate(bare)
    assert text.translate(bare).removeprefix("元") == written.removeprefix("元")


@given(AMOUNTS.filter(lambda amount: amount >= 0))
def test_the_rule_on_zeros(amount: Decimal) -> None:
    words = amount_in_words(amount).removeprefix("人民币")
    assert "零零" not in words
    assert words == "零元整" or not words.startswith("零")
    assert words.endswith("分") != words.endswith("整")
