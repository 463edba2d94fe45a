import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.pdf.marks import Mark, Tile, Tiles, legend, months, plain, spread, ticks
from generator.render.pdf.text import Typesetter

NUMBERS = st.decimals(-(10**15), 10**15, allow_nan=False, places=3)


def test_a_mark_has_words() -> None:
    with pytest.raises(ValueError, match="needs words"):
        Mark(" ")


@pytest.mark.parametrize(
    ("value", "text"),
    [("1250.50", "1,250.5"), ("100", "100"), ("0.00", "0"), ("-3", "-3"), ("1E+3", "1,000")],
)
def test_plain(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@given(NUMBERS, NUMBERS)
def test_ticks_embrace_both_limits(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    found = ticks(low, high)
    assert found[0] <= low
    assert high <= found[-1]
    assert 2 <= len(found) <= 7


@given(st.lists(st.floats(0, 60), max_size=5))
def test_spread_keeps_distance_and_order(wanted: list[float]) -> None:
    placed = spread(wanted, 9, 0, 66)
    for one, other in zip(sorted(placed), sorted(placed)[1:], strict=False):
        assert other - one >= 9 - 1e-9
    assert all(-1e-9 <= at <= 66 + 1e-9 for at in placed)


def test_months_are_no_more_than_asked() -> None:
    first, last = datetime.date(2020, 3, 5), datetime.date(2029, 3, 5)
    for most in range(1, 30):
        assert len(months(first, last, most)) <= most
    assert months(datetime.date(2026, 1, 1), datetime.date(2026, 3, 1), 6) == tuple(
        datetime.date(2026, month, 1) for month in (1, 2, 3)
    )


def test_a_long_figure_shrinks_until_it_is_whole() -> None:
    box = Tiles((Tile("总额", "￥1,280,000,000,000,000.00"),) * 4).lay(Typesetter(), 480)
    assert box.height < 90


def test_a_legend_wraps() -> None:
    entries = [(lambda *_: None, "很长的说明文字")] * 12
    assert legend(Typesetter(), entries, 300).height > legend(Typesetter(), entries[:2], 300).height
    assert legend(Typesetter(), [], 300).height == 0
