"""Builds templates/zh-CN/order.docx: an order under a framework or distribution contract."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, keep_together, merge, new_document, shade, table, tag

TITLE = "采购订单模板"
CENTER, NUMBER, TEXT = "TableCenter", "TableNumber", "TableText"
DAY = "　　　　年　　月　　日"
BUYER = "{% if payer == 'party_a' %}{{ parties.party_a.name }}{% else %}{{ parties.party_b.name }}{% endif %}"
SELLER = (
    "{% if payer == 'party_a' %}{{ parties.party_b.name }}{% else %}{{ parties.party_a.name }}{% endif %}"
)


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "订单编号：{{ order.number }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "采购订单", "Title")
    made = table(
        document,
        (2.6, 5.2, 2.6, TEXT_WIDTH - 10.4),
        (),
        [
            ("订单编号", "{{ order.number }}", "下单日期", "{{ order.date|date }}"),
            ("买方", BUYER, "卖方", SELLER),
            ("交货日期", "{{ order.deliver_on|date }}", "交货地点", "{{ order.deliver_to }}"),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])
    _lines(document)
    add(
        document,
        "订单含税总额为{{ total.gross|money(currency) }}（大写：{{ total.gross|words(currency) }}）。其中，不含税金额"
        "{{ total.net|money(currency) }}，增值税税率{{ contract.price.tax_rate|percent }}，税额{{ total.tax|money(currency) }}。",
    )
    tag(document, "if order.note is defined")
    add(document, "备注：{{ order.note|sentence }}")
    tag(document, "endif")
    add(
        document,
        "本订单适用《{{ contract.title }}》（合同编号：{{ contract.number }}）。卖方应当在收到之日起"
        "{{ contract.orders.confirm_within|duration }}内书面确认或者说明理由予以拒绝；逾期未答复的，"
        "{% if contract.orders.silence == 'accepts' %}视为接受{% else %}视为不接受{% endif %}。",
        keep_next=True,
    )
    signing = table(
        document,
        (TEXT_WIDTH / 2, TEXT_WIDTH / 2),
        (),
        [
            (
                "买方（盖章）：\n\n经办人（签字）：\n\n日期：" + DAY,
                "卖方确认（盖章）：\n\n经办人（签字）：\n\n日期："
                "{% if order.confirmed_on is defined %}{{ order.confirmed_on|date }}{% else %}"
                + DAY
                + "{% endif %}",
            )
        ],
        gap=False,
    )
    keep_together(signing)
    return document


def _lines(document: Document) -> None:
    made = table(
        document,
        (1.1, 3.5, 2.3, 1.7, 1.1, 2.6, TEXT_WIDTH - 12.3),
        ("序号", "产品", "型号", "数量", "单位", "含税单价", "含税金额"),
        [
            "for row in rows",
            (
                "{{ loop.index }}",
                "{{ row.product.name }}",
                "{{ row.product.model }}",
                "{{ row.quantity|number }}",
                "{{ row.product.unit }}",
                "{{ row.unit_price|unit_price(currency) }}",
                "{{ row.amount|money(currency) }}",
            ),
            "endfor",
            ("合计", "", "", "", "", "", "{{ total.gross|money(currency) }}"),
        ],
        styles=(CENTER, TEXT, TEXT, NUMBER, CENTER, NUMBER, NUMBER),
    )
    merge(made, -1, 0, 5)
