import datetime

import pytest

from generator.render.pdf import Document, Mark, Milestone, Properties, Timeline, TimelineWords, render

WORDS = TimelineWords("计划", "实际", "今天")
D = datetime.date


@pytest.mark.parametrize("today", [None, D(2026, 6, 1), D(2035, 6, 1)])
@pytest.mark.parametrize(
    "milestones",
    [
        (),
        (Milestone("一", D(2026, 1, 1)),),
        (Milestone("一", D(2026, 1, 1), D(2026, 1, 1)),),
        (
            Milestone("一", D(2026, 1, 1), D(2026, 3, 1), "￥1,000,000,000.00", Mark("迟付 59 日")),
            Milestone("二", D(2026, 1, 1)),
        ),
        (Milestone("一", D(2026, 1, 1), None, "验收合格并收到发票之日起三十日内支付；" * 9, Mark("逾期")),),
        (Milestone("一", D(2000, 1, 1)), Milestone("二", D(2050, 12, 31))),
        tuple(
            Milestone("很长的里程碑名称" * 8, D(2026, 1 + i % 12, 1 + i % 28), None, "￥1.00")
            for i in range(60)
        ),
    ],
)
def test_edge_cases(milestones: tuple[Milestone, ...], today: D | None) -> None:
    properties = Properties("图", datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    rendered = render(Document(properties, [Timeline(milestones, WORDS, today)], "{}/{}".format))
    assert rendered.diagnostics == ()
