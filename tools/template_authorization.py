"""Builds templates/zh-CN/authorization.docx: the letter that a sales agent shows to those it deals with.

It goes to customers, so it says that there are limits to quoting and not which.
"""

from __future__ import annotations

from docx.document import Document
from docx.shared import Cm
from word_base import add, footer, header, keep_together, new_document, shade, table, when

TITLE = "授权委托书模板"
WIDTH = 15.6
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "合同编号：{{ contract.number }}", draft="draft")
    footer(document)
    add(document, "授权委托书", "Title")
    _party(document, "parties.party_a", "委托人（甲方，被代理人）")
    _party(document, "parties.party_b", "受托人（乙方，代理人）")
    add(
        document,
        "委托人与受托人订有《{{ contract.title }}》（合同编号：{{ contract.number }}）。委托人现授权受托人按照下列事项、权限和期间，"
        "以委托人名义办理代理事务。",
    )
    _matters(document)
    _powers(document)
    add(document, "代理期间", "AnnexSection")
    add(
        document,
        "自{{ contract.term.start|date }}起至{{ contract.term.end|date }}止。上述合同提前终止的，本授权同时终止。",
    )
    add(
        document,
        "受托人在上述权限和期间内以委托人名义实施的行为，对委托人发生效力。超越权限或者在期间届满后实施的行为，"
        "未经委托人追认的，对委托人不发生效力。",
        keep_next=True,
    )
    _signature(document)
    return document


def _party(document: Document, party: str, role: str) -> None:
    made = table(
        document,
        (4.2, WIDTH - 4.2),
        (),
        [
            (role, f"{{{{ {party}.name }}}}"),
            (f"{{{{ {party}.id_type|label }}}}", f"{{{{ {party}.id_number }}}}"),
            ("住所地", f"{{{{ {party}.domicile }}}}"),
            f"if {party}.legal_representative is defined",
            ("法定代表人", f"{{{{ {party}.legal_representative }}}}"),
            "endif",
        ],
    )
    for line in made.rows:
        shade(line.cells[0])


def _matters(document: Document) -> None:
    add(document, "代理事项", "AnnexSection")
    add(document, "{{ contract.subject.matter|sentence }}")
    add(
        document,
        "具体事项包括：{% for one in contract.subject.items %}{% if not loop.first %}、{% endif %}{{ one.title|bare }}{% endfor %}。",
    )
    add(
        document,
        "代理区域：{{ contract.sales.territory|items }}。客户范围：{{ contract.sales.customer_scope|sentence }}",
    )


def _powers(document: Document) -> None:
    add(document, "代理权限", "AnnexSection")
    when(document, "contract.subject.mode == 'special'", "本授权为特别授权，受托人仅有权处理上列事项。")
    when(
        document,
        "contract.subject.mode == 'general'",
        "本授权为概括授权，受托人有权处理与上列事项有关的事务"
        "{% if contract.subject.general_scope is defined %}，包括但不限于{{ contract.subject.general_scope|bare }}{% endif %}。",
    )
    when(
        document,
        "contract.sales.price_authority == 'within_range'",
        "受托人可以在委托人授权的幅度内报价；超出授权幅度的报价，未经委托人书面批准，对委托人不具有约束力。",
    )
    when(
        document,
        "contract.sales.price_authority == 'none'",
        "受托人没有定价权，报价应当事先取得委托人的书面批准。",
    )
    add(document, "受托人促成的订单由委托人与客户直接订立，经委托人书面确认后对委托人具有约束力。")
    when(
        document,
        "contract.sales.collection_authority == 'forbidden'",
        "受托人无权代收货款，货款由客户直接支付至委托人书面指定的账户。",
    )
    when(
        document,
        "contract.sales.collection_authority == 'allowed'",
        "受托人可以在委托人另行书面授权的范围内代收货款。",
    )
    add(
        document,
        "未经委托人另行书面授权，受托人不得以委托人名义订立、变更或者解除合同，不得提供担保、减免债务、放弃权利或者进行和解，"
        "不得处分委托人的财产。",
    )
    when(document, "contract.work.sub_delegation == 'forbidden'", "受托人不得转委托。")
    when(
        document,
        "contract.work.sub_delegation == 'allowed'",
        "受托人可以转委托，但应当事先将第三人的名称、资质和转委托的事项书面告知委托人。",
    )


def _signature(document: Document) -> None:
    made = table(
        document,
        (WIDTH,),
        (),
        [
            (
                "委托人（盖章）：{{ parties.party_a.name }}\n\n\n"
                "法定代表人或者负责人（签字）：\n\n\n日期：" + DAY,
            )
        ],
        gap=False,
    )
    made.rows[0].height = Cm(4.2)
    keep_together(made)
