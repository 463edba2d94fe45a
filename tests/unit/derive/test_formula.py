"""Formulas say what they mean, and nothing else runs."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.formula import DEEPEST, LONGEST, Flaw, Formula, Unknown, compute, parse, show

D = Decimal


def made(text: str) -> Formula:
    found = parse(text)
    assert isinstance(found, Formula), found
    return found


def result(text: str, **values: str) -> Decimal | Unknown:
    return compute(made(text), {name: D(value) for name, value in values.items()})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("8 - 3 - 2", "3"),
        ("8 / 4 / 2", "1"),
        ("-2 * -3", "6"),
        ("--2", "2"),
        ("+5", "5"),
        ("2 / 3", "0.67"),
        ("0.125 * 1", "0.13"),
        ("min(3, 1, 2) + max(1, 4)", "5"),
        ("abs(2 - 5)", "3"),
        ("round(2.5) + round(0.126, 2)", "3.13"),
        ("（1 + 2） × 3 ÷ 2 − 1", "3.5"),
        ("round(1 / 3 * 3)", "1"),
    ],
)
def test_arithmetic(text: str, expected: str) -> None:
    assert result(text) == D(expected)


def test_variables_may_be_chinese() -> None:
    assert result("(合格数 - 迟交数) / 总数 * 100", 合格数="92", 迟交数="4", 总数="100") == D(88)
    assert [one.text for one in made("min(a, b) + a").names] == ["a", "b"]


def test_division_by_zero_is_no_result() -> None:
    assert result("1 / (a - a)", a="5") is Unknown.ZERO_DIVISION
    assert result("0 / 0") is Unknown.ZERO_DIVISION


def test_what_cannot_be_printed_is_no_result() -> None:
    assert result("a * a", a="1e9") is Unknown.TOO_LARGE
    assert result("*".join(["a"] * 200), a="1e40") is Unknown.TOO_LARGE
    assert result("*".join(["a"] * 200), a="1e-40") == 0
    assert result("round(a)", a="1e120") is Unknown.TOO_LARGE
    assert result("round(1, 999999999999)") == 1


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("a ** b", 3, 4),
        ("a +", 3, 3),
        ("(a + b", 6, 6),
        ("a b", 2, 3),
        ("a % b", 2, 3),
        ("a.b", 1, 2),
        ("abs(1, 2)", 0, 3),
        ("max", 3, 3),
        ("max()", 4, 5),
        ("a; b", 1, 2),
        ("", 0, 0),
        ("  ", 2, 2),
        ("'x'", 0, 1),
        ("1e5", 1, 3),
        ("😀", 0, 1),
        ("{{ a }}", 0, 1),
        ("a)", 1, 2),
    ],
)
def test_a_flaw_names_its_place(text: str, start: int, end: int) -> None:
    found = parse(text)
    assert isinstance(found, Flaw)
    assert (found.start, found.end) == (start, end)
    assert found.message.zh
    assert found.message.en


def test_length_and_depth_are_bounded() -> None:
    assert isinstance(parse("(" * DEEPEST + "1" + ")" * DEEPEST), Formula)
    for text in (
        "(" * 200 + "1" + ")" * 200,
        "-" * 300 + "1",
        "abs(" * 90 + "1" + ")" * 90,
        "1" * (LONGEST + 1),
    ):
        assert isinstance(parse(text), Flaw)


def test_print_replaces_names_and_spaces_signs() -> None:
    formula = made("( a-b )/c*100 + max(-a,1)")
    assert show(formula, {"a": "合格数", "b": "迟交数"}) == "(合格数 − 迟交数) ÷ c × 100 + max(−合格数, 1)"


numbers = st.decimals(min_value=-1000, max_value=1000, places=2)


@given(numbers, numbers, numbers)
def test_as_decimal_computes(a: Decimal, b: Decimal, c: Decimal) -> None:
    found = compute(made("(a - b) / c * 100"), {"a": a, "b": b, "c": c})
    if c == 0:
        assert found is Unknown.ZERO_DIVISION
    else:
        assert found == ((a - b) / c * 100).quantize(D("0.01"), ROUND_HALF_UP)


@given(st.text(max_size=60))
def test_any_text_is_a_formula_or_a_flaw(text: str) -> None:
    found = parse(text)
    if isinstance(found, Flaw):
        assert 0 <= found.start <= found.end <= len(text)
    else:
        compute(found, {one.text: D(1) for one in found.names})


@given(st.text(alphabet="ab12 +-*/(),.minaxbsround", max_size=60))
def test_near_formulas(text: str) -> None:
    found = parse(text)
    if isinstance(found, Formula):
        values = {one.text: D(2) for one in found.names}
        again = parse(show(found, {}))
        assert isinstance(again, Formula)
        assert compute(again, values) == compute(found, values)
