"""Builds templates/zh-CN/obligations.docx: what each party owes by the contract, on landscape pages."""

from __future__ import annotations

from docx.document import Document
from word_base import LANDSCAPE_WIDTH, add, footer, header, new_document, shade, table, tag

TITLE = "合同义务台账模板"
WIDTH = LANDSCAPE_WIDTH
CENTER, TEXT = "TableCenter", "TableText"


def build() -> Document:
    """Return the template."""
    document = new_document(landscape=True)
    header(document, "{{ project.name }}", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "合同义务台账", "Title")
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
    for side, name in (("party_a", "甲方的义务"), ("party_b", "乙方的义务")):
        tag(document, f"if ledger.{side}")
        add(document, name, "AnnexSection")
        table(
            document,
            (1.2, 7.2, 3.8, 2.2, 4.8, WIDTH - 19.2),
            ("序号", "义务", "期限", "依据", "履行证据", "状态"),
            [
                f"for row in ledger.{side}",
                (
                    "{{ loop.index }}",
                    "{{ row.what }}",
                    "{{ row.due }}",
                    "{{ row.clause }}",
                    "{{ row.evidence }}",
                    "{{ row.state }}",
                ),
                "endfor",
            ],
            styles=(CENTER, TEXT, CENTER, CENTER, TEXT, CENTER),
        )
        tag(document, "endif")
    tag(document, "if years")
    add(
        document,
        "{% for year in years %}{% if not loop.first %}、{% endif %}{{ year }}{% endfor %}年放假调休安排尚未公布，涉及日期按法定节假日估算。",
    )
    tag(document, "endif")
    add(
        document,
        "仅因违约、争议、不可抗力才发生的义务不在本表之内；“无履行记录”指期限已过或者条件可能已经成就，而项目中没有记录是否履行。",
    )
    return document
