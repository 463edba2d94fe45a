"""Builds templates/zh-CN/contacts.docx: contacts, escalation path, responsibilities, and who is told of what."""

from __future__ import annotations

from docx.document import Document
from word_base import LANDSCAPE_WIDTH, add, footer, header, new_document, shade, table, tag

TITLE = "联系与协调表模板"
WIDTH = LANDSCAPE_WIDTH
CENTER, TEXT = "TableCenter", "TableText"


def build() -> Document:
    """Return the template."""
    document = new_document(landscape=True)
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "联系与协调表", "Title")
    made = table(
        document,
        (2.4, 9.75, 2.4, WIDTH - 14.55),
        (),
        [
            ("合同名称", "{{ contract.title }}", "截至日期", "{{ project.as_of|date }}"),
            ("甲方", "{{ parties.party_a.name }}", "乙方", "{{ parties.party_b.name }}"),
        ],
    )
    for row in made.rows:
        shade(row.cells[0])
        shade(row.cells[2])
    add(
        document,
        "本表供双方日常联系和协调使用，不授予代理权，也不改变合同约定的通知方式；依合同发出的通知按合同约定的地址和方式送达。",
    )
    _rows(
        document,
        "联系人",
        "people",
        (1.5, 2.2, 4.1, 5.1, 3.2, 5.3, WIDTH - 21.4),
        ("所属", "姓名", "职务", "项目职责", "电话", "电子邮件", "首选渠道"),
        ("side", "name", "title", "role", "phone", "email", "channel"),
    )
    _rows(
        document,
        "升级路径",
        "levels",
        (1.6, 6.2, 3.6, 3.6, WIDTH - 15.0),
        ("层级", "何时找本级", "甲方", "乙方", "渠道"),
        ("level", "when", "party_a", "party_b", "channel"),
    )
    _rows(
        document,
        "职责分工",
        "duties",
        (5.2, 1.6, 5.6, 2.6, 4.6, WIDTH - 19.6),
        ("事项", "所属", "执行（R）", "负责（A）", "征求意见（C）", "知会（I）"),
        ("what", "side", "responsible", "accountable", "consulted", "informed"),
    )
    _rows(document, "知会事项", "told", (6.2, WIDTH - 6.2), ("事项", "知会人员"), ("matter", "people"))
    return document


def _rows(
    document: Document,
    title: str,
    name: str,
    widths: tuple[float, ...],
    head: tuple[str, ...],
    keys: tuple[str, ...],
) -> None:
    add(document, title, "AnnexSection")
    tag(document, f"if {name}")
    short = ("side", "name", "level", "accountable", "phone")
    table(
        document,
        widths,
        head,
        [f"for one in {name}", tuple(f"{{{{ one.{key} }}}}" for key in keys), "endfor"],
        styles=tuple(CENTER if key in short else TEXT for key in keys),
    )
    tag(document, "else")
    add(document, "没有约定。")
    tag(document, "endif")
