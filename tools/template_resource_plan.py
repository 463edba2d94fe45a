"""Builds templates/zh-CN/resource_plan.docx: people with qualification and load, materials lent and outstanding."""

from __future__ import annotations

from docx.document import Document
from word_base import LANDSCAPE_WIDTH, add, footer, header, new_document, table, tag

TITLE = "资源配置表模板"
WIDTH = LANDSCAPE_WIDTH
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document(landscape=True)
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "资源配置表", "Title")
    add(document, "数据截止{{ project.as_of|date }}。", "Plain")
    tag(document, "if people")
    add(document, "人员", "AnnexSection")
    table(
        document,
        (2.4, 3.6, 6.0, 1.8, 4.4, WIDTH - 18.2),
        ("姓名", "角色", "资质和有效期", "投入", "在岗期间", "更换规则和记录"),
        [
            "for one in people",
            (
                "{{ one.name }}",
                "{{ one.role }}",
                "{{ one.qualification }}",
                "{{ one.load }}",
                "{{ one.assigned }}",
                "{{ one.replacement }}",
            ),
            "endfor",
        ],
        styles=(TEXT, TEXT, TEXT, CENTER, TEXT, TEXT),
    )
    tag(document, "endif")
    tag(document, "if materials")
    add(document, "设备和材料（甲方提供）", "AnnexSection")
    table(
        document,
        (8.4, 2.4, 3.2, 3.4, 3.4, WIDTH - 20.8),
        ("名称", "单位", "约定数量", "已移交", "已返还", "未返还"),
        [
            "for one in materials",
            (
                "{{ one.name }}",
                "{{ one.unit }}",
                "{{ one.quantity }}",
                "{{ one.handed_over }}",
                "{{ one.returned }}",
                "{{ one.outstanding }}",
            ),
            "endfor",
        ],
        styles=(TEXT, CENTER, CENTER, CENTER, CENTER, CENTER),
    )
    tag(document, "endif")
    return document
