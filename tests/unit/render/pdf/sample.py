"""A whole project summary, as a colleague would build it: for the tests and for the benchmark."""

from __future__ import annotations

import datetime
from decimal import Decimal

from generator.render import pdf
from generator.render.pdf import (
    Bar,
    Cell,
    Column,
    Heading,
    Item,
    Mark,
    Milestone,
    Point,
    Prose,
    Risk,
    Run,
    Tone,
)

GOOD, WARN, BAD = Mark("达标", Tone.GOOD), Mark("预警", Tone.WARN), Mark("未达标", Tone.BAD)
PERIODS = tuple(f"{month}月" for month in range(1, 13))
TODAY = datetime.date(2026, 9, 18)


def point(text: str | None, suffix: str = "") -> Point:
    return Point(None) if text is None else Point(Decimal(text), text + suffix)


def series(name: str, values: str, suffix: str, *limits: str, mark: Mark) -> pdf.Series:
    points = tuple(point(None if value == "-" else value, suffix) for value in values.split())
    target, floor = (point(limit, suffix) for limit in limits)
    return pdf.Series(name, points, target, floor, None, mark)


SERIES = (
    series("月度销售额（万元）", "82 88 95 91 102 110 108 117 121 - - -", "", "110", "85", mark=GOOD),
    series("新客户拜访完成率", "91 94 96.5 93 97 98.2 99 97.4 98 - - -", "%", "95", "90", mark=GOOD),
    series("客户满意度（百分制）", "88.5 87 - 86.2 85 84.1 83.6 84 83.2 - - -", "", "88", "80", mark=BAD),
    series("回款及时率", "99 98 97 98 96 94 93.5 94.1 95.2 - - -", "%", "96", "92", mark=WARN),
)
RISKS = (
    (
        "R-01",
        "核心销售人员流失导致重点客户断档",
        "市场",
        (4, 4),
        (3, 4),
        "高",
        Tone.BAD,
        "李晓明",
        "2026-09-30",
    ),
    (
        "R-02",
        "乙方低价跨区销售，冲击华东渠道价格体系",
        "管理",
        (3, 5),
        (2, 5),
        "中",
        Tone.WARN,
        "王芳",
        "2026-10-15",
    ),
    (
        "R-03",
        "客户个人信息超范围收集，违反《个人信息保护法》第六条",
        "法律",
        (2, 5),
        (1, 5),
        "中",
        Tone.WARN,
        "赵律师",
        "2026-09-25",
    ),
    (
        "R-04",
        "回款周期延长，应收账款超过九十日",
        "财务",
        (4, 3),
        (4, 3),
        "高",
        Tone.BAD,
        "陈静",
        "2026-09-20",
    ),
    ("R-05", "CRM 数据同步中断", "技术", (3, 2), (2, 2), "低", Tone.GOOD, "周磊", "2026-11-01"),
)
LEVELS = tuple(
    tuple(
        Mark("H 高", Tone.BAD)
        if row * column >= 12
        else Mark("M 中", Tone.WARN)
        if row * column >= 5
        else Mark("L 低", Tone.GOOD)
        for column in range(1, 6)
    )
    for row in range(1, 6)
)
PAYMENTS = (
    (
        "首付款（合同签订后 10 个工作日内）",
        (2026, 1, 20),
        (2026, 1, 19),
        "￥256,000.00",
        Mark("已付", Tone.GOOD),
    ),
    ("第一季度服务费", (2026, 4, 15), (2026, 4, 22), "￥320,000.00", Mark("迟付 7 日", Tone.WARN)),
    ("第二季度服务费", (2026, 7, 15), (2026, 7, 14), "￥320,000.00", Mark("已付", Tone.GOOD)),
    ("中期验收款", (2026, 8, 31), None, "￥128,000.00", Mark("逾期", Tone.BAD)),
    ("第三季度服务费", (2026, 10, 15), None, "￥160,000.00", Mark("未到期")),
    ("尾款（终验合格后 30 日内）", (2027, 1, 30), None, "￥96,000.00", Mark("未到期")),
)


def overview() -> list[pdf.Block]:
    return [
        pdf.Title(
            "华东区域销售外包项目 管理摘要",
            "合同编号 JY-2026-001　报告期 2026 年 1 月至 9 月　编制日期 2026 年 9 月 18 日",
        ),
        pdf.Tiles(
            (
                pdf.Tile("合同总额", "￥1,280,000.00", "含税，税率 6%"),
                pdf.Tile("已付款", "￥896,000.00", "占合同总额 70.00%"),
                pdf.Tile("综合得分", "86.4", "B 级，上期 88.1", mark=WARN),
                pdf.Tile("高风险", "2 项", "R-01、R-04"),
            )
        ),
        Heading("一、合同双方与主要条款", anchor="terms"),
        pdf.facts(
            (
                ("甲方", "北京华远科技股份有限公司"),
                ("乙方", "上海卓越销售服务有限公司"),
                ("项目经理", "李晓明（甲方）、王芳（乙方）"),
                ("合同期限", "2026年1月10日至2026年12月31日"),
                ("付款方式", "按季支付，验收合格后 30 日内结清"),
                ("争议解决", "提交上海国际经济贸易仲裁委员会仲裁"),
                (
                    "服务范围",
                    "江苏、浙江、上海三地的线下渠道开发、客户拜访与售后回访，不含线上直销及 OEM 业务。",
                ),
            )
        ),
        Prose(
            (
                "报告期内乙方完成销售额 914 万元，完成年度目标的 69.2%；",
                Run("客户满意度连续六个月下降", bold=True),
                "，九月为 83.2 分，低于合同第 8.2 条约定的 88 分。依照《中华人民共和国民法典》第五百七十七条，当事人一方不履行合同"
                "义务或者履行合同义务不符合约定的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。详见",
                Run("风险一节", link="#risk"),
                "与共享目录 ",
                Run(
                    "https://example.com/projects/jy-2026-001/evidence/2026-q3/customer-survey.html",
                    link="https://example.com/projects/jy-2026-001",
                ),
                "。",
            )
        ),
        Heading("近期到期事项", 2),
        pdf.Table(
            (Column("到期日", 0.14), Column("事项", 0.5), Column("责任人", 0.16), Column("状态", 0.2)),
            (
                (
                    "2026-08-31",
                    "支付中期验收款（合同第 5.3 条）",
                    "陈静（甲方）",
                    Run("逾期 18 日", bold=True, tone=Tone.BAD),
                ),
                (
                    "2026-09-20",
                    "乙方提交第三季度工作报告",
                    "王芳（乙方）",
                    Run("2 日内到期", bold=True, tone=Tone.WARN),
                ),
                ("2026-09-30", "第三季度绩效考核", "李晓明（甲方）", "未到期"),
                ("2026-10-15", "支付第三季度服务费", "陈静（甲方）", "未到期"),
            ),
        ),
    ]


def performance() -> list[pdf.Block]:
    rows = [
        (
            f"K{index}",
            one.name,
            Cell(one.target.text if one.target else "", align="right"),
            point_text,
            "25%",
            score,
            status,
        )
        for index, (one, point_text, score, status) in enumerate(
            zip(
                SERIES,
                ("121", "98%", "83.2", "95.2%"),
                ("25.00", "25.00", "17.40", "19.00"),
                ("达标", "达标", "未达标", "预警"),
                strict=True,
            ),
            1,
        )
    ]
    return [
        Heading("二、绩效考核", anchor="kpi"),
        pdf.Table(
            (
                Column("编号", 0.08),
                Column("指标", 0.34),
                Column("目标", 0.12, "right"),
                Column("实际", 0.12, "right"),
                Column("权重", 0.1, "right"),
                Column("得分", 0.12, "right"),
                Column("结论", 0.12, "center"),
            ),
            [*rows, (Cell("合计", span=4), "100%", "86.40", "B 级")],
            totals=1,
        ),
        Heading("指标趋势", 2),
        pdf.TrendChart(PERIODS, SERIES, pdf.TrendWords("实际", "目标", "底线", "目标区间", "无数据")),
        Heading("实际与目标", 2),
        pdf.BarChart(
            tuple(
                Bar(
                    one.name,
                    next(p for p in reversed(one.points) if p.value is not None),
                    one.target,
                    None,
                    one.mark,
                )
                for one in SERIES
            ),
            pdf.BarWords("实际", "目标", "满分", "无数据"),
            common=False,
        ),
        Heading("各项得分", 2),
        pdf.BarChart(
            (
                Bar(
                    "进度（权重 30%）",
                    Point(Decimal("27.5"), "27.50"),
                    None,
                    Decimal(30),
                    Mark("A", Tone.GOOD),
                ),
                Bar(
                    "质量（权重 40%）",
                    Point(Decimal("33.2"), "33.20"),
                    None,
                    Decimal(40),
                    Mark("B", Tone.WARN),
                ),
                Bar(
                    "客户满意度（权重 30%）",
                    Point(Decimal("25.7"), "25.70"),
                    None,
                    Decimal(30),
                    Mark("B", Tone.WARN),
                ),
            ),
            pdf.BarWords("得分", "目标", "满分", "无数据"),
        ),
    ]


def risk() -> list[pdf.Block]:
    return [
        Heading("三、风险", anchor="risk"),
        pdf.RiskMatrix(
            ("1 极低", "2 低", "3 中", "4 高", "5 极高"),
            ("1 轻微", "2 较小", "3 中等", "4 严重", "5 重大"),
            LEVELS,
            [Risk(name, current, inherent) for name, _, _, inherent, current, *_ in RISKS],
            "可能性",
            "后果",
            "由固有风险到现有风险",
        ),
        Heading("主要风险", 2),
        pdf.Table(
            (
                Column("编号", 0.09),
                Column("风险", 0.41),
                Column("类别", 0.09),
                Column("等级", 0.1, "center"),
                Column("责任人", 0.13),
                Column("复核日", 0.18),
            ),
            [
                (name, text, kind, Run(level, bold=True, tone=tone), owner, due)
                for name, text, kind, _, _, level, tone, owner, due in RISKS
            ],
            zebra=True,
        ),
    ]


def meetings() -> list[pdf.Block]:
    actions = [
        (f"A-{index:02d}", f"2026-0{1 + index % 9}-1{index % 10}", text, owner, status)
        for index, (text, owner, status) in enumerate(
            (
                ("补齐九月份客户拜访记录，并上传至 CRM 系统（纷享销客）“拜访”对象", "王芳", "进行中"),
                ("提交渠道价格巡查报告：至少覆盖 30 家门店，附照片与日期", "刘强", "未开始"),
                ("修订《销售行为规范》第 3.2 条——禁止跨区报价", "李晓明", "已完成"),
                ("组织 2 场产品培训（各 90 分钟），到场率不低于 95%", "周磊", "进行中"),
            )
            * 5,
            1,
        )
    ]
    return [
        Heading("四、会议与待办", anchor="meetings"),
        Item(
            "1.",
            "销售例会：每周一 10:00，由甲方项目经理主持，乙方区域经理与数据专员参加；会后 2 个工作日内发出纪要。",
        ),
        Item("2.", "月度经营分析会：每月 5 日前，审阅 KPI、风险与付款；纪要经双方签字后可作为履约证据。"),
        Item("3.", "里程碑评审：中期验收、终验前各一次。"),
        Heading("未结事项", 2),
        pdf.Table(
            (
                Column("编号", 0.09),
                Column("期限", 0.14),
                Column("事项", 0.51),
                Column("责任人", 0.12),
                Column("状态", 0.14),
            ),
            actions,
            zebra=True,
        ),
        Heading("五、付款进度", anchor="payment"),
        pdf.Timeline(
            tuple(
                Milestone(
                    name, datetime.date(*planned), datetime.date(*actual) if actual else None, amount, mark
                )
                for name, planned, actual, amount, mark in PAYMENTS
            ),
            pdf.TimelineWords("计划", "实际", "今天"),
            TODAY,
            "{:%m-%d}".format,
        ),
        Prose("数据来源：规格文件与 CRM 同步记录；金额均为人民币含税价。", pdf.NOTE),
    ]


def report() -> pdf.Document:
    """Return the document."""
    zone = datetime.timezone(datetime.timedelta(hours=8))
    properties = pdf.Properties(
        "华东区域销售外包项目 管理摘要",
        datetime.datetime(2026, 9, 18, 9, 0, tzinfo=zone),
        "北京华远科技股份有限公司",
        "合同 JY-2026-001 管理摘要",
        ("合同", "绩效", "R&D"),
        provenance=(("SpecSha256", "0" * 64), ("GitCommit", "a1b2c3d"), ("ToolVersion", "0.1.0")),
    )
    return pdf.Document(
        properties,
        [*overview(), *performance(), *risk(), *meetings()],
        "第 {} 页 共 {} 页".format,
        "华东区域销售外包项目",
        "JY-2026-001",
        "内部资料 注意保密",
    )
