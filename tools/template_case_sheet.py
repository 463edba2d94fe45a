"""Builds templates/zh-CN/case_sheet.docx: the cases of a project with cause and lesson."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, new_document, shade, table, tag

TITLE = "案例表模板"
WIDTH = TEXT_WIDTH


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}　内部文件", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "案例表", "Title")
    tag(document, "for one, about in rows")
    add(document, "{{ one.title }}", "AnnexSection")
    made = table(
        document,
        (2.6, 5.2, 2.6, WIDTH - 10.4),
        (),
        [
            (
                "结果",
                "{{ one.outcome|label }}",
                "日期",
                "{% if one.date is defined %}{{ one.date|date }}{% else %}—{% endif %}",
            ),
            (
                "标签",
                "{% if one.tags %}{{ one.tags|items }}{% else %}—{% endif %}",
                "相关风险和条款",
                "{% if about %}{{ about }}{% else %}—{% endif %}",
            ),
        ],
        gap=False,
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])
    made = table(
        document,
        (2.6, WIDTH - 2.6),
        (),
        [
            ("经过", "{% if one.situation is defined %}{{ one.situation }}{% else %}—{% endif %}"),
            ("原因", "{{ one.cause }}"),
            ("教训", "{{ one.lesson }}"),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
    tag(document, "endfor")
    return document
