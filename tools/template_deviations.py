"""Builds templates/zh-CN/deviations.docx: where a contract differs from the standard text, on landscape pages."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import _Row
from word_base import LANDSCAPE_WIDTH, add, footer, header, keep_together, new_document, shade, table, tag

TITLE = "条款偏离报告模板"
WIDTH = LANDSCAPE_WIDTH
CENTER, TEXT = "TableCenter", "TableText"


def build() -> Document:
    """Return the template."""
    document = new_document(landscape=True)
    header(document, "{{ project.name }}", "甲方内部文件，不得提供给乙方")
    footer(document)
    add(document, "条款偏离报告", "Title")
    head = table(
        document,
        (2.4, 9.75, 3.0, WIDTH - 15.15),
        (),
        [
            ("甲方", "{{ parties.party_a.name }}", "乙方", "{{ parties.party_b.name }}"),
            (
                "合同名称",
                "{{ contract.title }}",
                "合同编号、版本",
                "{{ contract.number }}，{{ contract.version }}",
            ),
            ("项目状态", "{{ project.state|label }}", "截至日期", "{{ project.as_of|date }}"),
        ],
    )
    for row in head.rows:
        shade(row.cells[0])
        shade(row.cells[2])
    tag(document, "if rows")
    add(
        document,
        "下列条款与甲方条款库的标准文本不同，共{{ rows|length }}处。标准文本中有而本合同中没有的文字以删除线标出，本合同中新增的文字以下划线标出。",
    )
    table(
        document,
        (1.2, 4.6, 3.4, 2.2, 6.2, 3.4, WIDTH - 21.0),
        ("序号", "条款", "偏离方式", "等级", "理由", "批准权限", "批准人和日期"),
        [
            "for row in rows",
            (
                "{{ loop.index }}",
                "{{ row.clause }}",
                "{{ row.way }}",
                "{{ row.grade }}",
                "{{ row.reason }}",
                "{{ row.approver }}",
                "{{ row.approval }}",
            ),
            "endfor",
        ],
        styles=(CENTER, TEXT, TEXT, CENTER, TEXT, TEXT, TEXT),
    )
    tag(document, "endif")
    tag(document, "for row in rows")
    add(document, "{{ row.clause }}", "AnnexSection")
    texts = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        ("标准文本", "本合同文本"),
        [("{{r row.standard }}", "{{r row.present }}")],
        styles=(TEXT, TEXT),
    )
    _breaking(texts.rows[1])
    tag(document, "endfor")
    tag(document, "if waived")
    add(document, "已豁免的警告", "AnnexSection")
    add(document, "检查时提出的下列警告已经知悉并接受。代码的含义可用 jiayi explain 查看。", keep_next=True)
    table(
        document,
        (1.2, 2.2, 5.0, WIDTH - 11.8, 3.4),
        ("序号", "代码", "位置", "理由", "批准人和日期"),
        [
            "for one in waived",
            ("{{ loop.index }}", "{{ one.code }}", "{{ one.at }}", "{{ one.reason }}", "{{ one.approval }}"),
            "endfor",
        ],
        styles=(CENTER, CENTER, TEXT, TEXT, TEXT),
    )
    tag(document, "endif")
    add(document, "本报告所列各处已经审核，同意按本合同文本签署。", keep_next=True)
    signing = table(
        document,
        (WIDTH / 2, WIDTH / 2),
        (),
        [
            (
                "法务审核（签字）：\n\n日期：　　　　年　　月　　日",
                "批准人（签字）：\n\n日期：　　　　年　　月　　日",
            )
        ],
    )
    keep_together(signing)
    return document


def _breaking(row: _Row) -> None:
    """Let a row of long texts go on over the page, from the top."""
    for mark in row._tr.findall(f".//{qn('w:cantSplit')}"):
        mark.getparent().remove(mark)
    for align in row._tr.findall(f".//{qn('w:vAlign')}"):
        align.set(qn("w:val"), "top")
