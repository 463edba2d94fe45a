"""Check C111: agency terms in a project of another kind."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Statute, Text, found
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "C111",
    Severity.WARNING,
    Text("非代理项目写了代理约定", "agency terms in a project of another kind"),
    page(
        Text(
            "项目类型不是 sales_agency，contract.sales 的内容不会写入合同。",
            "The project is no sales_agency, so contract.sales is not printed.",
        ),
        Text(
            "人民法院按合同内容而不是名称认定法律关系：有代理和佣金的约定，就该选代理类型。",
            "Courts judge by the content of a contract, not its name: agency and commission call for the "
            "agency kind.",
        ),
        "project: {kind: service_outsourcing}\ncontract: {sales: {territory: [上海市]}}",
        "project: {kind: sales_agency}\ncontract: {sales: {territory: [上海市]}}",
        Text("改正项目类型，或删去 contract.sales。", "Correct the kind, or delete contract.sales."),
    ),
    (
        Statute(
            "最高人民法院关于适用《中华人民共和国民法典》合同编通则若干问题的解释",
            "第十五条",
            datetime.date(2023, 12, 5),
            None,
            "不应当拘泥于合同使用的名称，而应当根据合同约定的内容",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for agency terms where the kind leaves them out."""
    kind = project.project.kind
    if kind is not ProjectKind.SALES_AGENCY and project.contract.sales is not None:
        message = Text(
            f"项目类型是 {kind}，代理约定（contract.sales）不会写入合同",
            f"the project is a {kind}, so the agency terms (contract.sales) are not printed",
        )
        related = [see("项目类型", "the kind of the project", ("project", "kind"))]
        yield found(CODE, message, Place(("contract", "sales"), "key"), related=related)
