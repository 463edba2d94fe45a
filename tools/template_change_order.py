"""Builds templates/zh-CN/change_order.docx: a change of the contract, for both parties to sign."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, keep_together, new_document, shade, table, tag

TITLE = "变更单模板"
CENTER, NUMBER, TEXT = "TableCenter", "TableNumber", "TableText"
DAY = "　　　　年　　月　　日"
CURRENCY = "currency"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "变更单编号：{{ change.number }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "合同变更单", "Title")
    _facts(document)
    add(document, "变更内容", "AnnexSection")
    table(
        document,
        (1.2, 3.4, 5.4, TEXT_WIDTH - 10.0),
        ("序号", "条款或者事项", "变更前", "变更后"),
        [
            "for row in rows",
            (
                "{{ loop.index }}",
                "{{ row.heading }}",
                "{% if row.item.before is defined %}{{ row.item.before }}{% else %}（新增）{% endif %}",
                "{{ row.item.after }}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, TEXT, TEXT),
    )
    _price(document)
    _dates(document)
    tag(document, "if change.effect is defined")
    add(document, "其他影响", "AnnexSection")
    add(document, "{{ change.effect|sentence }}")
    tag(document, "endif")
    _signatures(document)
    return document


def _facts(document: Document) -> None:
    made = table(
        document,
        (2.6, 5.2, 2.6, TEXT_WIDTH - 10.4),
        (),
        [
            ("变更单编号", "{{ change.number }}", "状态", "{{ change.status|label }}"),
            ("变更事项", "{{ change.title }}", "合同编号", "{{ contract.number }}"),
            ("合同名称", "{{ contract.title }}", "合同版本", "{{ contract.version }}"),
            (
                "合同签订日期",
                "{% if contract.signing_date is defined %}{{ contract.signing_date|date }}{% else %}尚未签订{% endif %}",
                "提出方和日期",
                "{{ change.raised_by|label }}，{{ change.raised_on|date }}",
            ),
            ("甲方", "{{ parties.party_a.name }}", "乙方", "{{ parties.party_b.name }}"),
            (
                "签署日期",
                "{% if change.agreed_on is defined %}{{ change.agreed_on|date }}{% else %}"
                + DAY
                + "{% endif %}",
                "生效日期",
                "{% if change.effective_on is defined %}{{ change.effective_on|date }}{% else %}双方签署之日{% endif %}",
            ),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])
    add(document, "变更原因", "AnnexSection")
    add(document, "{{ change.reason|sentence }}")


def _price(document: Document) -> None:
    tag(document, "if price is defined")
    add(document, "对价款的影响", "AnnexSection")
    table(
        document,
        (TEXT_WIDTH / 4,) * 4,
        ("合同含税总额", "此前已签变更合计", "本次增减", "变更后含税总额"),
        [
            tuple(
                f"{{{{ price.{name}|money({CURRENCY}) }}}}"
                for name in ("original", "earlier", "change", "after")
            )
        ],
        styles=(NUMBER,) * 4,
    )
    add(
        document,
        f"变更后的含税总额为{{{{ price.after|money({CURRENCY}) }}}}（大写：{{{{ price.after|words({CURRENCY}) }}}}）。"
        "{% if price.change == 0 %}本次变更不增减合同价款。{% endif %}"
        "{% if instalment %}本次增减并入“{{ instalment.name }}”，付款条件和期限与该款相同。{% endif %}",
    )
    tag(document, "endif")


def _dates(document: Document) -> None:
    tag(document, "if dates")
    add(document, "对期限的影响", "AnnexSection")
    table(
        document,
        (TEXT_WIDTH - 10.6, 4.0, 4.0, 2.6),
        ("里程碑、成果或者期限", "变更前日期", "变更后日期", "增减天数"),
        [
            "for row in dates",
            (
                "{% if row.name is defined %}{{ row.name }}{% else %}合同届满日{% endif %}",
                "{{ row.before|date }}",
                "{{ row.after|date }}",
                "{{ row.days|number }}",
            ),
            "endfor",
        ],
        styles=(TEXT, CENTER, CENTER, CENTER),
    )
    tag(document, "endif")


def _signatures(document: Document) -> None:
    add(
        document,
        "本变更单是{{ contract.title }}（合同编号：{{ contract.number }}）的补充，与合同不一致的，以本变更单为准；未变更的约定继续有效。"
        "本变更单经双方签字并盖章后{% if change.effective_on is defined %}，自{{ change.effective_on|date }}起{% endif %}生效，一式{{ contract.copies.total|ordinal }}份，甲方执{{ contract.copies.party_a|ordinal }}份，"
        "乙方执{{ contract.copies.party_b|ordinal }}份。",
        keep_next=True,
    )
    made = table(
        document,
        (TEXT_WIDTH / 2, TEXT_WIDTH / 2),
        (),
        [
            (
                "甲方（盖章）：{{ parties.party_a.name }}\n\n法定代表人或者委托代理人（签字）：\n\n日期："
                + DAY,
                "乙方（盖章）：{{ parties.party_b.name }}\n\n法定代表人或者委托代理人（签字）：\n\n日期："
                + DAY,
            )
        ],
        gap=False,
    )
    keep_together(made)
