"""Builds templates/zh-CN/feedback_register.docx: surveys, complaints and support requests with what became of them."""

from __future__ import annotations

from docx.document import Document
from word_base import LANDSCAPE_WIDTH, add, footer, header, new_document, table, tag

TITLE = "反馈登记表模板"
WIDTH = LANDSCAPE_WIDTH
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document(landscape=True)
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "反馈登记表", "Title")
    add(document, "数据截止{{ project.as_of|date }}。内部文件。", "Plain")
    tag(document, "if surveys")
    add(document, "满意度调查", "AnnexSection")
    table(
        document,
        (2.2, 3.1, 4.0, 3.2, 5.8, WIDTH - 18.3),
        ("编号", "日期", "答卷", "得分", "各题平均分", "摘要"),
        [
            "for one in surveys",
            (
                "{{ one.id }}",
                "{{ one.day }}",
                "{{ one.respondents }}",
                "{{ one.score }}",
                "{{ one.questions }}",
                "{{ one.summary }}",
            ),
            "endfor",
        ],
        styles=(TEXT, CENTER, CENTER, CENTER, TEXT, TEXT),
    )
    tag(document, "endif")
    tag(document, "if complaints")
    add(document, "投诉", "AnnexSection")
    table(
        document,
        (1.4, 3.1, 3.5, 4.9, 2.9, 4.5, WIDTH - 20.3),
        ("编号", "收到日期", "投诉人", "内容", "处理天数", "结果", "因此采取的改进"),
        [
            "for one in complaints",
            (
                "{{ one.id }}",
                "{{ one.received }}",
                "{{ one.who }}",
                "{{ one.text }}",
                "{{ one.days }}",
                "{{ one.result }}",
                "{{ one.led_to }}",
            ),
            "endfor",
        ],
        styles=(TEXT, CENTER, TEXT, TEXT, CENTER, TEXT, TEXT),
    )
    tag(document, "endif")
    tag(document, "if requests")
    add(document, "技术支持（双方）", "AnnexSection")
    table(
        document,
        (1.8, 3.4, 1.8, 1.6, 6.4, 4.6, WIDTH - 19.6),
        ("编号", "提出时间", "支持方", "级别", "内容", "响应", "解决"),
        [
            "for one in requests",
            (
                "{{ one.id }}",
                "{{ one.raised }}",
                "{{ one.to }}",
                "{{ one.level }}",
                "{{ one.text }}",
                "{{ one.response }}",
                "{{ one.resolution }}",
            ),
            "endfor",
        ],
        styles=(TEXT, CENTER, CENTER, CENTER, TEXT, TEXT, TEXT),
    )
    tag(document, "endif")
    tag(document, "if reviews")
    add(document, "甲方内部评审", "AnnexSection")
    table(
        document,
        (2.0, 3.0, 2.6, WIDTH - 7.6),
        ("编号", "日期", "评审人", "意见"),
        [
            "for number, day, by, finding in reviews",
            ("{{ number }}", "{{ day|date }}", "{{ by }}", "{{ finding }}"),
            "endfor",
        ],
        styles=(TEXT, CENTER, CENTER, TEXT),
    )
    tag(document, "endif")
    return document
