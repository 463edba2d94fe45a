"""Builds templates/zh-CN/agenda.docx: the meeting, who is invited, items with times, and what is open or late."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, new_document, shade, table, tag

TITLE = "会议议程模板"
CENTER, TEXT = "TableCenter", "TableText"
TABLES = (
    ("未完成的行动项", "actions", "行动项", "期限"),
    ("待确认的决议", "decisions", "决议", "变更单"),
    ("未达目标的考核指标", "kpis", "指标", "最近一期"),
    ("里程碑、交付和验收", "milestones", "事项", "日期"),
    ("应交的报告和纪要", "reports", "事项", "日期"),
    ("应付款项和发票", "payments", "事项", "日期"),
    ("未办结的投诉", "complaints", "事项", "日期"),
    ("待复核的风险和措施", "risks", "事项", "日期"),
    ("其他到期事项", "others", "事项", "日期"),
)


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "会议议程", "Title")
    add(document, "{{ head.name }}", "Subtitle")
    _facts(document)
    add(document, "应到人员", "AnnexSection")
    table(
        document,
        (1.6, 7.4, 2.6, TEXT_WIDTH - 11.6),
        ("所属", "单位", "姓名", "职务"),
        [
            "for one in attendees",
            ("{{ one.side }}", "{{ one.organisation }}", "{{ one.name }}", "{{ one.title }}"),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, TEXT),
    )
    _items(document)
    for title, name, what, when in TABLES:
        _matters(document, title, name, what, when)
    add(
        document,
        "各表截至{{ project.as_of|date }}，列出逾期事项、会前到期事项和30天内到期事项；编号见项目资料。本议程供会前准备，不构成通知、催告或者对合同的变更。",
    )
    return document


def _facts(document: Document) -> None:
    made = table(
        document,
        (2.1, 5.9, 1.9, TEXT_WIDTH - 9.9),
        (),
        [
            (
                "时间",
                "{{ head.day|date }}（{{ head.day|weekday }}）\n{{ head.start|time }}—{{ head.end }}{{ head.zone }}",
                "地点",
                "{{ head.place }}",
            ),
            ("主持人", "{{ head.chair }}", "资料截至", "{{ project.as_of|date }}"),
            ("甲方", "{{ parties.party_a.name }}", "乙方", "{{ parties.party_b.name }}"),
        ],
    )
    for row in made.rows:
        shade(row.cells[0])
        shade(row.cells[2])


def _items(document: Document) -> None:
    add(document, "议程", "AnnexSection")
    tag(document, "if slots")
    table(
        document,
        (1.2, TEXT_WIDTH - 4.4, 3.2),
        ("序号", "议题", "时间"),
        ["for one in slots", ("{{ loop.index }}", "{{ one.text }}", "{{ one.time }}"), "endfor"],
        styles=(CENTER, TEXT, CENTER),
    )
    tag(document, "else")
    add(document, "没有固定议程，按下列各表逐项讨论。")
    tag(document, "endif")


def _matters(document: Document, title: str, name: str, what: str, when: str) -> None:
    add(document, title, "AnnexSection")
    tag(document, f"if {name}")
    table(
        document,
        (2.6, TEXT_WIDTH - 9.6, 1.8, 2.7, 2.5),
        ("编号", what, "责任方", when, "状态"),
        [
            f"for one in {name}",
            ("{{ one.id }}", "{{ one.text }}", "{{ one.owner }}", "{{ one.due }}", "{{ one.state }}"),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, CENTER, CENTER),
    )
    tag(document, "else")
    add(document, "无。")
    tag(document, "endif")
