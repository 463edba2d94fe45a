"""Check C111: a part of the contract that its kind does not print."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.kinds import unused
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import contracts_interpretation, page, see

CODE = Code(
    "C111",
    Severity.WARNING,
    Text("写了这一类型合同不印出的约定", "a part of the contract that its kind does not print"),
    page(
        Text(
            "这一部分属于另一类型的合同，不会写入这一类型的合同文本。",
            "This part belongs to another kind of contract; the text of this kind leaves it out.",
        ),
        Text(
            "人民法院按合同内容而不是名称认定法律关系：有代理和佣金的约定，就该选代理类型。",
            "Courts judge by the content of a contract, not its name: agency and commission call for the "
            "agency kind.",
        ),
        "project: {kind: service_outsourcing}\ncontract: {sales: {territory: [上海市]}}",
        "project: {kind: sales_agency}\ncontract: {sales: {territory: [上海市]}}",
        Text("改正项目类型，或删去这一部分。", "Correct the kind, or delete the part."),
    ),
    (contracts_interpretation("第十五条", "不应当拘泥于合同使用的名称，而应当根据合同约定的内容"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each part that is written and not printed."""
    kind = project.project.kind
    for path in unused(kind, project.contract):
        message = Text(
            f"项目类型是 {kind}，contract.{path} 不会写入合同",
            f"the project is a {kind}, so contract.{path} is not printed",
        )
        related = [see("项目类型", "the kind of the project", ("project", "kind"))]
        yield found(CODE, message, Place(("contract", *path.split(".")), "key"), related=related)
