"""Builds templates/zh-CN/evaluation_blank.docx: the evaluation form to be filled by hand."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Cm
from docx.table import Table
from template_evaluation import CENTER, DAY, TEXT, WIDTH, facts, grade_table, signatures
from word_base import add, footer, header, new_document, shade, table, tag

TITLE = "空白绩效评价表模板"
LINE = 0.95
"""Centimetres of a row to write in."""


def build() -> Document:
    """Return the template."""
    document = new_document(landscape=True)
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "乙方绩效评价表", "Title")
    made = facts(
        document, [("评价表编号", "", "评价日期", "　　　　年　　月　　日"), ("评价小组", "", "评价期间", "")]
    )
    for row in made.rows[2:]:
        row.height = Cm(LINE)
    _scores(document)
    _ratings(document)
    _adjustments(document)
    _vetoes(document)
    _total(document)
    _rolling(document)
    _findings(document)
    _writing(document, "结果应用", 1.8)
    _appeal(document)
    signatures(document, "乙方意见：", DAY, height=2.6)
    return document


def _scores(document: Document) -> None:
    add(document, "指标得分", "AnnexSection")
    made = table(
        document,
        (1.0, 1.5, 2.6, 4.2, 2.5, 1.3, 2.4, 3.6, 1.8, 1.6, WIDTH - 22.5),
        (
            "序号",
            "类别",
            "指标",
            "定义与公式",
            "数据来源",
            "权重",
            "目标与底线",
            "评分规则",
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
                "{{ row.rule }}",
                "",
                "",
                "",
            ),
            "endfor",
            ("", "", "小计", "", "", "", "", "", "", "", ""),
        ],
        styles=(CENTER, CENTER, TEXT, TEXT, TEXT, CENTER, TEXT, TEXT, TEXT, TEXT, TEXT),
    )
    made.rows[2].height = Cm(1.2)
    made.rows[4].height = Cm(LINE)
    add(
        document,
        "加权得分 = 得分 × 权重；没有数据或不适用的指标不计分，其余指标的权重按比例折算为100%。",
        "Plain",
    )


def _adjustments(document: Document) -> None:
    add(document, "加分与扣分", "AnnexSection")
    widths, head = (2.4, 8.0, WIDTH - 10.4), ("分值", "约定的加减分项", "理由")
    made = table(
        document,
        widths,
        head,
        ["for one in bonuses", ("", "{{ one }}", ""), "endfor", *[("", "", "")] * 2],
        styles=(CENTER, TEXT, TEXT),
    )
    for row in (made.rows[2], *made.rows[4:]):
        row.height = Cm(LINE)
    tag(document, "if assessment.bonus_max is defined")
    add(document, "加分合计不超过{{ assessment.bonus_max|number }}分。", "Plain")
    tag(document, "endif")


def _ratings(document: Document) -> None:
    tag(document, "if rated")
    add(document, "评价小组成员打分", "AnnexSection")
    made = table(
        document,
        (6.0, *((WIDTH - 9.0) / 4,) * 4, 3.0),
        ("指标", "成员一", "成员二", "成员三", "成员四", "平均分"),
        ["for one in rated", ("{{ one }}", "", "", "", "", ""), "endfor"],
        styles=(TEXT, *(CENTER,) * 5),
    )
    made.rows[2].height = Cm(LINE)
    tag(document, "endif")


def _rolling(document: Document) -> None:
    tag(document, "if rolling")
    add(document, "滚动得分", "AnnexSection")
    made = table(
        document,
        (8.0, 4.0, 6.0, WIDTH - 18.0),
        ("期间", "总分", "权重", "加权得分"),
        ["for one in rolling", ("{{ one[0] }}", "", "{{ one[1] }}", ""), "endfor", ("滚动得分", "", "", "")],
        styles=(CENTER,) * 4,
    )
    tag(document, "endif")
    for row in (made.rows[2], made.rows[4]):
        row.height = Cm(LINE)


def _appeal(document: Document) -> None:
    add(document, "申诉和复核", "AnnexSection")
    head = ("申诉指标", "主张和依据", "原得分", "复核后得分", "复核理由")
    rows = [("", "", "", "", "")] * 2
    _empty_rows(table(document, (4.0, WIDTH - 15.0, 2.5, 2.5, 6.0), head, rows))


def _vetoes(document: Document) -> None:
    add(document, "一票否决项", "AnnexSection")
    tag(document, "if vetoes")
    made = table(
        document,
        (1.6, 10.0, WIDTH - 11.6),
        ("出现", "否决项", "事实"),
        ["for one in vetoes", ("☐", "{{ one }}", ""), "endfor"],
        styles=(CENTER, TEXT, TEXT),
    )
    made.rows[2].height = Cm(LINE)
    tag(document, "else")
    add(document, "合同未约定一票否决项。")
    tag(document, "endif")


def _total(document: Document) -> None:
    add(document, "总分与等级", "AnnexSection")
    made = table(
        document,
        (2.4, 3.6, 2.4, 3.6, 3.0, WIDTH - 15.0),
        (),
        [("总分", "", "等级", "", "与上期对比", "")],
        styles=(CENTER,) * 6,
    )
    made.rows[0].height = Cm(LINE)
    for column in (0, 2, 4):
        shade(made.rows[0].cells[column])
    grade_table(document)


def _findings(document: Document) -> None:
    _writing(document, "主要问题", 2.4)
    add(document, "改进要求", "AnnexSection")
    rows = [("", "", "", "")] * 3
    head = ("序号", "要求", "责任人", "完成期限")
    _empty_rows(table(document, (1.2, WIDTH - 7.2, 3.0, 3.0), head, rows))


def _empty_rows(made: Table) -> None:
    """Make the rows under the head high enough to write in."""
    for row in made.rows[1:]:
        row.height = Cm(LINE)


def _writing(document: Document, title: str, height: float) -> None:
    add(document, title, "AnnexSection")
    table(document, (WIDTH,), (), [("",)]).rows[0].height = Cm(height)
