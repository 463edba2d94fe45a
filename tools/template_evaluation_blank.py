"""Builds templates/zh-CN/evaluation_blank.docx: the evaluation form to be filled by hand."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Cm
from template_evaluation import CENTER, DAY, TEXT, WIDTH, facts, grade_table, signatures
from word_base import add, footer, header, new_document, table, tag

TITLE = "空白绩效评价表模板"


def build() -> Document:
    """Return the template."""
    document = new_document(landscape=True)
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "乙方绩效评价表", "Title")
    facts(
        document, [("评价表编号", "", "评价日期", "　　　　年　　月　　日"), ("评价小组", "", "评价期间", "")]
    )
    _scores(document)
    _free(document)
    add(document, "总分与等级", "AnnexSection")
    table(
        document,
        (3.0, 5.0, 3.0, WIDTH - 11.0),
        (),
        [("总分", "", "等级", "")],
        styles=(CENTER, TEXT, CENTER, TEXT),
    )
    grade_table(document)
    _writing(document, "主要问题和改进要求", 3.0)
    _writing(document, "乙方反馈", 2.4)
    signatures(document, DAY)
    return document


def _scores(document: Document) -> None:
    add(document, "指标得分", "AnnexSection")
    made = table(
        document,
        (1.0, 1.7, 3.0, 4.6, 2.8, 1.5, 2.7, 4.0, 1.6, WIDTH - 22.9),
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
            ),
            "endfor",
        ],
        styles=(CENTER, CENTER, TEXT, TEXT, TEXT, CENTER, TEXT, TEXT, TEXT, TEXT),
    )
    made.rows[2].height = Cm(1.2)
    add(
        document,
        "加权得分 = 得分 × 权重；没有数据或不适用的指标不计分，其余指标的权重按比例折算为100%。",
        "Plain",
    )


def _free(document: Document) -> None:
    add(document, "加分与扣分", "AnnexSection")
    rows = [("", "")] * 2
    made = table(document, (2.4, WIDTH - 2.4), ("分值", "理由"), rows, styles=(CENTER, TEXT))
    for row in made.rows[1:]:
        row.height = Cm(0.9)
    add(document, "一票否决项", "AnnexSection")
    tag(document, "if vetoes")
    table(
        document,
        (1.6, 10.0, WIDTH - 11.6),
        ("出现", "否决项", "事实"),
        ["for one in vetoes", ("☐", "{{ one }}", ""), "endfor"],
        styles=(CENTER, TEXT, TEXT),
    )
    tag(document, "else")
    add(document, "合同未约定一票否决项。")
    tag(document, "endif")


def _writing(document: Document, title: str, height: float) -> None:
    add(document, title, "AnnexSection")
    table(document, (WIDTH,), (), [("",)]).rows[0].height = Cm(height)
