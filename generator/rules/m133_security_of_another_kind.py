"""Check M133: a security whose terms are those of another kind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.price import Security, SecurityForm, SecurityType
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "M133",
    Severity.WARNING,
    Text("担保的约定与种类不符", "a security with the terms of another kind"),
    page(
        Text(
            "定金写了保函或保险；预付款担保写了银行转账；订金写了返还条件（return_event）。",
            "Earnest money by guarantee or insurance; the guarantee of an advance in cash; a deposit with a return event.",
        ),
        Text(
            "定金自实际交付时成立，保函不是定金；以现金担保预付款等于没有预付；订金抵作价款，返还条件不会印出。",
            "Earnest money exists once it is paid, which a guarantee does not do; an advance secured in cash is none; "
            "a deposit counts towards the price, so its return event is not printed.",
        ),
        "securities: [{id: s1, type: earnest, percent: 10, form: [bank_guarantee]}]",
        "securities: [{id: s1, type: earnest, percent: 10, form: [cash]}]",
        Text(
            "改正种类或形式，订金删去 return_event。",
            "Correct the type or the form; a deposit has no return_event.",
        ),
    ),
    (civil_code("第五百八十六条", "定金合同自实际交付定金时成立。"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each security that does not go with its type."""
    for index, one in enumerate(project.contract.securities):
        if wrong := _wrong(one):
            key, message = wrong
            yield found(CODE, message, Place(("contract", "securities", index, key), "key"))


def _wrong(one: Security) -> tuple[str, Text] | None:
    if one.type is SecurityType.EARNEST and one.form != (SecurityForm.CASH,):
        return "form", Text("定金只能实际交付款项", "earnest money is paid, not guaranteed")
    if one.type is SecurityType.ADVANCE_GUARANTEE and SecurityForm.CASH in one.form:
        return "form", Text("预付款担保应为保函或者保险", "an advance is secured by a guarantee or insurance")
    if one.type is SecurityType.DEPOSIT and one.return_event:
        return "return_event", Text("订金抵作价款，没有返还条件", "a deposit counts towards the price")
    return None
