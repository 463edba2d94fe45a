"""Builds templates/zh-CN/demand.docx: the letter of demand."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, keep_together, new_document, shade, table, tag, when

TITLE = "催告函模板"
WIDTH = TEXT_WIDTH
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ sender.name }}", "函号：{{ demand.number }}")
    footer(document)
    add(document, "催告函", "Title")
    _address(document)
    _text(document)
    _signature(document)
    _delivery(document)
    return document


def _address(document: Document) -> None:
    made = table(
        document,
        (2.6, 5.2, 2.6, WIDTH - 10.4),
        (),
        [
            ("函号", "{{ demand.number }}", "发函日期", "{{ demand.issued_on|date }}"),
            ("致", "{{ receiver.name }}", "联系人", "{{ receiver.contact_person }}"),
            ("地址", "{{ receiver.address }}", "电话", "{{ receiver.phone }}"),
            ("电子邮箱", "{{ receiver.email }}", "合同编号", "{{ contract.number }}"),
            (
                "合同名称",
                "{{ contract.title }}",
                "签订日期",
                "{% if contract.signing_date is defined %}{{ contract.signing_date|date }}{% else %}—{% endif %}",
            ),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])


def _text(document: Document) -> None:
    add(
        document,
        "一、应当履行的义务。按照合同{{ clause }}，{{ receiver_side|label }}应当在{{ owed.due|date }}前履行下列义务：{{ what }}"
        "{% if owed.amount is defined %}，金额{{ owed.amount|money(currency) }}（大写：{{ owed.amount|words(currency) }}）{% endif %}。",
    )
    add(
        document,
        "二、违约事实。截至本函签发之日（{{ demand.issued_on|date }}），上述义务尚未履行，已经逾期{{ days }}日。",
    )
    tag(document, "if demand.evidence")
    add(document, "证据：{{ demand.evidence|items }}。")
    tag(document, "endif")
    add(document, "三、催告要求。请在{{ demand.deadline|date }}前：{{ demand.demand|sentence }}")
    tag(document, "if is_payment and sender.bank is defined")
    add(
        document,
        "收款账户：户名{{ sender.bank.account_name }}，开户行{{ sender.bank.bank }}，账号{{ sender.bank.account_number }}。",
    )
    tag(document, "endif")
    add(document, "四、逾期后果。逾期仍未履行的，{{ demand.consequence|sentence }}")
    when(
        document,
        "is_main",
        "本函为《中华人民共和国民法典》第五百六十三条第一款第三项所称的催告：迟延履行主要债务，经催告后在合理期限内仍未履行的，{{ sender_side|label }}可以解除合同。",
    )
    add(
        document,
        "五、其他。本函为《中华人民共和国民法典》第一百九十五条第一项所称的履行请求，诉讼时效自本函送达之日起中断。请在收到本函后书面回复。{{ sender_side|label }}保留依照合同和法律主张违约责任的权利。",
    )


def _signature(document: Document) -> None:
    made = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        (),
        [
            (
                "",
                "{{ sender_side|label }}（盖章）：{{ sender.name }}\n\n签发人（签字）：{{ issuer.name }}\n\n日期：{{ demand.issued_on|date }}",
            ),
        ],
        lines=False,
    )
    keep_together(made)


def _delivery(document: Document) -> None:
    add(document, "附：送达和回函记录", "Plain", keep_next=True)
    made = table(
        document,
        (2.6, WIDTH - 2.6),
        (),
        [
            (
                "送达",
                "{% if demand.delivery is defined %}{{ demand.delivery.method|label }}，{{ demand.delivery.delivered_on|date }}送达，凭证：{{ demand.delivery.proof }}"
                "{% else %}□专人送达　□快递　□电子邮件　凭证：　　　　　　　送达日期：" + DAY + "{% endif %}",
            ),
            (
                "回函",
                "{% if demand.answered_on is defined %}{{ demand.answered_on|date }}{% if demand.answer is defined %}：{{ demand.answer }}{% endif %}"
                "{% else %}（收函方在此签收或者另行书面回复）{% endif %}",
            ),
        ],
        gap=False,
    )
    for line in made.rows:
        shade(line.cells[0])
    keep_together(made)
