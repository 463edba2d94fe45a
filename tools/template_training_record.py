"""Builds templates/zh-CN/training_record.docx: the plan, results of what was held, sign-in sheets for what comes."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, new_document, table, tag, when

TITLE = "培训计划和签到表模板"
WIDTH = TEXT_WIDTH
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "培训计划和签到表", "Title")
    add(document, "培训计划", "AnnexSection")
    table(
        document,
        (1.2, 4.6, 2.8, WIDTH - 8.6),
        ("序号", "主题", "日期", "安排和结果"),
        [
            "for one in sessions",
            ("{{ loop.index }}", "{{ one.topic }}", "{{ one.day }}", "{{ one.facts }}"),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, TEXT),
    )
    tag(document, "for one in sessions")
    tag(document, "if one.results")
    add(document, "{{ one.topic }}　到课和成绩", "AnnexSection")
    table(
        document,
        (3.0, 4.4, 1.8, 1.8, WIDTH - 11.0),
        ("姓名", "到课", "成绩", "结论", "证书"),
        [
            "for each in one.results",
            (
                "{{ each.name }}",
                "{{ each.present }}",
                "{{ each.score }}",
                "{{ each.passed }}",
                "{{ each.certificate }}",
            ),
            "endfor",
        ],
        styles=(TEXT, TEXT, CENTER, CENTER, TEXT),
    )
    when(document, "one.absent", "缺课：{{ one.absent }}。")
    tag(document, "endif")
    tag(document, "if not one.held")
    add(document, "{{ one.topic }}　签到表", "AnnexSection")
    table(
        document,
        (1.2, 4.0, 5.2, WIDTH - 10.4),
        ("序号", "姓名", "签字", "考核成绩"),
        [
            "for each in one.signers",
            ("{{ loop.index }}", "{{ each }}", "", ""),
            "endfor",
            ("", "", "", ""),
            ("", "", "", ""),
            ("", "", "", ""),
        ],
        styles=(CENTER, TEXT, TEXT, TEXT),
    )
    add(document, "培训人（签字）：　　　　　　　　　　日期：" + DAY)
    tag(document, "endif")
    tag(document, "endfor")
    return document
