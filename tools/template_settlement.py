"""Builds templates/zh-CN/settlement.docx: the settlement sheet of one evaluated period."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, keep_together, merge, new_document, shade, table, when

TITLE = "绩效结算单模板"
WIDTH = TEXT_WIDTH
CENTER, NUMBER, TEXT = "TableCenter", "TableNumber", "TableText"
DAY = "　　　　年　　月　　日"
UNIT = "{% if currency == 'JPY' %}元{% else %}分{% endif %}"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "绩效结算单", "Title")
    _facts(document)
    _lines(document)
    _signatures(document)
    return document


def _facts(document: Document) -> None:
    made = table(
        document,
        (2.6, 5.2, 2.6, WIDTH - 10.4),
        (),
        [
            ("结算单编号", "{{ number }}", "合同名称", "{{ contract.title }}"),
            ("甲方", "{{ parties.party_a.name }}", "乙方", "{{ parties.party_b.name }}"),
            ("评价期间", "{{ period|period }}", "起止日", "{{ first|date }}至{{ last|date }}"),
            ("评价日", "{{ evaluation.date|date }}", "得分和等级", "{{ total }}分，{{ grade }}"),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])


def _lines(document: Document) -> None:
    add(document, "结算项目", "AnnexSection")
    made = table(
        document,
        (1.1, 4.9, 3.9, 2.3, WIDTH - 12.2),
        ("序号", "项目和来源", "计算", "依据", "金额"),
        [
            "for one in rows",
            (
                "{{ loop.index }}",
                "{{ one.what }}（{{ one.source }}）",
                "{{ one.working }}",
                "{{ one.clause }}",
                "{{ one.amount }}",
            ),
            "endfor",
            (
                "本期结算，{{ debtor|label }}应付{{ creditor|label }}（大写：{{ net|words(currency) }}）",
                "",
                "",
                "",
                "{{ net|money(currency) }}",
            ),
        ],
        styles=(CENTER, TEXT, TEXT, CENTER, NUMBER),
    )
    shade(made.rows[-1].cells[4])
    shade(merge(made, -1, 0, 3))
    add(
        document,
        f"金额前带“−”号的为扣减。依据为合同的条和附件；括号内为评价、期次、指标或者记录的编号。每项金额计算到{UNIT}，以下四舍五入。",
        "Plain",
    )
    when(document, "deducted > 0", "至本期为止，考核扣减累计{{ deducted|money(currency) }}。", "Plain")


def _signatures(document: Document) -> None:
    add(document, "确认", "AnnexSection")
    made = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        (),
        [
            ("□确认无误　　□有异议，异议内容：", ""),
            (
                "甲方（盖章）：{{ parties.party_a.name }}\n\n核对人（签字）：\n\n日期：" + DAY,
                "乙方（盖章）：{{ parties.party_b.name }}\n\n核对人（签字）：\n\n日期：" + DAY,
            ),
        ],
        gap=False,
    )
    merge(made, 0, 0, 1)
    keep_together(made)
