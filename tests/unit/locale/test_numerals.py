import pytest

from generator.locale.numerals import LIMIT, chinese_number, english_number, financial_number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (2026, "二千零二十六"),
        (10_010, "一万零一十"),
        (100_001, "十万零一"),
        (107_000, "十万七千"),
    ],
)
def test_chinese(value: int, text: str) -> None:
    assert chinese_number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "Zero"),
        (7, "Seven"),
        (10, "Ten"),
        (19, "Nineteen"),
        (20, "Twenty"),
        (121, "One Hundred Twenty-One"),
        (1_000, "One Thousand"),
        (1_000_015, "One Million Fifteen"),
        (LIMIT // 10, "One Quadrillion"),
    ],
)
def test_english(value: int, text: str) -> None:
    assert english_number(value) == text


@pytest.mark.parametrize("write", [chinese_number, financial_number, english_number])
@pytest.mark.parametrize("value", [-1, LIMIT])
def test_out_of_range(write: object, value: int) -> None:
    assert callable(write)
    with pytest.raises(ValueError, match="10\\^16"):
        write(value)
