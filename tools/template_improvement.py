"""Builds templates/zh-CN/improvement.docx: the record of improvements with figures before and after."""

from __future__ import annotations

from docx.document import Document
from word_base import LANDSCAPE_WIDTH, add, footer, header, keep_together, new_document, table

TITLE = "改进记录表模板"
WIDTH = LANDSCAPE_WIDTH
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document(landscape=True)
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "改进记录表", "Title")
    add(
        document,
        "数据截止{{ project.as_of|date }}。“改进前”为措施期限前最后一期的指标值，“改进后”为其后最近一期的指标值。",
        "Plain",
    )
    table(
        document,
        (1.3, 4.6, 4.0, 1.6, 2.3, 2.1, 2.0, 2.0, WIDTH - 19.9),
        ("编号", "发现的问题和原因", "措施", "责任人", "期限", "指标", "改进前", "改进后", "状态和效果"),
        [
            "for one in rows",
            tuple(
                f"{{{{ one.{name} }}}}"
                for name in ("id", "finding", "measure", "owner", "due", "kpi", "before", "after", "state")
            ),
            "endfor",
        ],
        styles=(TEXT, TEXT, TEXT, CENTER, CENTER, CENTER, CENTER, CENTER, TEXT),
    )
    made = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        (),
        [
            (
                "乙方（签字）：{{ parties.party_b.name }}\n\n日期：" + DAY,
                "甲方验证人（签字）：{{ parties.party_a.name }}\n\n日期：" + DAY,
            )
        ],
        gap=False,
    )
    keep_together(made)
    return document
