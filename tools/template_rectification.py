"""Builds templates/zh-CN/rectification.docx: the notice to rectify, with Party B's reply and the re-checks."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Cm
from word_base import TEXT_WIDTH, add, footer, header, keep_together, merge, new_document, shade, table, tag

TITLE = "整改通知书模板"
WIDTH = TEXT_WIDTH
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "编号：{{ notice.number }}")
    footer(document)
    add(document, "整改通知书", "Title")
    _facts(document)
    _problems(document)
    _reply(document)
    _checks(document)
    return document


def _facts(document: Document) -> None:
    made = table(
        document,
        (2.6, 5.2, 2.6, WIDTH - 10.4),
        (),
        [
            ("通知书编号", "{{ notice.number }}", "签发日期", "{{ notice.issued_on|date }}"),
            ("致", "{{ parties.party_b.name }}", "合同编号", "{{ contract.number }}"),
            ("合同名称", "{{ contract.title }}", "发现日期", "{{ notice.found_on|date }}"),
            (
                "起因",
                "{% if period %}{{ period }}绩效评价{% else %}检查发现{% endif %}",
                "整改期限",
                "{{ notice.due|date }}",
            ),
            (
                "乙方责任人",
                "{{ owner.name }}{% if owner.title is defined %}（{{ owner.title }}）{% endif %}",
                "甲方签发人",
                "{{ issuer.name }}{% if issuer.title is defined %}（{{ issuer.title }}）{% endif %}",
            ),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])


def _problems(document: Document) -> None:
    add(document, "问题和整改要求", "AnnexSection")
    table(
        document,
        (1.1, 4.2, 3.4, 1.5, WIDTH - 10.2),
        ("序号", "问题和证据", "依据", "程度", "整改要求"),
        [
            "for one in rows",
            (
                "{{ loop.index }}",
                "{{ one.text|sentence }}证据：{{ one.evidence|sentence }}",
                "{{ one.basis }}",
                "{{ one.severity }}",
                "{{ one.requirement|sentence }}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, TEXT, CENTER, TEXT),
    )
    add(
        document,
        "请在{{ notice.due|date }}前完成整改，并书面回复原因、措施和完成日期；甲方将在期限届满后复查。",
    )
    add(document, "逾期未整改或者复查不合格的后果：{{ notice.consequence|sentence }}")
    made = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        (),
        [
            (
                "甲方（盖章）：{{ parties.party_a.name }}\n\n签发人（签字）：\n\n日期：{{ notice.issued_on|date }}",
                "乙方（签收）：{{ parties.party_b.name }}\n\n签收人（签字）：\n\n日期：{% if notice.received_on is defined %}"
                "{{ notice.received_on|date }}{% else %}" + DAY + "{% endif %}",
            ),
        ],
    )
    keep_together(made)


def _reply(document: Document) -> None:
    add(document, "整改回复（乙方填写）", "AnnexSection")
    made = table(
        document,
        (2.6, WIDTH - 2.6),
        (),
        [
            ("原因分析", "{% if notice.reply is defined %}{{ notice.reply.cause|sentence }}{% endif %}"),
            ("整改措施", "{% if notice.reply is defined %}{{ notice.reply.measures|sentence }}{% endif %}"),
            (
                "完成日期",
                "{% if notice.reply is defined and notice.reply.done_on is defined %}{{ notice.reply.done_on|date }}{% else %}"
                + DAY
                + "{% endif %}",
            ),
            (
                "回复日期",
                "{% if notice.reply is defined %}{{ notice.reply.date|date }}{% else %}"
                + DAY
                + "{% endif %}",
            ),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
    for line in made.rows[:2]:
        line.height = Cm(1.2)
    keep_together(made)


def _checks(document: Document) -> None:
    add(document, "复查（甲方填写）", "AnnexSection")
    tag(document, "if checks")
    table(
        document,
        (3.4, 2.6, 2.2, WIDTH - 8.2),
        ("复查日期", "复查人", "结论", "说明"),
        [
            "for day, by, result, note in checks",
            ("{{ day|date }}", "{{ by }}", "{{ result|label }}", "{{ note }}"),
            "endfor",
        ],
        styles=(TEXT, CENTER, CENTER, TEXT),
    )
    tag(document, "else")
    made = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        (),
        [
            ("复查结论：□合格　　□不合格，说明：", ""),
            ("复查人（签字）：", "日期：" + DAY),
        ],
        gap=False,
    )
    merge(made, 0, 0, 1)
    keep_together(made)
    tag(document, "endif")
