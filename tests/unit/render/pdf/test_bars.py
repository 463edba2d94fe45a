import datetime
from decimal import Decimal

import pytest

from generator.render.pdf import Bar, BarChart, BarWords, Document, Mark, Point, Properties, render

WORDS = BarWords("实际", "目标", "满分", "无数据")


def bar(value: str | None, target: str | None = None, maximum: str | None = None, name: str = "指标") -> Bar:
    return Bar(
        name,
        Point(None if value is None else Decimal(value)),
        None if target is None else Point(Decimal(target)),
        None if maximum is None else Decimal(maximum),
        Mark("达标"),
    )


@pytest.mark.parametrize("common", [True, False])
@pytest.mark.parametrize(
    "bars",
    [
        (),
        (bar("0"),),
        (bar(None), bar(None, "5")),
        (bar("-5", "3"), bar("-2")),
        (bar("123456789012345.67", "1"),),
        (bar("27.5", None, "30"), bar("33", "35", "40")),
        tuple(bar("5", name="很长的指标名称" * 9) for _ in range(40)),
    ],
)
def test_edge_cases(bars: tuple[Bar, ...], common: bool) -> None:
    properties = Properties("图", datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    rendered = render(Document(properties, [BarChart(bars, WORDS, common)], "{}/{}".format))
    assert rendered.diagnostics == ()
