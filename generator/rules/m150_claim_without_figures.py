"""Check M150: a claim cannot be computed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.claims import working
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M150",
    Severity.ERROR,
    Text("主张的违约金算不出来", "a claim cannot be computed"),
    page(
        Text(
            "违约情形按比例计算的写 base 和 percent，按次计算的写 each；迟延的写基数（迟延部分的价款）和计算到哪一天，并且合同约定了相应的违约金。",
            "A claim by an item of the contract has base and percent, or each; one for delay has its base and last day, and the contract has damages for it.",
        ),
        Text(
            "金额由合同条件和事实算出，少一项就没有金额可以主张。",
            "The amount follows from terms and facts; without one of them there is nothing to claim.",
        ),
        "{id: c1, breach: b2, fact: 超授权报价一次}",
        "{id: c1, breach: b2, fact: 超授权报价一次, base: 6900.00, percent: 20, cap: 30000.00}",
        Text(
            "补上所缺的数；合同没有约定的，不能按违约金主张。",
            "Add what is missing; without an agreement there are no liquidated damages.",
        ),
    ),
)


_MISSING = {
    "base": Text("缺少计算基数（base）", "base is missing"),
    "percent": Text("缺少比例（percent）或者每次金额（each）", "percent or each is missing"),
    "until": Text(
        "尚未履行，须写明计算到哪一天（until）或者认定天数（days）",
        "not performed yet: until or days is missing",
    ),
    "late_delivery": Text("合同没有约定迟延交付的违约金", "the contract has no damages for late delivery"),
    "late_payment": Text("合同没有约定迟延付款的违约金", "the contract has no damages for late payment"),
    "instalment": Text("该期付款的期限还没有开始", "the instalment is not due yet"),
}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each claim whose arithmetic lacks a figure or a term."""
    for at, claim in enumerate(project.claims):
        missing = working(project, claim).missing
        if missing:
            what = _MISSING[missing]
            message = Text(f"{claim.id}：{what.zh}", f"{claim.id}: {what.en}")
            yield found(CODE, message, Place(("claims", at)))
