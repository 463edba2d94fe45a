"""Check C110: a sales agency contract without agency terms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.rules.support import civil_code, page, see

CODE = Code(
    "C110",
    Severity.ERROR,
    Text("销售代理合同没有代理约定", "a sales agency contract without agency terms"),
    page(
        Text(
            "项目类型是 sales_agency，contract 下却没有 sales：区域、产品、目标和佣金都没有约定。",
            "The project is a sales_agency, but the contract has no sales: territory, products, targets "
            "and commission are not agreed.",
        ),
        Text(
            "授权的代理事项、权限和期限不清，第三人却可能有理由相信有代理权。",
            "Where matter, scope and time of the authority are unclear, third parties may still rely on it.",
        ),
        "project: {kind: sales_agency}\ncontract: {title: 代理合同}",
        "project: {kind: sales_agency}\ncontract:\n  title: 代理合同\n  sales:\n    territory: [上海市]",
        Text(
            "补上 contract.sales，或改正项目类型。", "Add contract.sales, or correct the kind of the project."
        ),
    ),
    (civil_code("第一百六十五条", "授权委托书应当载明代理人的姓名或者名称、代理事项、权限和期限"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for a sales agency without its terms."""
    if project.project.kind is ProjectKind.SALES_AGENCY and project.contract.sales is None:
        message = Text(
            "销售代理项目没有写代理区域、产品、目标和佣金（contract.sales）",
            "a sales agency needs territory, products, targets and commission (contract.sales)",
        )
        kind = see("项目类型是 sales_agency", "the kind is sales_agency", ("project", "kind"))
        yield found(CODE, message, Place(("contract",), "key"), related=[kind])
