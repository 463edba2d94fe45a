import pytest

from generator.render.pdf.breaks import Kind, is_address, is_ideograph, is_western, kind, may_break


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("甲", Kind.WIDE),
        ("《", Kind.OPEN),
        ("“", Kind.OPEN),
        ("￥", Kind.OPEN),
        ("☐", Kind.OPEN),
        ("，", Kind.CLOSE),
        ("”", Kind.CLOSE),
        ("％", Kind.CLOSE),
        ("A", Kind.LATIN),
        ("(", Kind.LATIN_OPEN),
        ("%", Kind.LATIN_CLOSE),
        (" ", Kind.SPACE),
        ("\u00a0", Kind.GLUE),
        ("—", Kind.LEADER),
        ("\n", Kind.NEWLINE),
        ("𠅤", Kind.WIDE),
    ],
)
def test_kind(character: str, expected: Kind) -> None:
    assert kind(character) is expected


@pytest.mark.parametrize(
    ("pair", "allowed"),
    [
        ("甲乙", True),
        ("甲，", False),
        ("《法", False),
        ("法》", False),
        ("，甲", True),
        ("A甲", True),
        ("甲A", True),
        ("AB", False),
        ("1,", False),
        ("元 ", False),
        (" 甲", True),
        ("——", False),
        ("—甲", True),
        ("\u00a0甲", False),
        ("甲\u00a0", False),
    ],
)
def test_may_break(pair: str, allowed: bool) -> None:
    before, after = map(kind, pair)
    assert may_break(before, after, before) is allowed


def test_no_break_after_an_opening_mark_and_a_space() -> None:
    assert not may_break(Kind.SPACE, Kind.WIDE, Kind.OPEN)
    assert not may_break(Kind.SPACE, Kind.CLOSE, Kind.WIDE)


def test_addresses() -> None:
    assert is_address("https://a.cn")
    assert is_address("share/projects/2026/jy-0001/minutes")
    assert not is_address("JY-2026-001")
    assert not is_address("3,000.00/月")


def test_thin_space_partners() -> None:
    assert is_western("A")
    assert is_western("%")
    assert not is_western("，")
    assert not is_western("Ａ")
    assert is_ideograph("甲")
    assert not is_ideograph("，")
