"""Builds templates/zh-CN/report_form.docx: the report that Party B fills in, and Party A's receipt."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Cm
from word_base import TEXT_WIDTH, add, footer, header, keep_together, new_document, shade, table, tag

TITLE = "书面报告表模板"
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"
PARTS = (
    ("关键数据", "销售额、回款、交付量、工时等，注明来源", "figures"),
    ("存在问题", "逐项写明原因和影响", "problems"),
    ("解决方案", "与上列问题逐项对应，写明责任人和完成日期", "solutions"),
    ("下期计划", "写明事项、责任人和完成日期", "next_plan"),
    ("需甲方协助的事项", "写明事项和希望答复的日期", "help_needed"),
    ("风险变化", "新增、升高、降低或者关闭的风险", "risk_changes"),
    ("附件和证据", "名称和份数", "attachments"),
)


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "{{ head.name }}", "Title")
    add(
        document, "{% if filled.by is defined %}（乙方已提交）{% else %}（由乙方填写）{% endif %}", "Subtitle"
    )
    made = table(
        document,
        (2.1, 5.9, 2.1, TEXT_WIDTH - 10.1),
        (),
        [
            ("报告期", "{{ head.period }}", "应交日", "{{ head.due }}"),
            ("甲方", "{{ parties.party_a.name }}", "接收人", "{{ head.recipient }}"),
            ("乙方", "{{ parties.party_b.name }}", "报告人", _filled("by")),
            ("合同名称", "{{ contract.title }}", "提交日期", _filled("received_on", DAY)),
        ],
    )
    for row in made.rows:
        shade(row.cells[0])
        shade(row.cells[2])
    _content(document)
    _progress(document)
    _parts(document)
    _receipt(document)
    return document


def _content(document: Document) -> None:
    tag(document, "if content")
    add(document, "约定内容", "AnnexSection")
    made = table(
        document,
        (1.2, 4.6, TEXT_WIDTH - 5.8),
        ("序号", "应当报告的内容", "报告"),
        [
            "for one in content",
            ("{{ loop.index }}", "{{ one }}", "{% if filled.by is defined %}见以下各栏{% endif %}"),
            "endfor",
        ],
        styles=(CENTER, TEXT, TEXT),
    )
    made.rows[2].height = Cm(2.0)
    tag(document, "endif")


def _progress(document: Document) -> None:
    add(document, "本期完成", "AnnexSection")
    add(document, "对应里程碑、考核指标逐项填写；没有达到的写明差距。")
    tag(document, "if targets")
    table(
        document,
        (1.6, 4.2, 2.6, TEXT_WIDTH - 8.4),
        ("编号", "里程碑", "约定日期", "完成情况"),
        ["for one in targets", ("{{ one.id }}", "{{ one.name }}", "{{ one.day }}", ""), "endfor"],
        styles=(CENTER, TEXT, CENTER, TEXT),
    )
    tag(document, "endif")
    _box(document, "progress", 2.6)


def _parts(document: Document) -> None:
    for title, hint, name in PARTS:
        add(document, title, "AnnexSection")
        add(document, f"{hint}；没有的写“无”。", keep_next=True)
        _box(document, name, 1.8)


def _filled(name: str, otherwise: str = "") -> str:
    """What was submitted, or a blank."""
    return f"{{% if filled.{name} is defined %}}{{{{ filled.{name} }}}}{{% else %}}{otherwise}{{% endif %}}"


def _box(document: Document, name: str, height: float) -> None:
    table(document, (TEXT_WIDTH,), (), [(_filled(name),)]).rows[0].height = Cm(height)


def _receipt(document: Document) -> None:
    add(document, "签署和签收", "AnnexSection")
    add(document, "甲方签收仅表示收到本报告，不表示认可其内容，也不免除乙方的责任。", keep_next=True)
    made = table(
        document,
        (TEXT_WIDTH / 2, TEXT_WIDTH / 2),
        (),
        [
            (
                f"乙方报告人（签字）：\n\n日期：{DAY}",
                f"甲方签收人（签字）：{_filled('checked_by')}\n\n签收日期：{_filled('checked_on', DAY)}",
            ),
            (
                "乙方（盖章）：\n{{ parties.party_b.name }}\n",
                f"甲方意见：{_filled('verdict', '□ 接受　□ 退回补充')}\n\n补充期限和原因：{_filled('comment')}",
            ),
        ],
    )
    for row in made.rows:
        row.height = Cm(2.4)
    keep_together(made)
