"""Builds templates/zh-CN/handover.docx: what was delivered and handed over, for both parties to sign."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, keep_together, new_document, shade, table, tag

TITLE = "交付与移交清单模板"
CENTER, NUMBER, TEXT = "TableCenter", "TableNumber", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "交付与移交清单", "Title")
    made = table(
        document,
        (2.6, 5.2, 2.6, TEXT_WIDTH - 10.4),
        (),
        [
            ("合同名称", "{{ contract.title }}", "截至日期", "{{ project.as_of|date }}"),
            (
                "移交方",
                "{{ from_party.name }}（{{ from_side|label }}）",
                "接收方",
                "{{ to_party.name }}（{{ to_side|label }}）",
            ),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])
    tag(document, "if results")
    add(document, "交付成果", "AnnexSection")
    _deliverables(document)
    tag(document, "endif")
    tag(document, "if materials")
    add(document, "甲方提供的设备和物资", "AnnexSection")
    _materials(document)
    tag(document, "endif")
    add(document, "未结事项", "AnnexSection")
    tag(document, "for one in outstanding")
    add(document, "{{ one }}")
    tag(document, "endfor")
    _signatures(document)
    return document


def _deliverables(document: Document) -> None:
    table(
        document,
        (1.1, 2.8, 1.7, 3.7, 4.5, TEXT_WIDTH - 13.8),
        ("序号", "名称", "数量", "约定交付日期", "交付和验收", "签收"),
        [
            "for row in results",
            (
                "{{ loop.index }}",
                "{{ row.deliverable.name }}",
                "{{ row.deliverable.quantity|number }}{{ row.deliverable.unit }}",
                "{{ row.deliverable.due|date }}{% if row.moved is defined %}"
                "（变更单{{ row.moved.number }}改为{{ row.moved.day|date }}）{% endif %}",
                "{% if row.deliverable.delivered_on is defined %}{{ row.deliverable.delivered_on|date }}交付{% else %}未交付{% endif %}\n"
                "{% if row.deliverable.accepted_on is defined %}{{ row.deliverable.accepted_on|date }}合格{% else %}未验收{% endif %}",
                "□已收\n□未收",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, CENTER, CENTER, CENTER),
    )


def _materials(document: Document) -> None:
    table(
        document,
        (1.1, 4.6, 2.1, 1.9, 1.9, 1.9, TEXT_WIDTH - 13.5),
        ("序号", "名称", "约定数量", "已交乙方", "已返还", "未返还", "核对"),
        [
            "for row in materials",
            (
                "{{ loop.index }}",
                "{{ row.material.name }}",
                "{{ row.material.quantity|number }}{{ row.material.unit }}",
                "{{ row.material.handed_over|number }}",
                "{{ row.material.returned|number }}",
                "{{ row.outstanding|number }}",
                "□相符",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, CENTER, CENTER, CENTER, CENTER),
    )


def _signatures(document: Document) -> None:
    add(
        document,
        "双方已经逐项清点核对。签收不视为验收合格。",
        keep_next=True,
    )
    made = table(
        document,
        (TEXT_WIDTH / 2, TEXT_WIDTH / 2),
        (),
        [
            (
                "移交方：{{ from_party.name }}\n\n移交人（签字）：\n\n日期：" + DAY,
                "接收方：{{ to_party.name }}\n\n接收人（签字）：\n\n日期：" + DAY,
            )
        ],
        gap=False,
    )
    keep_together(made)
