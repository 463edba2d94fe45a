"""Check M140: a return or bad debt that takes back nothing that was counted."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.commission import TAKING_BACK, counting_kind
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.sales import SalesRecord, SalesRecordKind
from generator.rules.support import page

CODE = Code(
    "M140",
    Severity.ERROR,
    Text("退货或坏账没有对应的原记录", "a return or bad debt without what it takes back"),
    page(
        Text(
            "退货（returned）和坏账（bad_debt）要用 refers 指明原记录：种类与佣金基数（base）相同，日期不晚于退货日；开票和回款不写 refers。",
            "A return or bad debt names a record of the kind that commission counts (base), not dated after it; "
            "others name none.",
        ),
        Text(
            "不知道扣减哪一期、哪一级，佣金就算不出来。",
            "Which period and which tier to take from cannot be told.",
        ),
        'sales_records:\n  - {id: s2, date: 2026-04-02, kind: returned, order_number: "SO-1", customer: 某公司, amount: 100.00}',
        'sales_records:\n  - {id: s2, date: 2026-04-02, kind: returned, order_number: "SO-1", customer: 某公司, amount: 100.00, refers: s1}',
        Text("补上 refers，或改正日期、种类。", "Add refers, or correct date or kind."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each record that refers to the wrong one, or to none where it must."""
    terms = project.contract.sales.commission if project.contract.sales else None
    known = {one.id: one for one in project.sales_records}
    for index, one in enumerate(project.sales_records):
        counted = counting_kind(terms) if terms else None
        if reason := _wrong(one, known.get(one.refers or ""), counted):
            key = "refers" if one.refers else "kind"
            yield found(CODE, reason, Place(("sales_records", index, key)))


def _wrong(one: SalesRecord, original: SalesRecord | None, counted: SalesRecordKind | None) -> Text | None:
    if one.kind not in TAKING_BACK:
        text = Text(f"{one.id} 不是退货或坏账，不写 refers", f"{one.id} takes nothing back: no refers")
        return text if one.refers else None
    if original is None:
        return Text(f"{one.id} 没有写原记录（refers）", f"{one.id} names no record (refers)")
    if counted and original.kind is not counted:
        zh = f"{original.id} 是 {original.kind}，佣金按 {counted} 计算，{one.id} 应指向后者"
        return Text(zh, f"{original.id} is {original.kind}, but commission counts what is {counted}")
    if one.date < original.date:
        return Text(f"{one.id} 早于原记录 {original.id}", f"{one.id} is dated before {original.id}")
    return None
