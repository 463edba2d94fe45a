"""Times rendering a contract-like template of about twelve pages, against docxtpl; run by hand."""

from __future__ import annotations

import datetime
import io
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

from generator.render.docx.engine import compile_template
from generator.render.docx.properties import Properties
from generator.render.docx.rich import Rich
from generator.render.view import view


@dataclass(frozen=True, slots=True)
class Clause:
    """One article of the contract."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """One row of the payment schedule."""

    name: str
    due: datetime.date
    amount: Decimal
    note: str | None


@dataclass(frozen=True, slots=True)
class Contract:
    """What the template prints."""

    title: str
    client: str
    supplier: str
    clauses: tuple[Clause, ...]
    milestones: tuple[Milestone, ...]


SENTENCE = (
    "乙方应当按照本合同约定的质量标准与期限完成交付，并对其委派人员的行为承担责任；逾期的，按日支付违约金。"
)
FILTERS: dict[str, Callable[..., object]] = {
    "money": lambda amount: f"人民币 {amount:,.2f} 元",
    "date": lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
}


def contract() -> Contract:
    """Return a contract of 24 articles and 24 payments."""
    clauses = tuple(Clause(f"条款之{number}", (SENTENCE * 2,) * 3) for number in range(24))
    start = datetime.date(2026, 1, 1)
    milestones = tuple(
        Milestone(
            f"第{number}期",
            start + datetime.timedelta(30 * number),
            Decimal(number * 1000),
            "见附件" * (number % 2),
        )
        for number in range(24)
    )
    return Contract("软件外包服务合同 <R&D>", "甲方有限公司", "乙方科技有限公司", clauses, milestones)


def template() -> bytes:
    """Return the template: fixed paragraphs, a loop of articles, a table of payments, header and footer."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ contract.title }}"
    section.footer.paragraphs[0].text = "甲方：{{ contract.client }}"
    document.add_heading("{{ contract.title }}", 0)
    for number in range(40):
        paragraph = document.add_paragraph(f"{number}. {SENTENCE}")
        paragraph.add_run("甲方 {{ contract.client }}").bold = True
        paragraph.add_run("，{% if contract.supplier %}乙方 {{ contract.supplier }}{% endif %}。")
    for text in (
        "{%p for clause in contract.clauses %}",
        "第 {{ loop.index }} 条 {{ clause.heading }}",
        "{%p for paragraph in clause.paragraphs %}",
        "{{ paragraph }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ):
        document.add_paragraph(text)
    table = document.add_table(5, 4)
    for row, cells in enumerate(
        (
            ("名称", "日期", "金额", "备注"),
            ("{%tr for item in contract.milestones %}",),
            ("{{ item.name }}", "{{ item.due|date }}", "{{ item.amount|money }}", "{{ item.note }}"),
            ("{%tr endfor %}",),
            ("合计", "", "{{ contract.milestones|length }}", "{{r mark }}"),
        )
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def median(action: Callable[[], object], times: int) -> float:
    """Return the median duration in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def main() -> None:
    """Print medians and their ratio."""
    raw, model = template(), contract()
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    properties = Properties("合同", "jiayi", moment, custom={"commit": "0" * 40})
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters |= FILTERS

    def plain() -> None:
        document = DocxTemplate(io.BytesIO(raw))
        document.render({"contract": model, "mark": Rich.checkbox(True)}, environment, autoescape=True)
        document.save(io.BytesIO())

    compiled, problems = compile_template("bench.docx", raw, FILTERS)
    if compiled is None:
        raise SystemExit(problems)
    context = {"contract": view(model, ("contract",)), "mark": Rich.checkbox(True)}
    made, problems = compiled.render(context, properties)
    if made is None:
        raise SystemExit(problems)
    cold = median(lambda: compile_template("bench.docx", raw, FILTERS), 10)
    warm = median(lambda: compiled.render(context, properties), 100)
    theirs = median(plain, 20)
    print(f"docxtpl open+render+save  {theirs:7.2f} ms")
    print(f"compile                   {cold:7.2f} ms")
    print(f"warm render               {warm:7.2f} ms   × {theirs / warm:.1f}")


if __name__ == "__main__":
    main()
