"""Builds templates/zh-CN/survey_form.docx: the survey form with boxes to tick."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, keep_together, new_document, table

TITLE = "满意度调查表模板"
WIDTH = TEXT_WIDTH
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "满意度调查表", "Title")
    add(
        document,
        "为改进服务，请您对{{ parties.party_b.name }}在本项目中的服务作出评价。满分为{{ scale }}分，分数越高越满意。您的评价仅用于服务改进和考核。",
    )
    table(
        document,
        (1.2, 7.6, WIDTH - 8.8),
        ("序号", "评价项目", "评分"),
        ["for one in survey.questions", ("{{ loop.index }}", "{{ one.text }}", "{{ boxes }}"), "endfor"],
        styles=(CENTER, TEXT, CENTER),
    )
    made = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        (),
        [
            ("意见和建议：\n\n\n", ""),
            ("答卷单位或者姓名：", "日期：" + DAY),
        ],
        gap=False,
    )
    made.rows[0].cells[0].merge(made.rows[0].cells[1])
    keep_together(made)
    return document
