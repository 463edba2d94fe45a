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
            ("移交方（乙方）", "{{ parties.party_b.name }}", "接收方（甲方）", "{{ parties.party_a.name }}"),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])
    tag(document, "if deliverables")
    add(document, "交付成果", "AnnexSection")
    _deliverables(document)
    tag(document, "endif")
    tag(document, "if materials")
    add(document, "甲方提供的设备和物资", "AnnexSection")
    _materials(document)
    tag(document, "endif")
    _signatures(document)
    return document


def _deliverables(document: Document) -> None:
    table(
        document,
        (1.1, 4.1, 1.6, 3.4, 3.4, TEXT_WIDTH - 13.6),
        ("序号", "名称", "数量", "交付日期", "验收合格日期", "签收"),
        [
            "for row in deliverables",
            (
                "{{ loop.index }}",
                "{{ row.deliverable.name }}",
                "{{ row.deliverable.quantity|number }}{{ row.deliverable.unit }}",
                "{% if row.deliverable.delivered_on is defined %}{{ row.deliverable.delivered_on|date }}{% else %}未交付{% endif %}",
                "{% if row.deliverable.accepted_on is defined %}{{ row.deliverable.accepted_on|date }}{% else %}未验收{% endif %}",
                "□已收\n□未收",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, CENTER, CENTER, CENTER),
    )


def _materials(document: Document) -> None:
    table(
        document,
        (1.1, 5.1, 1.6, 1.9, 1.9, 1.9, TEXT_WIDTH - 13.5),
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
        "双方已经逐项清点。未列入本清单的，视为没有移交；签收不视为验收合格。",
        keep_next=True,
    )
    made = table(
        document,
        (TEXT_WIDTH / 2, TEXT_WIDTH / 2),
        (),
        [("移交人（签字）：\n\n日期：" + DAY, "接收人（签字）：\n\n日期：" + DAY)],
        gap=False,
    )
    keep_together(made)
