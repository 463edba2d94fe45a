"""Check L111: exclusive agency, yet others may be appointed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Permission
from generator.model.project import Project
from generator.model.sales import Exclusivity
from generator.rules.support import civil_code, page, see

CODE = Code(
    "L111",
    Severity.ERROR,
    Text("独家代理又允许另行委托", "exclusive agency, yet others may be appointed"),
    page(
        Text(
            "代理约定为独家或排他，工作要求却写明甲方可以另行委托他人。",
            "The agency is exclusive or sole, yet the work requirements let Party A appoint others.",
        ),
        Text(
            "两处约定直接矛盾。委托人另行委托须经受托人同意，因此造成损失的，受托人可以请求赔偿。",
            "The two terms contradict each other. Party A may appoint others only with Party B’s consent "
            "and owes damages for the loss.",
        ),
        "work: {other_delegates: allowed}\nsales: {exclusivity: exclusive}",
        "work: {other_delegates: forbidden}\nsales: {exclusivity: exclusive}",
        Text("按真实意思改其中一处。", "Correct the one that is not meant."),
    ),
    (
        civil_code(
            "第九百三十一条",
            "委托人经受托人同意，可以在受托人之外委托第三人处理委托事务。因此造成受托人损失的，"
            "受托人可以向委托人请求赔偿损失。",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when exclusivity and the right to appoint others meet."""
    sales, work = project.contract.sales, project.contract.work
    exclusive = sales and sales.exclusivity in (Exclusivity.EXCLUSIVE, Exclusivity.SOLE)
    if sales and exclusive and work and work.other_delegates is Permission.ALLOWED:
        message = Text(
            f"代理排他性为 {sales.exclusivity}，却允许甲方另行委托（other_delegates: allowed）",
            f"the agency is {sales.exclusivity}, yet Party A may appoint others (other_delegates: allowed)",
        )
        other = see("这里允许另行委托", "others are allowed here", ("contract", "work", "other_delegates"))
        yield found(CODE, message, Place(("contract", "sales", "exclusivity")), related=[other])
