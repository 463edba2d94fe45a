"""Builds templates/zh-CN/evaluation.docx: the filled evaluation form of one period, on landscape pages."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Cm
from docx.table import Table
from word_base import (
    LANDSCAPE_WIDTH,
    add,
    footer,
    header,
    keep_together,
    merge,
    new_document,
    shade,
    table,
    tag,
)

TITLE = "绩效评价表模板"
WIDTH = LANDSCAPE_WIDTH
CENTER, NUMBER, TEXT = "TableCenter", "TableNumber", "TableText"
DAY = "日期：　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document(landscape=True)
    header(document, "{{ project.name }}", "评价表编号：{{ evaluation.id }}")
    footer(document)
    add(document, "乙方绩效评价表", "Title")
    facts(
        document,
        [
            ("评价表编号", "{{ evaluation.id }}", "评价日期", "{{ evaluation.date|date }}"),
            (
                "评价小组",
                "{% for one in panel %}{% if not loop.first %}；{% endif %}{{ one[0] }}（{{ one[1] }}）{% endfor %}",
                "评价期间",
                "{{ period }}",
            ),
        ],
    )
    _scores(document)
    _adjustments(document)
    _vetoes(document)
    _total(document)
    _rolling(document)
    _findings(document)
    _appeal(document)
    signatures(
        document,
        "乙方意见：{% if evaluation.party_b_reply is defined %}{{ evaluation.party_b_reply }}{% endif %}",
        "{% if evaluation.received_on is defined %}签收日期：{{ evaluation.received_on|date }}{% else %}"
        + DAY
        + "{% endif %}",
        "{% if approver %}{{ approver }}{% endif %}",
        "{% if evaluation.approved_on is defined %}审批日期：{{ evaluation.approved_on|date }}{% else %}"
        + DAY
        + "{% endif %}",
        "{% if receiver %}{{ receiver }}{% endif %}",
    )
    _arithmetic(document)
    return document


def facts(document: Document, more: list[tuple[str, str, str, str]]) -> Table:
    """The head of both forms."""
    rows = [
        ("甲方（评价方）", "{{ parties.party_a.name }}", "乙方（被评价方）", "{{ parties.party_b.name }}"),
        ("合同编号", "{{ contract.number }}", "合同名称", "{{ contract.title }}"),
        *more,
    ]
    made = table(document, (3.3, 8.85, 3.3, WIDTH - 15.45), (), rows)
    for row in made.rows:
        shade(row.cells[0])
        shade(row.cells[2])
    return made


def grade_table(document: Document) -> None:
    """The grades with bounds and consequence, on one page."""
    made = table(
        document,
        (3.0, 5.5, WIDTH - 8.5),
        ("等级", "得分范围", "结果应用"),
        ["for one in grades", ("{{ one.label }}", "{{ one.bounds }}", "{{ one.consequence }}"), "endfor"],
        styles=(CENTER, CENTER, TEXT),
    )
    keep_together(made)


def signatures(  # the cells of one table
    document: Document,
    reply: str,
    receipt: str,
    approver: str = "",
    approved: str = DAY,
    receiver: str = "",
    height: float = 1.8,
) -> None:
    """Party B's reply and all signatures: one table, so that the signatures never stand alone on a page."""
    add(document, "乙方反馈和签署", "AnnexSection")
    add(
        document,
        "乙方对评价结果有异议的，应当在收到本表后{{ assessment.reply_within|duration }}内书面提出。",
        keep_next=True,
    )
    made = table(
        document,
        (WIDTH / 3,) * 3,
        (),
        [
            (reply, "", ""),
            (
                f"评价小组成员（签字）：\n\n\n{DAY}",
                f"甲方审批人（签字）：\n{approver}\n\n{approved}",
                f"乙方签收（签字或盖章）：\n{{{{ parties.party_b.name }}}}\n{receiver}\n{receipt}",
            ),
        ],
    )
    merge(made, 0, 0, 2)
    made.rows[0].height = Cm(height)
    made.rows[1].height = Cm(2.8)
    keep_together(made)


def _scores(document: Document) -> None:
    add(document, "指标得分", "AnnexSection")
    table(
        document,
        (1.0, 1.6, 2.8, 4.9, 3.0, 2.7, 2.6, 2.2, 1.7, WIDTH - 22.5),
        (
            "序号",
            "类别",
            "指标",
            "定义与公式",
            "数据来源",
            "权重",
            "目标与底线",
            "实际值",
            "得分",
            "加权得分",
        ),
        [
            "for row in rows",
            (
                "{{ loop.index }}",
                "{{ row.category }}",
                "{{ row.name }}",
                "{{ row.definition }}",
                "{{ row.source }}",
                "{{ row.weight }}",
                "{{ row.target }}",
                "{{ row.actual }}",
                "{{ row.score }}",
                "{{ row.weighted }}",
            ),
            "endfor",
            ("", "", "小计", "", "", "{{ result.weight }}", "", "", "", "{{ result.subtotal }}"),
        ],
        styles=(CENTER, CENTER, TEXT, TEXT, TEXT, CENTER, TEXT, CENTER, NUMBER, NUMBER),
    )
    add(document, "{{ reweighting }}计算过程见附页。", "Plain")


def _adjustments(document: Document) -> None:
    add(document, "加分与扣分", "AnnexSection")
    tag(document, "if adjustments")
    table(
        document,
        (2.4, 8.0, WIDTH - 10.4),
        ("分值", "约定的加减分项", "理由"),
        ["for one in adjustments", ("{{ one.points }}", "{{ one.item }}", "{{ one.reason }}"), "endfor"],
        styles=(CENTER, TEXT, TEXT),
    )
    tag(document, "else")
    add(document, "无。")
    tag(document, "endif")


def _vetoes(document: Document) -> None:
    add(document, "一票否决项", "AnnexSection")
    tag(document, "if vetoes")
    table(
        document,
        (1.6, 10.0, WIDTH - 11.6),
        ("出现", "否决项", "事实"),
        ["for one in vetoes", ("{{ one.box }}", "{{ one.text }}", "{{ one.fact }}"), "endfor"],
        styles=(CENTER, TEXT, TEXT),
    )
    tag(document, "else")
    add(document, "合同未约定一票否决项。")
    tag(document, "endif")


def _total(document: Document) -> None:
    add(document, "总分与等级", "AnnexSection")
    made = table(
        document,
        (3.0, 3.6, 3.0, 3.6, 3.0, WIDTH - 16.2),
        (),
        [
            (
                "总分",
                "{{ result.total }}",
                "等级",
                "{{ result.grade }}",
                "与上期对比",
                "{{ previous }}",
            )
        ],
        styles=(CENTER, CENTER, CENTER, CENTER, CENTER, TEXT),
    )
    for column in (0, 2, 4):
        shade(made.rows[0].cells[column])
    tag(document, "if result.vetoed")
    add(document, "出现一票否决项，按最低等级评定。", "Plain")
    tag(document, "endif")
    tag(document, "if result.score_cap is defined")
    add(document, "出现限分的否决项，总分不超过{{ result.score_cap }}分。", "Plain")
    tag(document, "endif")
    grade_table(document)


def _rolling(document: Document) -> None:
    tag(document, "if rolling")
    add(document, "滚动得分", "AnnexSection")
    made = table(
        document,
        (8.0, 4.0, 6.0, WIDTH - 18.0),
        ("期间", "总分", "权重", "加权得分"),
        [
            "for one in rolling",
            ("{{ one.period }}", "{{ one.total }}", "{{ one.weight }}", "{{ one.weighted }}"),
            "endfor",
            ("滚动得分", "", "", "{{ rolling_score }}"),
        ],
        styles=(CENTER, CENTER, CENTER, CENTER),
    )
    keep_together(made)
    tag(document, "endif")


def _appeal(document: Document) -> None:
    tag(document, "if appeal is defined")
    add(document, "申诉和复核", "AnnexSection")
    add(document, "乙方于{{ appeal.raised_on }}提出申诉：{{ appeal.text|sentence }}")
    table(
        document,
        (5.0, WIDTH - 5.0),
        ("申诉指标", "主张和依据"),
        ["for one in appeal.items", ("{{ one.name }}", "{{ one.claim }}"), "endfor"],
        styles=(TEXT, TEXT),
    )
    add(document, "复核结果：{{ appeal.decision|sentence }}复核理由：{{ appeal.reason|sentence }}")
    tag(document, "if appeal.compared")
    add(document, "原评价结果和更正后的评价结果：", keep_next=True)
    _compared(document)
    add(document, "本期等级按更正后的结果评定，原结果保留备查。", "Plain")
    tag(document, "endif")
    tag(document, "endif")


def _compared(document: Document) -> None:
    table(
        document,
        (3.4, 2.5, 2.4, 1.9, 1.9, 2.5, 2.4, 1.9, 1.9, WIDTH - 20.8),
        (
            "指标",
            "原实际值",
            "原权重",
            "原得分",
            "原加权得分",
            "更正后实际值",
            "更正后权重",
            "更正后得分",
            "更正后加权得分",
            "更正理由",
        ),
        [
            "for one in appeal.compared",
            (
                "{{ one.name }}",
                "{{ one.actual }}",
                "{{ one.weight }}",
                "{{ one.score }}",
                "{{ one.weighted }}",
                "{{ one.new_actual }}",
                "{{ one.new_weight }}",
                "{{ one.new_score }}",
                "{{ one.new_weighted }}",
                "{{ one.reason }}",
            ),
            "endfor",
        ],
        styles=(TEXT, *(CENTER,) * 8, TEXT),
    )


def _findings(document: Document) -> None:
    add(document, "主要问题", "AnnexSection")
    tag(document, "for one in evaluation.problems")
    add(document, "{{ one|sentence }}", "AnnexClause")
    tag(document, "endfor")
    tag(document, "if not evaluation.problems")
    add(document, "无。")
    tag(document, "endif")
    add(document, "改进要求", "AnnexSection")
    tag(document, "if requirements")
    table(
        document,
        (1.2, WIDTH - 7.2, 3.0, 3.0),
        ("序号", "要求", "责任人", "完成期限"),
        [
            "for one in requirements",
            ("{{ loop.index }}", "{{ one[0] }}", "{{ one[1] }}", "{{ one[2] }}"),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, CENTER),
    )
    tag(document, "else")
    add(document, "无。")
    tag(document, "endif")
    add(document, "结果应用", "AnnexSection")
    add(document, "{{ result.grade }}：{{ result.consequence|sentence }}")
    tag(document, "if evaluation.application is defined")
    add(document, "{{ evaluation.application|sentence }}")
    tag(document, "endif")


def _arithmetic(document: Document) -> None:
    heading = add(document, "附页　计算过程", "Title")
    heading.paragraph_format.page_break_before = True
    table(
        document,
        (1.0, 2.6, 4.0, 8.2, 4.8, WIDTH - 20.6),
        ("序号", "指标", "评分规则", "实际值和依据", "得分", "加权得分"),
        [
            "for one in workings",
            (
                "{{ loop.index }}",
                "{{ one.name }}",
                "{{ one.rule }}",
                "{{ one.actual }}",
                "{{ one.score }}",
                "{{ one.weighted }}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, TEXT, TEXT, TEXT, TEXT),
    )
    tag(document, "for line in sums")
    add(document, "{{ line|sentence }}")
    tag(document, "endfor")
    add(document, "各行得分和加权得分均四舍五入至两位小数，小计为各行加权得分之和。")
