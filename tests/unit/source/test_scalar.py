import datetime
from decimal import Decimal

import pytest

from generator.source.scalar import Rejected, plain, short, tagged


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
        ("true", True), ("True", True), ("TRUE", True), ("false", False),
        ("0", 0), ("-1", -1), ("+12", 12), ("107000", 107000), ("1" * 40, int("1" * 40)),
        ("2025-02-28", datetime.date(2025, 2, 28)), ("2024-02-29", datetime.date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_core_values(text: str, value: object) -> None:
    assert plain(text) == value
    assert type(plain(text)) is type(value)


@pytest.mark.parametrize(
    "text", ["1.50", "0.10", "-0.5", ".5", "1.", "107000.53", "1e3", "1.5E-7", "+2.0", "1e40"]
)
def test_decimals_keep_their_digits(text: str) -> None:
    value = plain(text)
    assert isinstance(value, Decimal)
    assert value.as_tuple() == Decimal(text).as_tuple()


@pytest.mark.parametrize(
    "text",
    [
        "no", "yes", "on", "off", "NO", "y", "14:00", "12:30:45", "0123", "00.5", "1_000", "1,000", "0x1F", "0o17",
        "0b1", "nUll", "tRUE", "-", "+", ".", "1.2.3", "e5", "１２", "2025-1-1", "2025-01-01T00:00:00", "<<", "=",
        "2025-01-01 ", "--1", "1e", "٣", "12a",
    ],
)  # fmt: skip
def test_everything_else_stays_as_typed(text: str) -> None:
    assert plain(text) == text
    assert type(plain(text)) is str


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2025-02-30", "Y150"), ("2023-02-29", "Y150"), ("0000-01-01", "Y150"), ("2025-13-01", "Y150"),
        (".inf", "Y151"), ("-.Inf", "Y151"), ("+.INF", "Y151"), (".nan", "Y151"), (".NaN", "Y151"),
        ("1" * 41, "Y151"), ("0." + "1" * 40, "Y151"), ("1e999999999", "Y151"), ("1e-41", "Y151"),
        ("9" * 1_000_000, "Y151"), ("1e" + "9" * 1_000_000, "Y151"),
    ],
)  # fmt: skip
def test_refused(text: str, code: str) -> None:
    value = plain(text)
    assert isinstance(value, Rejected)
    assert value.code.id == code
    assert len(value.message.zh) < 80


@pytest.mark.parametrize(
    ("tag", "text", "fits", "value"),
    [
        ("str", "123", True, "123"), ("int", "5", True, 5), ("float", "5", True, Decimal(5)),
        ("bool", "true", True, True), ("null", "", True, None),
        ("int", "5.0", False, "5.0"), ("int", "true", False, "true"), ("bool", "yes", False, "yes"),
        ("null", "x", False, "x"), ("timestamp", "2025-01-01", False, "2025-01-01"), ("binary", "aGk=", False, "aGk="),
    ],
)  # fmt: skip
def test_tags(tag: str, text: str, fits: bool, value: object) -> None:
    assert tagged(f"tag:yaml.org,2002:{tag}", text) == (fits, value)


def test_other_tags_do_not_fit() -> None:
    assert tagged("!Foo", "x") == (False, "x")
    assert tagged("!", "x") == (False, "x")
    assert (short("tag:yaml.org,2002:int"), short("!Foo")) == ("!!int", "!Foo")
