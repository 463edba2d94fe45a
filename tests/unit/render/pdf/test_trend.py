import datetime
from decimal import Decimal

import pytest

from generator.render.pdf import (
    Document,
    Heading,
    Mark,
    Point,
    Properties,
    Series,
    TrendChart,
    TrendWords,
    render,
)

WORDS = TrendWords("实际", "目标", "底线", "目标区间", "无数据")
LONG = "新客户拜访完成率（按区域经理填报并经客户回访抽样核实的口径计算，不含线上渠道及代理商自有客户）"


def points(*values: str | None) -> tuple[Point, ...]:
    return tuple(Point(None if value is None else Decimal(value)) for value in values)


def pages(*charts: TrendChart) -> int:
    properties = Properties("图", datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    rendered = render(Document(properties, [Heading("图"), *charts], "{}/{}".format))
    assert rendered.diagnostics == ()
    return rendered.pages


@pytest.mark.parametrize(
    "series",
    [
        Series("一点", points("5")),
        Series("相等", points("5", "5", "5")),
        Series("全零", points("0", "0")),
        Series("无数据", points(None, None)),
        Series("缺口", points("1", None, "2", None, None, "3")),
        Series("负数", points("-5", "-3.25", "2")),
        Series("巨大", points("123456789012345.67", "98765432109876.5")),
        Series("微小", points("0.00001", "0.00002")),
        Series(
            LONG, points("1", "2"), Point(Decimal(2), "2 单"), Point(Decimal(2)), None, Mark("严重未达标")
        ),
        Series("区间", points("1", "2"), None, None, (Decimal(3), Decimal(1))),
        Series("同高", points("95", "95"), Point(Decimal(95)), Point(Decimal(95))),
        Series("长标签", points("1"), Point(Decimal(1), "不低于合同附件三第五条约定的行业平均水平")),
        Series("没有时期", ()),
    ],
    ids=lambda series: series.name[:6],
)
def test_edge_cases(series: Series) -> None:
    periods = tuple(f"2026年{index + 1}月" for index in range(len(series.points)))
    assert pages(TrendChart(periods, (series,), WORDS)) == 1


def test_twelve_series_of_24_periods_go_over_pages() -> None:
    periods = tuple(f"{2025 + index // 12}-{index % 12 + 1:02d}" for index in range(24))
    series = [Series(f"指标 {k}", points(*(str(k * i % 17) for i in range(24)))) for k in range(12)]
    assert pages(TrendChart(periods, series, WORDS)) == 1
    assert pages(TrendChart(periods, [*series, *series], WORDS)) == 2
    assert pages(TrendChart(periods, [*series, *series], WORDS, columns=3)) == 2


def test_no_series_and_a_wrong_number_of_points() -> None:
    assert pages(TrendChart((), (), WORDS)) == 1
    with pytest.raises(ValueError, match="1 points for 2 periods"):
        TrendChart(("1月", "2月"), (Series("K", points("1")),), WORDS)
