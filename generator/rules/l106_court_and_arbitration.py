"""Check L106: both a court and an arbitration institution."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.contract import DisputeMethod
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "L106",
    Severity.ERROR,
    Text("同时写了法院和仲裁机构", "both a court and an arbitration institution"),
    page(
        Text(
            "争议解决方式只能选一种；这里选了一种，却还写着另一种的机构。",
            "Disputes go to a court or to arbitration; one is chosen, and the body of the other is still "
            "there.",
        ),
        Text(
            "约定既可仲裁又可起诉的，仲裁协议无效。写在数据里的另一机构不会进入合同，多半是没有删干净。",
            "An agreement on both arbitration and court makes the arbitration agreement void. What is left "
            "over is not printed.",
        ),
        "dispute:\n  method: arbitration\n  institution: 杭州仲裁委员会\n  seat: 杭州\n"
        "  court: 杭州市西湖区人民法院",
        "dispute:\n  method: arbitration\n  institution: 杭州仲裁委员会\n  seat: 杭州",
        Text("保留所选方式的机构，删去另一种。", "Keep the body of the method chosen and delete the other."),
    ),
    (
        cite(
            "最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释",
            "第七条",
            "当事人约定争议可以向仲裁机构申请仲裁也可以向人民法院起诉的，仲裁协议无效。",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each value that belongs to the method not chosen."""
    dispute = project.contract.dispute
    other = {
        DisputeMethod.COURT: {"institution": dispute.institution, "seat": dispute.seat},
        DisputeMethod.ARBITRATION: {"court": dispute.court, "court_link": dispute.court_link},
    }[dispute.method]
    for key, value in other.items():
        if value is not None:
            message = Text(
                f"争议解决选了 {dispute.method}，却还写了 {key}：{value}",
                f"the method is {dispute.method}, but {key} is given: {value}",
            )
            method = see("所选的方式", "the method chosen", ("contract", "dispute", "method"))
            yield found(CODE, message, Place(("contract", "dispute", key)), related=[method])
