"""Builds templates/zh-CN/acceptance.docx: the acceptance form of one deliverable, filled in by hand on the day."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Cm
from word_base import add, footer, header, keep_together, merge, new_document, shade, table, tag

TITLE = "验收单模板"
WIDTH = 15.6
CENTER, TEXT = "TableCenter", "TableText"
DAY = "　　　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "验收单", "Title")
    _facts(document)
    add(document, "验收项目", "AnnexSection")
    add(
        document,
        "依照本合同的验收条款和下列标准验收。{% if contract.acceptance is defined %}验收程序：{{ contract.acceptance.procedure|sentence }}{% endif %}",
        keep_next=True,
    )
    table(
        document,
        (1.2, 3.2, 3.4, 3.4, 2.4, WIDTH - 13.6),
        ("序号", "验收项目", "合格标准", "检验方法", "实测结果", "结论"),
        [
            "for one in row.deliverable.criteria",
            (
                "{{ loop.index }}",
                "{{ one.metric }}",
                "{{ one.threshold }}",
                "{{ one.method }}",
                "",
                "□合格\n□不合格",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, TEXT, TEXT, TEXT, TEXT),
    )
    checks = table(
        document,
        (4.4, WIDTH - 4.4),
        (),
        [
            ("数量、规格", "□相符　　□不相符，说明："),
            ("随成果交付的资料", "□齐全　　□不齐全，缺少："),
        ],
    )
    for line in checks.rows:
        shade(line.cells[0])
    _rectification(document)
    _conclusion(document)
    return document


def _facts(document: Document) -> None:
    made = table(
        document,
        (2.6, 5.2, 2.6, WIDTH - 10.4),
        (),
        [
            ("验收单编号", "{{ number }}", "合同名称", "{{ contract.title }}"),
            ("甲方", "{{ parties.party_a.name }}", "乙方", "{{ parties.party_b.name }}"),
            (
                "交付成果",
                "{{ row.deliverable.name }}",
                "数量",
                "{{ row.deliverable.quantity|number }}{{ row.deliverable.unit }}",
            ),
            (
                "里程碑",
                "{% if row.milestone is defined %}{{ row.milestone.name }}{% else %}—{% endif %}",
                "地点或系统",
                "{{ row.deliverable.place }}",
            ),
            (
                "约定交付日",
                "{{ row.deliverable.due|date }}{% if moved is defined %}（变更单{{ moved.number }}改为{{ moved.day|date }}）{% endif %}",
                "实际交付日",
                "{% if row.deliverable.delivered_on is defined %}{{ row.deliverable.delivered_on|date }}{% else %}"
                + DAY
                + "{% endif %}",
            ),
            (
                "验收期限",
                "{% if inspection_due is defined %}{{ inspection_due }}届满{% else %}"
                "收到之日起{{ inspection|duration }}内{% endif %}",
                "验收日",
                "{% if row.deliverable.accepted_on is defined %}{{ row.deliverable.accepted_on|date }}{% else %}"
                + DAY
                + "{% endif %}",
            ),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])


def _rectification(document: Document) -> None:
    add(document, "存在的问题和整改", "AnnexSection")
    add(
        document,
        "验收不合格的，乙方在收到通知之日起{{ rectification|duration }}内完成整改并重新提交验收。",
        keep_next=True,
    )
    made = table(
        document,
        (1.2, 5.0, 4.0, 2.8, WIDTH - 13.0),
        ("序号", "问题", "整改要求和期限", "责任人", "复验结果"),
        [("1", "", "", "", ""), ("2", "", "", "", ""), ("3", "", "", "", "")],
        styles=(CENTER, TEXT, TEXT, TEXT, TEXT),
    )
    for line in made.rows[1:]:
        line.height = Cm(0.7)
    keep_together(made)


def _conclusion(document: Document) -> None:
    add(document, "结论和签署", "AnnexSection")
    tag(document, "if instalments")
    add(
        document,
        "验收合格后，下列款项的付款期限开始计算：{% for one in instalments %}{% if not loop.first %}；{% endif %}"
        "{{ one.instalment.name }}{{ one.amount|money(contract.price.currency) }}"
        "{% if one.change %}（含合同变更增减的{{ one.change|money(contract.price.currency) }}）{% endif %}"
        "{% if one.instalment.within is defined %}（"
        "{{ one.instalment.within|duration }}内支付）{% endif %}{% endfor %}。",
        keep_next=True,
    )
    tag(document, "endif")
    made = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        (),
        [
            ("验收结论：□合格　　□整改后合格　　□部分合格　　□不合格", ""),
            (
                "甲方（盖章）：{{ parties.party_a.name }}\n\n验收人（签字）：\n\n日期：" + DAY,
                "乙方（盖章）：{{ parties.party_b.name }}\n\n代表（签字）：\n\n日期：" + DAY,
            ),
        ],
        gap=False,
    )
    merge(made, 0, 0, 1)
    keep_together(made)
