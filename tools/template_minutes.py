"""Builds templates/zh-CN/minutes.docx: facts, attendance, earlier actions, topics, decisions, actions, signatures, sign-in sheet."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Cm, Pt
from word_base import TEXT_WIDTH, add, footer, header, keep_together, new_document, shade, table, tag, when

TITLE = "会议纪要模板"
CENTER, TEXT = "TableCenter", "TableText"
STATEMENT = "本纪要不构成对合同的变更；涉及价款、期限、范围的调整以双方签署的变更单或补充协议为准。"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "会议纪要", "Title")
    add(document, "{{ meeting.title }}", "Subtitle")
    _facts(document)
    _attendance(document)
    _lines(document, "议程", "meeting.agenda")
    _carried(document)
    _topics(document)
    _decisions(document)
    _actions(document)
    _risks(document)
    _lines(document, "遗留问题", "meeting.open_issues")
    _lines(document, "其他事项", "meeting.other")
    _next(document)
    _lines(document, "附件", "meeting.attachments")
    _closing(document)
    _sign_in(document)
    return document


def _section(document: Document, text: str) -> None:
    add(document, text, "AnnexSection")


def _facts(document: Document) -> None:
    made = table(
        document,
        (2.1, 5.3, 2.0, TEXT_WIDTH - 9.4),
        (),
        [
            ("编号", "{{ meeting.number }}", "日期", "{{ meeting.date|date }}（{{ meeting.date|weekday }}）"),
            (
                "起止时间",
                "{{ meeting.start|time }}—{{ meeting.end|time }}{% if local.zone is defined %}（{{ local.zone }}当地时间）{% endif %}",
                "地点",
                "{{ meeting.place }}",
            ),
            ("主持人", "{{ chair }}", "记录人", "{{ recorder }}"),
            (
                "出席情况",
                "应到{{ counts.invited }}人，实到{{ counts.present }}人，缺席{{ counts.absent }}人，"
                "列席{{ counts.observers }}人",
                "合同",
                "{{ contract.title }}",
            ),
            ("甲方", "{{ parties.party_a.name }}", "乙方", "{{ parties.party_b.name }}"),
        ],
    )
    for row in made.rows:
        shade(row.cells[0])
        shade(row.cells[2])


def _attendance(document: Document) -> None:
    _section(document, "出席、列席和缺席人员")
    table(
        document,
        (2.1, 5.3, TEXT_WIDTH - 7.4),
        ("类别", "单位", "姓名（职务）"),
        ["for one in attendance", ("{{ one.kind }}", "{{ one.organisation }}", "{{ one.people }}"), "endfor"],
        styles=(CENTER, TEXT, TEXT),
    )


def _lines(document: Document, title: str, path: str) -> None:
    """A section of numbered lines; where there are none it says so."""
    _section(document, title)
    tag(document, f"for line in {path}")
    add(document, "{{ line|sentence }}", "AnnexClause")
    tag(document, "endfor")
    when(document, f"not {path}", "无。")


def _carried(document: Document) -> None:
    _section(document, "以往行动项的跟踪")
    tag(document, "if carried")
    table(
        document,
        (1.8, 2.9, 1.7, 3.4, 3.0, TEXT_WIDTH - 12.8),
        ("编号", "事项", "责任人", "期限", "状态", "本次会议的跟踪"),
        [
            "for one in carried",
            (
                "{{ one.id }}",
                "{{ one.text }}",
                "{{ one.owner }}",
                "{{ one.due }}",
                "{{ one.status }}",
                "{{ one.note }}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, TEXT, CENTER, TEXT),
    )
    tag(document, "else")
    add(document, "没有以往会议遗留的行动项。")
    tag(document, "endif")


def _topics(document: Document) -> None:
    _section(document, "议题讨论")
    tag(document, "for topic in topics")
    add(document, "{{ topic.title }}", "AnnexClause", keep_next=True)
    tag(document, "for line in topic.discussion")
    add(document, "{% if loop.first %}讨论要点：{% endif %}{{ line|sentence }}")
    tag(document, "endfor")
    when(document, "topic.conclusion is defined", "结论：{{ topic.conclusion|sentence }}")
    tag(document, "for one in topic.reservations")
    add(document, "保留意见（{{ one[0] }}）：{{ one[1]|sentence }}")
    tag(document, "endfor")
    tag(document, "endfor")
    when(document, "not meeting.topics", "无。")


def _decisions(document: Document) -> None:
    _section(document, "决议事项")
    tag(document, "if meeting.decisions")
    table(
        document,
        (1.9, 7.4, 1.6, TEXT_WIDTH - 10.9),
        ("编号", "决议", "责任方", "对合同的影响"),
        [
            "for one in meeting.decisions",
            (
                "{{ one.id }}",
                "{{ one.text }}",
                "{{ one.party|label }}",
                "{% if one.affects is defined %}涉及{{ one.affects|label }}{% if one.change_order is defined %}，"
                "变更单：{{ one.change_order }}{% else %}，须另签变更单或补充协议{% endif %}{% else %}不涉及{% endif %}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, TEXT),
    )
    tag(document, "else")
    add(document, "本次会议没有形成决议。")
    tag(document, "endif")


def _actions(document: Document) -> None:
    _section(document, "行动项")
    tag(document, "if actions")
    table(
        document,
        (1.8, 4.4, 1.7, 2.5, TEXT_WIDTH - 12.0, 1.6),
        ("编号", "内容", "责任人", "完成时间", "输出物", "状态"),
        [
            "for one in actions",
            (
                "{{ one.id }}",
                "{{ one.text }}",
                "{{ one.owner }}",
                "{{ one.due }}",
                "{{ one.output }}",
                "{{ one.status }}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, CENTER, TEXT, CENTER),
    )
    tag(document, "else")
    add(document, "本次会议没有新的行动项。")
    tag(document, "endif")


def _risks(document: Document) -> None:
    _section(document, "新增风险")
    tag(document, "if risks")
    table(
        document,
        (2.0, TEXT_WIDTH - 7.0, 2.5, 2.5),
        ("编号", "风险", "现时等级", "责任人"),
        [
            "for one in risks",
            ("{{ one.id }}", "{{ one.title }}", "{{ one.level }}", "{{ one.owner }}"),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, CENTER),
    )
    tag(document, "else")
    add(document, "无。")
    tag(document, "endif")


def _next(document: Document) -> None:
    _section(document, "下次会议")
    tag(document, "if meeting.next is defined")
    add(
        document,
        "{{ meeting.next.date|date }}（{{ meeting.next.date|weekday }}）{{ meeting.next.time|time }}{% if local.zone is defined %}（{{ local.zone }}当地时间）{% endif %}，"
        "{% if meeting.next.title is defined %}{{ meeting.next.place }}，{{ meeting.next.title|sentence }}{% else %}{{ meeting.next.place|sentence }}{% endif %}",
    )
    tag(document, "else")
    add(document, "另行通知。")
    tag(document, "endif")


def _closing(document: Document) -> None:
    # Signatures may come to stand on a page of their own: number and statement go with them.
    _section(document, "签发与确认")
    add(document, "纪要编号：{{ meeting.number }}", keep_next=True)
    add(document, STATEMENT, keep_next=True)
    add(document, "发送范围：{{ meeting.distribution|items|sentence }}", keep_next=True)
    add(
        document,
        "签发日期：{% if meeting.issued_on is defined %}{{ meeting.issued_on|date }}{% else %}　　　　年　　月　　日{% endif %}",
        keep_next=True,
    ).paragraph_format.space_after = Pt(6)
    made = table(
        document,
        (TEXT_WIDTH / 2, TEXT_WIDTH / 2),
        (),
        [
            (
                "主持人审核（签字）：\n\n日期：　　　　年　　月　　日",
                "记录人（签字）：\n\n日期：　　　　年　　月　　日",
            ),
            (
                "甲方确认（签字或盖章）：\n{{ parties.party_a.name }}\n\n\n日期：　　　　年　　月　　日",
                "乙方确认（签字或盖章）：\n{{ parties.party_b.name }}\n\n\n日期：　　　　年　　月　　日",
            ),
        ],
    )
    for row in made.rows:
        row.height = Cm(2.4)
    keep_together(made)


def _sign_in(document: Document) -> None:
    heading = add(document, "签到表", "Title")
    heading.paragraph_format.page_break_before = True
    add(document, "{{ meeting.title }}（{{ meeting.number }}）", "Subtitle")
    add(
        document,
        "{{ meeting.date|date }}　{{ meeting.place }}",
        "Subtitle",
    ).paragraph_format.space_after = Pt(10)
    made = table(
        document,
        (1.2, 6.1, 2.1, 3.3, TEXT_WIDTH - 12.7),
        ("序号", "单位", "姓名", "职务", "签到"),
        [
            "for one in signers",
            (
                "{{ loop.index }}",
                "{{ one.organisation }}",
                "{{ one.name }}",
                "{{ one.title }}",
                "{% if one.absent %}缺席{% endif %}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, TEXT, TEXT),
    )
    made.rows[2].height = Cm(1.1)
