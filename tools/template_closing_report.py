"""Builds templates/zh-CN/closing_report.docx: the report with which a project is closed."""

from __future__ import annotations

from docx.document import Document
from word_base import TEXT_WIDTH, add, footer, header, keep_together, new_document, shade, table, tag, when

TITLE = "结项报告模板"
WIDTH = TEXT_WIDTH
CENTER, NUMBER, TEXT = "TableCenter", "TableNumber", "TableText"
DAY = "　　年　　月　　日"


def build() -> Document:
    """Return the template."""
    document = new_document()
    header(document, "{{ project.name }}　内部文件", "合同编号：{{ contract.number }}")
    footer(document)
    add(document, "结项报告{% if prepared %}（准备稿）{% endif %}", "Title")
    _facts(document)
    _goals(document)
    _figures(document)
    _texts(document)
    _left(document)
    _signatures(document)
    return document


def _money(path: str) -> str:
    return f"{{{{ {path}|money(currency) }}}}"


def _facts(document: Document) -> None:
    add(document, "项目概况", "AnnexSection")
    made = table(
        document,
        (2.6, 5.2, 2.6, WIDTH - 10.4),
        (),
        [
            ("合同名称", "{{ contract.title }}", "数据截止", "{{ on|date }}"),
            ("甲方", "{{ parties.party_a.name }}", "乙方", "{{ parties.party_b.name }}"),
            (
                "合同期限",
                "{{ contract.term.start|date }}至{{ contract.term.end|date }}",
                "结项日",
                "{% if closing.date is defined %}{{ closing.date|date }}{% else %}—{% endif %}",
            ),
            (
                "合同总额",
                "{% if contract.price is defined and contract.price.gross is defined %}"
                + _money("contract.price.gross")
                + "{% else %}—{% endif %}",
                "变更后总额",
                "{% if price_now is defined %}" + _money("price_now") + "{% else %}—{% endif %}",
            ),
            (
                "应付款项",
                _money("sums.agreed"),
                "已付、未付",
                _money("sums.paid") + "；" + _money("sums.remaining"),
            ),
            (
                "续约建议",
                "{% if closing.renewal is defined %}{{ closing.renewal|label }}{% else %}—{% endif %}",
                "变更单",
                "{{ counts.changes }}份",
            ),
        ],
    )
    for line in made.rows:
        shade(line.cells[0])
        shade(line.cells[2])


def _goals(document: Document) -> None:
    add(document, "目标与完成情况", "AnnexSection")
    tag(document, "if results")
    table(
        document,
        (7.6, WIDTH - 7.6),
        ("目标", "完成情况"),
        ["for goal, result in results", ("{{ goal }}", "{{ result }}"), "endfor"],
    )
    tag(document, "else")
    add(document, "尚未填写目标完成情况。")
    tag(document, "endif")
    table(
        document,
        (5.6, 3.4, 3.4, WIDTH - 12.4),
        ("考核指标", "目标值", "最近一期实际值", "期间"),
        [
            "for one in kpi_rows",
            ("{{ one.name }}", "{{ one.target }}", "{{ one.actual }}", "{{ one.period }}"),
            "endfor",
        ],
        styles=(TEXT, CENTER, CENTER, CENTER),
    )


def _figures(document: Document) -> None:
    add(document, "进度、评价和过程统计", "AnnexSection")
    tag(document, "if stones")
    table(
        document,
        (7.0, 4.2, WIDTH - 11.2),
        ("里程碑", "计划", "实际"),
        [
            "for name, planned, actual in stones",
            (
                "{{ name }}",
                "{{ planned|date }}",
                "{% if actual %}{{ actual|date }}{% else %}未达成{% endif %}",
            ),
            "endfor",
        ],
        styles=(TEXT, CENTER, CENTER),
    )
    tag(document, "endif")
    tag(document, "if scores")
    table(
        document,
        (5.2, 5.2, WIDTH - 10.4),
        ("评价期间", "得分", "等级"),
        ["for period, total, grade in scores", ("{{ period }}", "{{ total }}", "{{ grade }}"), "endfor"],
        styles=(CENTER, CENTER, CENTER),
    )
    tag(document, "endif")
    add(
        document,
        "会议{{ counts.meetings }}次，行动项{{ counts.actions }}项、完成{{ counts.actions_done }}项；报告应交{{ counts.reports }}份、按期{{ counts.reports_in_time }}份；"
        "投诉{{ counts.complaints }}件、按期办结{{ counts.complaints_in_time }}件；风险{{ counts.risks }}项、发生{{ counts.risks_occurred }}项、关闭{{ counts.risks_closed }}项；"
        "整改通知{{ counts.rectifications }}份，违约责任{{ counts.claims }}笔。",
    )


def _texts(document: Document) -> None:
    for title, name, empty in (
        ("成功经验", "experience", "没有记录。"),
        ("不足与教训", "mistakes", "没有记录。"),
        ("后续措施", "follow_ups", "没有记录。"),
    ):
        add(document, title, "AnnexSection")
        tag(document, f"for one in closing.{name}")
        add(document, "{{ loop.index }}. {{ one|sentence }}")
        tag(document, "endfor")
        when(document, f"not closing.{name}", empty)


def _left(document: Document) -> None:
    add(document, "遗留和未了事项", "AnnexSection")
    tag(document, "if left")
    table(
        document,
        (2.2, 7.6, 2.2, WIDTH - 12.0),
        ("对象", "经双方同意留待处理的事项", "责任人", "期限"),
        [
            "for refers, what, owner, due in left",
            ("{{ refers }}", "{{ what }}", "{{ owner }}", "{{ due|date }}"),
            "endfor",
        ],
        styles=(TEXT, TEXT, CENTER, CENTER),
    )
    tag(document, "endif")
    tag(document, "if open_points")
    add(document, "下列事项尚未了结，结项前应当办结或者经双方同意列为遗留事项：", keep_next=True)
    table(
        document,
        (2.4, 2.6, 5.4, 2.2, WIDTH - 12.6),
        ("类别", "编号", "事项", "责任人", "期限"),
        [
            "for one in open_points",
            ("{{ one.kind }}", "{{ one.id }}", "{{ one.text }}", "{{ one.who }}", "{{ one.due }}"),
            "endfor",
        ],
        styles=(CENTER, TEXT, TEXT, CENTER, CENTER),
    )
    tag(document, "else")
    add(document, "没有其他未了事项。")
    tag(document, "endif")
    tag(document, "if closing.handed_over_on is defined")
    add(document, "移交完成日期：{{ closing.handed_over_on|date }}。")
    tag(document, "endif")
    tag(document, "if closing.archive")
    add(document, "归档文件：{{ closing.archive|items }}。")
    tag(document, "endif")


def _signatures(document: Document) -> None:
    add(document, "审签", "AnnexSection")
    made = table(
        document,
        (WIDTH / 3, WIDTH / 3, WIDTH / 3),
        (),
        [
            (
                "项目负责人（签字）：\n\n日期：" + DAY,
                "财务（签字）：\n\n日期：" + DAY,
                "批准人（签字）：\n\n日期：" + DAY,
            )
        ],
        gap=False,
    )
    keep_together(made)
