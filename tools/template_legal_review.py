"""Builds templates/zh-CN/legal_review.docx: every legal opinion and whether the contract may be signed."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, keep_together, new_document, shade, table, tag

TITLE = "法律审查单模板"
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "甲方内部文件，不得提供给乙方")
    footer(document)
    add(document, "法律审查单", "Title")
    made = table(
        document,
        (2.6, 5.2, 2.6, TEXT_WIDTH - 10.4),
        (),
        [
            ("合同名称", "{{ contract.title }}", "合同类型", "{{ project.kind|label }}"),
            ("合同编号", "{{ contract.number }}", "版本", "{{ contract.version }}"),
            ("甲方", "{{ parties.party_a.name }}", "乙方", "{{ parties.party_b.name }}"),
            (
                "含税总额",
                "{% if amounts is defined %}{{ amounts.gross|money(currency) }}{% else %}—{% endif %}",
                "合同期限",
                "{{ contract.term.start|date }}至{{ contract.term.end|date }}",
            ),
            ("项目状态", "{{ project.state|label }}", "截至日期", "{{ project.as_of|date }}"),
            ("条款偏离", "{{ deviating|length }}处", "豁免的警告", "{{ waived|number }}个"),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])
    tag(document, "if rows")
    add(document, "审查意见", "AnnexSection")
    table(
        document,
        (1.1, 3.7, 2.0, 4.2, 2.4, TEXT_WIDTH - 13.4),
        ("序号", "日期和审查人", "结论", "意见", "处理", "状态"),
        [
            "for row in rows",
            (
                "{{ loop.index }}",
                "{{ row.review.date|date }}\n{{ row.review.reviewer }}",
                "{% if row.review.verdict is defined %}{{ row.review.verdict|label }}{% if row.review.blocking %}"
                "（阻断签署）{% endif %}{% elif row.review.blocking %}阻断签署{% else %}—{% endif %}",
                "{{ row.review.opinion }}",
                "{% if row.answered %}{{ row.review.answer }}{% else %}—{% endif %}",
                "{{ row.state }}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, TEXT, TEXT, CENTER),
    )
    tag(document, "endif")
    _deviations(document)
    _disputes(document)
    _positions(document)
    add(document, "结论", "AnnexSection")
    add(document, "{{ conclusion }}", keep_next=True)
    signing = table(
        document,
        (TEXT_WIDTH / 2, TEXT_WIDTH / 2),
        (),
        [("审查人（签字）：\n\n日期：" + DAY, "负责人（签字）：\n\n日期：" + DAY)],
        gap=False,
    )
    keep_together(signing)
    return document


def _deviations(document: Document) -> None:
    tag(document, "if deviating")
    add(document, "条款偏离", "AnnexSection")
    table(
        document,
        (1.1, 3.8, 2.2, 5.0, TEXT_WIDTH - 12.1),
        ("序号", "条款", "方式", "理由", "批准"),
        [
            "for row in deviating",
            (
                "{{ loop.index }}",
                "{{ row.clause }}",
                "{{ row.way }}",
                "{{ row.reason }}",
                "{{ row.approval }}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, CENTER, TEXT, CENTER),
    )
    tag(document, "endif")


def _disputes(document: Document) -> None:
    tag(document, "if legal is defined and legal.disputes")
    add(document, "争议", "AnnexSection")
    table(
        document,
        (1.1, 3.7, 3.0, 1.4, 3.1, TEXT_WIDTH - 12.3),
        ("序号", "提出日期", "事由", "途径", "状态", "证据"),
        [
            "for one in legal.disputes",
            (
                "{{ loop.index }}",
                "{{ one.raised_on|date }}",
                "{{ one.subject }}",
                "{{ one.route|label }}",
                "{{ one.status }}",
                "{% if one.evidence %}{{ one.evidence|items }}{% else %}—{% endif %}",
            ),
            "endfor",
        ],
        styles=(CENTER, CENTER, TEXT, CENTER, TEXT, TEXT),
    )
    tag(document, "endif")


def _positions(document: Document) -> None:
    tag(document, "if negotiation")
    add(document, "谈判立场", "AnnexSection")
    table(
        document,
        (1.1, 2.6, 3.2, 3.2, TEXT_WIDTH - 10.1),
        ("序号", "事项", "目标", "底线", "让步方案和说明"),
        [
            "for one in negotiation",
            (
                "{{ loop.index }}",
                "{{ one.about }}",
                "{{ one.target }}",
                "{{ one.limit }}",
                "{% if one.fallback is defined %}{{ one.fallback }}{% else %}—{% endif %}"
                "{% if one.note is defined %}（{{ one.note }}）{% endif %}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, TEXT, TEXT, TEXT),
    )
    tag(document, "endif")
