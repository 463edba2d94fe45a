"""Builds templates/zh-CN/contract.docx: cover, parties, articles, signatures, annexes."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document
from docx.shared import Cm, Pt
from docx.table import _Cell
from word_base import (
    TEXT_WIDTH,
    add,
    footer,
    header,
    keep_together,
    merge,
    new_document,
    shade,
    table,
    tag,
    when,
)

TITLE = "合同草案模板"
CURRENCY = "contract.price.currency"
SEALED = "not draft and (parties.party_a.type != 'individual' or parties.party_b.type != 'individual')"
"""Pages are sealed across their edge when the contract is signed on paper, by who has a seal: a natural person has none."""
CENTER, NUMBER, TEXT = "TableCenter", "TableNumber", "TableText"
ROLES = {
    "party_a": "甲方（{{ project.kind|called('role_of_party_a') }}）",
    "party_b": "乙方（{{ project.kind|called('role_of_party_b') }}）",
}


def build() -> Document:
    """Return the template."""
    document = new_document(title_page=True)
    header(
        document,
        "合同编号：{{ contract.number }}",
        "版本：{{ contract.version }}",
        draft="draft",
        sealed=SEALED,
    )
    footer(document)
    _cover(document)
    _contents(document)
    _parties(document)
    _body(document)
    return document


def _cover(document: Document) -> None:
    add(document, "合同编号：{{ contract.number }}", "CoverText")
    add(document, "版本：{{ contract.version }}", "CoverText")
    title = add(document, "{{ contract.title }}", "CoverTitle")
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(130), Pt(150)
    rows: list[tuple[str, str] | str] = [
        ("甲　　方：", "{{ parties.party_a.name }}"),
        ("乙　　方：", "{{ parties.party_b.name }}"),
        ("签订地点：", "{{ contract.signing_place }}"),
        (
            "签订日期：",
            "{% if contract.signing_date is defined %}{{ contract.signing_date|date }}{% else %}　　　年　　月　　日{% endif %}",
        ),
        "if contract.based_on is defined",
        ("参照文本：", "{{ contract.based_on }}"),
        "endif",
    ]
    table(
        document,
        (3.4, 11.0),
        (),
        rows,
        styles=("CoverText", "CoverText"),
        lines=False,
        gap=False,
    )


def _contents(document: Document) -> None:
    add(document, "目　　录", "ContentsTitle")
    tag(document, "for line in contents")
    add(document, "{{r line }}", "TOC1")
    tag(document, "endfor")


def _parties(document: Document) -> None:
    heading = add(document, "{{ contract.title }}", "Title")
    heading.paragraph_format.page_break_before = True
    for side, role in ROLES.items():
        _party(document, f"parties.{side}", role)
    tag(document, "if contract.recitals")
    add(document, "鉴于：", "Text", keep_next=True)
    tag(document, "for recital in contract.recitals")
    add(document, "{{ loop.index }}．{{ recital|bare }}{% if loop.last %}。{% else %}；{% endif %}", "Text")
    tag(document, "endfor")
    tag(document, "endif")
    add(
        document,
        "根据《中华人民共和国民法典》及有关法律法规的规定，甲乙双方本着平等、自愿、公平和诚信的原则，经协商一致，"
        "订立本合同，共同遵守。",
    )


def _party(document: Document, party: str, role: str) -> None:
    optional = {
        "法定代表人": "legal_representative",
        "委托代理人": "agent",
    }
    rows: list[tuple[str, str] | str] = [
        (role, f"{{{{ {party}.name }}}}"),
        (
            f"{{{{ {party}.id_type|label }}}}{{% if {party}.id_type != 'uscc' %}}号码{{% endif %}}",
            f"{{{{ {party}.id_number }}}}",
        ),
        ("住所地", f"{{{{ {party}.domicile }}}}"),
    ]
    for label, name in optional.items():
        rows += _optional(label, f"{party}.{name}", f"{{{{ {party}.{name} }}}}")
    rows += [
        ("联系人", f"{{{{ {party}.contact_person }}}}"),
        ("联系电话", f"{{{{ {party}.phone }}}}"),
        ("联系地址", f"{{{{ {party}.address }}}}"),
    ]
    rows += _optional("邮政编码", f"{party}.postcode", f"{{{{ {party}.postcode }}}}")
    rows.append(("电子邮箱", f"{{{{ {party}.email }}}}"))
    rows += _optional("企业规模", f"{party}.size", f"{{{{ {party}.size|label }}}}")
    rows += _optional("纳税人类别", f"{party}.vat_payer", f"{{{{ {party}.vat_payer|label }}}}")
    made = table(document, (4.2, TEXT_WIDTH - 4.2), (), rows)
    for cell in made.rows[0].cells:
        shade(cell)
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _optional(label: str, path: str, value: str) -> list[tuple[str, str] | str]:
    return [f"if {path} is defined", (label, value), "endif"]


def _body(document: Document) -> None:
    """Add a place for each kind of block, the most frequent first: a block is compared until it finds its own."""
    styles = {
        "clause": "Clause",
        "item": "Item",
        "text": "Text",
        "article": "Article",
        "note": "AnnexClause",
        "note_item": "AnnexItem",
        "section": "AnnexSection",
        "annex": "Annex",
    }
    tag(document, "for block in blocks")
    for number, (kind, style) in enumerate(styles.items()):
        tag(document, f"{'elif' if number else 'if'} block.kind == '{kind}'")
        if kind in ("article", "annex", "section"):
            add(document, "{{r block.text }}", style)
        else:
            tag(document, "if block.keep")
            add(document, "{{r block.text }}", style, keep_next=True)
            tag(document, "else")
            add(document, "{{r block.text }}", style)
            tag(document, "endif")
    tag(document, "elif block.kind == 'signature'")
    _signatures(document)
    for name, made in TABLES.items():
        tag(document, f"elif block.table == '{name}'")
        add(document, "", "Lead")
        made(document)
    tag(document, "endif")
    tag(document, "endfor")


def _signatures(document: Document) -> None:
    add(
        document,
        "双方确认已经阅读并理解本合同（合同编号：{{ contract.number }}）的全部条款，并在下方签署。",
        "Text",
        keep_next=True,
    ).paragraph_format.space_before = Pt(12)
    add(document, "（以下为《{{ contract.title }}》签署栏）", "Text", keep_next=True)
    either = " or ".join(f"parties.{side}.bank is defined" for side in ROLES)
    accounts = f"if contract.payment is defined and ({either})"
    rows = [("", ""), ("", ""), accounts, ("", ""), "endif", ("", "")]
    made = table(document, (TEXT_WIDTH / 2, TEXT_WIDTH / 2), (), rows, lines=False, gap=False)
    made.rows[0].height = Cm(3.4)
    for column, (side, name) in enumerate((("party_a", "甲方"), ("party_b", "乙方"))):
        seal, person, bank, day = (made.rows[index].cells[column] for index in (0, 1, 3, 5))
        individual = f"parties.{side}.type == 'individual'"
        for cell in (seal, person, bank, day):
            cell._tc.remove(cell.paragraphs[0]._p)
        when(seal, individual, f"{name}（签字）：", "Sign")
        when(seal, f"not ({individual})", f"{name}（公章或合同专用章）：", "Sign")
        add(seal, f"{{{{ parties.{side}.name }}}}", "Sign").paragraph_format.space_after = Pt(45)
        tag(person, f"if not ({individual})")
        add(person, "法定代表人或委托代理人", "Sign")
        add(person, "（签字）：", "Sign")
        tag(person, "endif")
        add(person, "", "Sign")
        _account(bank, f"parties.{side}.bank")
        add(day, "日期：　　年　　月　　日", "Sign")
    keep_together(made)
    add(document, "", "Gap")
    tag(document, "if annexed")
    add(document, "", "Gap").paragraph_format.page_break_before = True
    tag(document, "endif")


def _account(cell: _Cell, bank: str) -> None:
    tag(cell, f"if {bank} is defined")
    for label, name in (("户名", "account_name"), ("开户行", "bank"), ("账号", "account_number")):
        add(cell, f"{label}：{{{{ {bank}.{name} }}}}", TEXT)
    tag(cell, "else")
    add(cell, "", TEXT)
    tag(cell, "endif")


def _subject_items(document: Document) -> None:
    rows = [
        "for item in contract.subject.items",
        (
            "{{ loop.index }}",
            "{{ item.title }}",
            "{{ item.description }}",
            "{% if item.quantity is defined %}{{ item.quantity|number }}{% if item.unit is defined %}{{ item.unit }}"
            "{% endif %}{% else %}—{% endif %}",
        ),
        "endfor",
    ]
    table(
        document,
        (1.2, 3.2, 8.2, 3.0),
        ("序号", "事项", "工作内容", "数量"),
        rows,
        styles=(CENTER, TEXT, TEXT, CENTER),
    )


def _deliverables(document: Document) -> None:
    made = table(
        document,
        (1.1, 3.6, 3.5, 7.4),
        ("序号", "成果和数量", "最迟交付日和地点", "验收标准和检验方法"),
        [
            "for row in deliverables",
            (
                "{{ loop.index }}",
                "{{ row.deliverable.name }}，{{ row.deliverable.quantity|number }}{{ row.deliverable.unit }}",
                "{{ row.deliverable.due|date }}\n{{ row.deliverable.place }}",
                "",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, TEXT, TEXT),
    )
    when(made.rows[2].cells[1], "row.milestone is defined", "（里程碑：{{ row.milestone.name }}）", TEXT)
    cell = made.rows[2].cells[3]
    cell._tc.remove(cell.paragraphs[0]._p)
    tag(cell, "for one in row.deliverable.criteria")
    add(
        cell,
        "{{ loop.index }}. {{ one.metric }}：{{ one.threshold|bare }}。检验方法：{{ one.method|sentence }}",
        TEXT,
    )
    tag(cell, "endfor")


def _milestones(document: Document) -> None:
    rows = [
        "for one in contract.milestones",
        ("{{ loop.index }}", "{{ one.name }}", "{{ one.planned|date }}"),
        "endfor",
    ]
    table(document, (1.2, 9.6, 4.8), ("序号", "里程碑", "计划日期"), rows, styles=(CENTER, TEXT, CENTER))


def _quality(document: Document) -> None:
    rows = [
        "for one in contract.quality",
        (
            "{{ loop.index }}",
            "{{ one.name }}",
            "{{ one.metric }}",
            "{% if one.direction == 'higher' %}不低于{% else %}不高于{% endif %}{{ one.threshold|number }}{{ one.unit }}",
            "{{ one.source }}",
        ),
        "endfor",
    ]
    table(
        document,
        (1.2, 3.2, 5.0, 3.0, 3.2),
        ("序号", "指标", "计算方法", "标准", "数据来源"),
        rows,
        styles=(CENTER, TEXT, TEXT, CENTER, TEXT),
    )


def _kpis(document: Document) -> None:
    made = table(
        document,
        (1.1, 2.6, 5.3, 1.6, 1.6, 1.5, 1.9),
        ("序号", "指标", "定义和数据来源", "目标值", "零分值", "权重", "评分方法"),
        [
            "for kpi in kpis",
            (
                "{{ loop.index }}",
                "{{ kpi.name }}\n（{{ kpi.category|label }}）",
                "{{ kpi.definition|sentence }}数据来源：{{ kpi.source|bare }}；{{ kpi.frequency|label }}统计。"
                "{% if kpi.provider is defined %}数据提供方：{{ kpi.provider|sentence }}{% endif %}"
                "{% if kpi.evidence is defined %}应备依据：{{ kpi.evidence|sentence }}{% endif %}"
                "{% if kpi.events %}计次事件：{% for one in kpi.events %}{{ one|bare }}"
                "{% if loop.last %}。{% else %}；{% endif %}{% endfor %}{% endif %}"
                "{% if kpi.formula is defined %}公式：{{ kpi.formula }}，其中{% for one in kpi.variables %}"
                "{{ one.name }}为{{ one.label }}（{{ one.unit }}）{% if loop.last %}。{% else %}，{% endif %}"
                "{% endfor %}{% endif %}"
                "{% if kpi.note is defined %}说明：{{ kpi.note|sentence }}{% endif %}",
                "{{ kpi.target|number }}{{ kpi.unit }}",
                "{{ kpi.floor|number }}{{ kpi.unit }}",
                "{{ kpi.weight|percent }}",
                "{{ kpi.scoring|label }}",
            ),
            "endfor",
            ("合计", "", "", "", "", "{{ weight_total|percent }}", ""),
        ],
        styles=(CENTER, TEXT, TEXT, CENTER, CENTER, CENTER, CENTER),
    )
    cell = made.rows[2].cells[6]
    when(cell, "kpi.score_as is defined", "（{{ kpi.score_as|label }}）", CENTER)
    when(cell, "kpi.points_per_event is defined", "每次{{ kpi.points_per_event|number }}分", CENTER)
    when(cell, "kpi.free_events is defined", "免扣{{ kpi.free_events|number }}次", CENTER)
    tag(cell, "for band in kpi.bands")
    add(
        cell,
        "{% if kpi.direction == 'higher' %}≥{% else %}≤{% endif %}{{ band.at|number }}{{ kpi.unit }}："
        "{{ band.score|number }}分",
        CENTER,
    )
    tag(cell, "endfor")
    merge(made, -1, 0, 4)


def _grades(document: Document) -> None:
    rows = [
        "for row in grades",
        (
            "{{ row.grade.label }}",
            "{{ row.grade.min|number }}分以上{% if row.below is defined %}、不满{{ row.below|number }}分{% endif %}",
            "{{ row.grade.consequence }}",
        ),
        "endfor",
    ]
    made = table(document, (2.4, 4.2, 9.0), ("等级", "考核得分", "后果"), rows, styles=(CENTER, CENTER, TEXT))
    keep_together(made)


def _price_lines(document: Document) -> None:
    made = table(
        document,
        (1.2, 4.2, 1.8, 1.4, 3.5, 3.5),
        ("序号", "名称", "数量", "单位", "含税单价", "含税金额"),
        [
            "for row in price_lines",
            (
                "{{ loop.index }}",
                "{{ row.line.name }}{% if several_rates %}（税率{{ row.rate|percent }}）{% endif %}",
                "{{ row.line.quantity|number }}",
                "{{ row.line.unit }}",
                f"{{{{ row.line.unit_price|unit_price({CURRENCY}) }}}}",
                f"{{{{ row.amount|money({CURRENCY}) }}}}",
            ),
            "endfor",
            ("合计", "", "", "", "", f"{{{{ lines_total|money({CURRENCY}) }}}}"),
        ],
        styles=(CENTER, TEXT, NUMBER, CENTER, NUMBER, NUMBER),
    )
    merge(made, -1, 0, 4)


def _products(document: Document) -> None:
    rows = [
        "for product in products",
        (
            "{{ loop.index }}",
            "{{ product.name }}",
            "{{ product.model }}",
            "{{ product.unit }}",
            f"{{{{ product.list_price|unit_price({CURRENCY}) }}}}",
        ),
        "endfor",
    ]
    table(
        document,
        (1.2, 5.4, 4.0, 1.8, 3.2),
        ("序号", "产品名称", "型号", "单位", "目录价"),
        rows,
        styles=(CENTER, TEXT, TEXT, CENTER, NUMBER),
    )


def _payment_schedule(document: Document) -> None:
    made = table(
        document,
        (1.2, 2.4, 3.9, 2.8, 1.8, 3.5),
        ("期次", "款项", "付款时间", "付款条件", "比例", "含税金额"),
        [
            "for row in instalments",
            (
                "{{ loop.index }}",
                "{{ row.instalment.name }}",
                "{% if row.instalment.due is defined %}{{ row.instalment.due|date }}前（含当日）"
                "{% else %}{% if row.month is defined %}{{ row.month.last|date }}"
                "{% elif row.instalment.event == 'signing' %}本合同签订之日"
                "{% elif row.instalment.event == 'delivery' %}“{{ row.deliverable.name }}”交付之日"
                "{% elif row.instalment.event == 'acceptance' %}“{{ row.deliverable.name }}”验收合格之日"
                "{% else %}里程碑“{{ row.milestone.name }}”达成之日{% endif %}"
                "起{{ row.instalment.within|duration }}内{% endif %}",
                "{% if row.instalment.condition is defined %}{{ row.instalment.condition }}{% else %}—{% endif %}",
                "{% if row.share is defined %}{% if not row.share.exact %}约{% endif %}{{ row.share.percent|percent }}"
                "{% else %}—{% endif %}",
                f"{{{{ row.amount|money({CURRENCY}) }}}}",
            ),
            "endfor",
            ("合计", "", "", "", "", f"{{{{ instalments_total|money({CURRENCY}) }}}}"),
        ],
        styles=(CENTER, TEXT, TEXT, TEXT, CENTER, NUMBER),
    )
    month = "（第{{ row.month.number }}个月，共{{ row.month.count }}个月）"
    when(made.rows[2].cells[1], "row.month is defined", month, TEXT)
    when(made.rows[2].cells[2], "row.expected is defined", "（预计不晚于{{ row.expected|date }}）", TEXT)
    merge(made, -1, 0, 4)


def _sales_targets(document: Document) -> None:
    rows = [
        "for target in contract.sales.targets",
        (
            "{{ target.period|period }}",
            f"{{{{ target.amount|money({CURRENCY}) }}}}",
            "{% if target.consequence is defined %}{{ target.consequence }}{% else %}—{% endif %}",
        ),
        "endfor",
    ]
    table(
        document,
        (3.6, 4.0, 8.0),
        (
            "期间",
            "含税{% if project.kind == 'distribution' %}采购额{% else %}销售额{% endif %}",
            "未完成时的处理",
        ),
        rows,
        styles=(CENTER, NUMBER, TEXT),
    )


def _commission_tiers(document: Document) -> None:
    _tiers(document, "contract.sales.commission.tiers", "佣金率")


def _rebate_tiers(document: Document) -> None:
    _tiers(document, "contract.sales.rebate.tiers", "返利率")


def _tiers(document: Document, path: str, rate: str) -> None:
    rows = [
        f"for tier in {path}",
        (
            "{{ loop.index }}",
            f"{{{{ tier.at_least|money({CURRENCY}) }}}}以上{{% if tier.below is defined %}}、"
            f"不满{{{{ tier.below|money({CURRENCY}) }}}}{{% endif %}}",
            "{{ tier.rate|percent }}",
        ),
        "endfor",
    ]
    table(
        document,
        (2.0, 9.6, 4.0),
        ("级次", "结算期内的计算基数", rate),
        rows,
        styles=(CENTER, CENTER, CENTER),
    )


def _contacts(document: Document) -> None:
    rows = [
        "for one in project_contacts",
        (
            "{{ one.party|label }}",
            "{{ one.name }}{% if one.title is defined %}，{{ one.title }}{% endif %}",
            "{{ one.role }}",
            "{% if one.phone is defined %}{{ one.phone }}{% else %}—{% endif %}\n"
            "{% if one.email is defined %}{{ one.email }}{% else %}—{% endif %}",
            "{% if one.escalation_level is defined %}{{ one.escalation_level }}{% else %}—{% endif %}",
            "{% if one.informed_of %}{{ one.informed_of|items }}{% else %}—{% endif %}",
        ),
        "endfor",
    ]
    table(
        document,
        (1.3, 2.5, 2.7, 5.6, 1.2, 2.3),
        ("所属方", "姓名和职务", "职责", "电话和邮箱", "升级层级", "知会事项"),
        rows,
        styles=(CENTER, TEXT, TEXT, TEXT, CENTER, TEXT),
    )


def _people(document: Document) -> None:
    rows = [
        "for one in resources.people",
        (
            "{{ one.name }}",
            "{{ one.role }}",
            "{% if one.qualification is defined %}{{ one.qualification }}"
            "{% if one.qualification_expires is defined %}（有效期至{{ one.qualification_expires|date }}）{% endif %}"
            "{% else %}—{% endif %}",
            "{% if one.load_percent is defined %}{{ one.load_percent|percent }}{% else %}—{% endif %}",
            "{% if one.replacement is defined %}{{ one.replacement }}{% else %}—{% endif %}",
        ),
        "endfor",
    ]
    table(
        document,
        (2.0, 3.2, 4.4, 1.8, 4.2),
        ("姓名", "岗位", "资质", "投入比例", "替换规则"),
        rows,
        styles=(CENTER, TEXT, TEXT, CENTER, TEXT),
    )


def _materials(document: Document) -> None:
    rows = [
        "for one in resources.materials",
        ("{{ loop.index }}", "{{ one.name }}", "{{ one.quantity|number }}", "{{ one.unit }}"),
        "endfor",
    ]
    table(
        document,
        (1.2, 9.0, 3.0, 2.4),
        ("序号", "名称", "数量", "单位"),
        rows,
        styles=(CENTER, TEXT, NUMBER, CENTER),
    )


def _training(document: Document) -> None:
    rows = [
        "for one in training",
        (
            "{{ loop.index }}",
            "{{ one.topic }}",
            "{{ one.date|date }}",
            "{{ one.hours|number }}",
            "{{ one.trainer }}",
            "{{ one.audience }}{% if one.planned is defined %}，{{ one.planned }}人{% endif %}",
        ),
        "endfor",
    ]
    table(
        document,
        (1.2, 4.4, 3.0, 1.4, 2.6, 3.0),
        ("序号", "主题", "日期", "学时", "讲师", "对象"),
        rows,
        styles=(CENTER, TEXT, CENTER, CENTER, TEXT, TEXT),
    )


TABLES: dict[str, Callable[[Document], None]] = {
    "payment_schedule": _payment_schedule,
    "sales_targets": _sales_targets,
    "commission_tiers": _commission_tiers,
    "rebate_tiers": _rebate_tiers,
    "subject_items": _subject_items,
    "deliverables": _deliverables,
    "milestones": _milestones,
    "quality": _quality,
    "kpis": _kpis,
    "grades": _grades,
    "price_lines": _price_lines,
    "products": _products,
    "contacts": _contacts,
    "people": _people,
    "materials": _materials,
    "training": _training,
}
