"""Builds templates/zh-CN/commission.docx: the commission statement of one settlement period."""

from __future__ import annotations

from docx.document import Document
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

TITLE = "佣金结算单模板"
WIDTH = TEXT_WIDTH
CENTER, NUMBER, TEXT = "TableCenter", "TableNumber", "TableText"
DAY = "　　　　年　　月　　日"
TERMS = "contract.sales.commission"
UNIT = "{% if currency == 'JPY' %}元{% else %}分{% endif %}"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "佣金结算单", "Title")
    _facts(document)
    _base(document)
    _tiers(document)
    _clawbacks(document)
    _payable(document)
    _signatures(document)
    return document


def _money(path: str) -> str:
    return f"{{{{ {path}|money(currency) }}}}"


def _facts(document: Document) -> None:
    made = table(
        document,
        (2.6, 5.2, 2.6, WIDTH - 10.4),
        (),
        [
            ("结算单编号", "{{ number }}", "合同名称", "{{ contract.title }}"),
            ("甲方", "{{ parties.party_a.name }}", "乙方", "{{ parties.party_b.name }}"),
            ("结算期", "{{ row.period|period }}", "起止日", "{{ row.first|date }}至{{ row.last|date }}"),
            ("计算基数", f"{{{{ {TERMS}.base|label }}}}", "计算方式", f"{{{{ {TERMS}.method|label }}}}"),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])


def _base(document: Document) -> None:
    add(document, "计算基数", "AnnexSection")
    made = table(
        document,
        (1.2, 2.8, 3.0, 3.6, 1.5, WIDTH - 12.1),
        ("序号", "日期", "订单号", "客户", "种类", "含税金额"),
        [
            "for one in row.counted",
            _record("", "{{ loop.index }}"),
            "endfor",
            "for one in row.deducted",
            _record("-", "减"),
            "endfor",
            ("本期计算基数", "", "", "", "", _money("row.base")),
        ],
        styles=(CENTER, CENTER, TEXT, TEXT, CENTER, NUMBER),
    )
    merge(made, -1, 0, 4)


def _record(sign: str, number: str) -> tuple[str, ...]:
    return (
        number,
        "{{ one.date|date }}",
        "{{ one.order_number }}",
        "{{ one.customer }}",
        "{{ one.kind|label }}",
        sign + _money("one.amount"),
    )


def _tiers(document: Document) -> None:
    add(document, "佣金计算", "AnnexSection")
    tag(document, "if row.parts")
    made = table(
        document,
        (6.4, 3.6, 1.6, WIDTH - 11.6),
        ("级次", "计入本级的金额", "佣金率", "佣金"),
        [
            "for one in row.parts",
            (
                _money("one.tier.at_least")
                + "以上{% if one.tier.below is defined %}、不满"
                + _money("one.tier.below")
                + "{% endif %}",
                _money("one.base"),
                "{{ one.tier.rate|percent }}",
                _money("one.amount"),
            ),
            "endfor",
            ("本期佣金", "", "", _money("row.commission")),
        ],
        styles=(TEXT, NUMBER, CENTER, NUMBER),
    )
    merge(made, -1, 0, 2)
    tag(document, "else")
    add(document, "本期计算基数为零，没有佣金。")
    tag(document, "endif")
    add(
        document,
        f"各级佣金 = 计入本级的金额 × 佣金率，{UNIT}以下四舍五入；本期佣金为各级佣金之和。",
        "Plain",
    )


def _clawbacks(document: Document) -> None:
    add(document, "扣回以前结算期的佣金", "AnnexSection")
    tag(document, "if row.clawbacks")
    made = table(
        document,
        (2.2, 4.2, 6.0, WIDTH - 12.4),
        ("原结算期", "退货和坏账", "原结算期佣金的重新计算", "扣回金额"),
        [
            "for one in row.clawbacks",
            ("{{ one.period|period }}", "", "", _money("one.amount")),
            "endfor",
            ("扣回合计", "", "", _money("taken_back")),
        ],
        styles=(CENTER, TEXT, TEXT, NUMBER),
    )
    _, records, steps, _ = made.rows[2].cells
    for cell in (records, steps):
        cell._tc.remove(cell.paragraphs[0]._p)
    tag(records, "for back in one.records")
    add(
        records,
        "{{ back.date|date }}，{{ back.order_number }}，{{ back.kind|label }}" + _money("back.amount"),
        TEXT,
    )
    tag(records, "endfor")
    add(steps, _steps("扣减前", "base", "before"), TEXT)
    add(steps, _steps("扣减后", "left", "after"), TEXT)
    merge(made, -1, 0, 2)
    tag(document, "else")
    add(document, "本期没有扣回。")
    tag(document, "endif")
    when(
        document,
        "row.late",
        "下列退货或者坏账不在约定的扣回期间内，不扣回佣金：{% for one in row.late %}{% if not loop.first %}；{% endif %}"
        "{{ one.date|date }}，{{ one.order_number }}，{{ one.kind|label }}"
        + _money("one.amount")
        + "{% endfor %}。",
    )


def _steps(label: str, base: str, commission: str) -> str:
    """Return how the commission on one base comes about, to be checked with a pocket calculator."""
    part = _money("part.base") + " × {{ part.tier.rate|percent }}"
    parts = (
        f"{{% for part in one.{base}_parts %}}{{% if not loop.first %}} + {{% endif %}}{part}{{% endfor %}}"
    )
    steps = f"{{% if one.{base}_parts %}}{parts} = {{% endif %}}"
    return f"{label}基数{_money('one.' + base)}：{steps}{_money('one.' + commission)}"


def _payable(document: Document) -> None:
    add(document, "本期应付", "AnnexSection")
    made = table(
        document,
        (WIDTH - 4.6, 4.6),
        (),
        [
            ("本期佣金", _money("row.commission")),
            ("减：扣回以前结算期的佣金", _money("taken_back")),
            ("减：以前结转的待抵扣金额", _money("row.brought")),
            ("本期应付佣金（大写：{{ row.payable|words(currency) }}）", _money("row.payable")),
            ("结转下期抵扣", _money("row.carried")),
        ],
        styles=(TEXT, NUMBER),
    )
    for cell in made.rows[3].cells:
        shade(cell)
    keep_together(made)
    when(
        document,
        "row.payable > 0",
        f"付款期限：本结算单经双方书面确认，且乙方开具合法有效的发票后{{{{ {TERMS}.pay_within|duration }}}}内。"
        "结算期届满当日即确认并开票的，至{{ due }}届满。",
    )


def _signatures(document: Document) -> None:
    add(document, "确认", "AnnexSection")
    made = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        (),
        [
            ("□确认无误　　□有异议，异议内容：", ""),
            (
                "甲方（盖章）：{{ parties.party_a.name }}\n\n核对人（签字）：\n\n日期：" + DAY,
                "乙方（盖章）：{{ parties.party_b.name }}\n\n核对人（签字）：\n\n日期：" + DAY,
            ),
        ],
        gap=False,
    )
    merge(made, 0, 0, 1)
    keep_together(made)
