"""Builds templates/zh-CN/risk_register.docx: the register at a glance, then every field of every risk."""

from __future__ import annotations

from docx.document import Document
from word_base import LANDSCAPE_WIDTH, add, footer, header, keep_together, new_document, table, tag

TITLE = "风险登记册模板"
WIDTH = LANDSCAPE_WIDTH
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document(landscape=True)
    header(document, "{{ project.name }}　内部文件", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "风险登记册", "Title")
    add(
        document,
        "数据截止{{ project.as_of|date }}，共{{ count }}项，未关闭{{ live }}项。等级由可能性乘以影响得出："
        "{{ risk_matrix.medium_from }}以上为中，{{ risk_matrix.high_from }}以上为高，{{ risk_matrix.extreme_from }}以上为极高"
        "（矩阵{{ risk_matrix.size }}×{{ risk_matrix.size }}）。",
        "Plain",
    )
    table(
        document,
        (1.4, 4.9, 1.6, 2.8, 2.8, 2.8, 1.4, 1.7, 2.6, WIDTH - 22.0),
        ("编号", "风险", "类别", "固有等级", "当前等级", "剩余等级", "应对", "责任人", "下次复核", "状态"),
        [
            "for one in entries",
            tuple(
                f"{{{{ one.{name} }}}}"
                for name in (
                    "id",
                    "title",
                    "category",
                    "inherent",
                    "current",
                    "residual",
                    "response",
                    "owner",
                    "review",
                    "status",
                )
            ),
            "endfor",
        ],
        styles=(TEXT, TEXT, *[CENTER] * 8),
    )
    tag(document, "for one in entries")
    add(document, "{{ one.id }}　{{ one.title }}", "AnnexSection")
    table(
        document,
        (3.4, WIDTH - 3.4),
        ("字段", "内容"),
        ["for field in one.fields", ("{{ field.name }}", "{{ field.text }}"), "endfor"],
    )
    tag(document, "endfor")
    made = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        (),
        [("编制人（签字）：\n\n日期：" + DAY, "审核人（签字）：\n\n日期：" + DAY)],
        gap=False,
    )
    keep_together(made)
    return document
