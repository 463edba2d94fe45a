"""Check C140: the facts fit another kind of contract better."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.substance import better_kinds
from generator.rules.support import contracts_interpretation, page, see, texts

CODE = Code(
    "C140",
    Severity.WARNING,
    Text("约定的内容更像另一类型的合同", "the facts fit another kind of contract better"),
    page(
        Text(
            "合同文字描述的做法属于另一类型：以乙方自己的名义销售是行纪，买断后转售是经销，只介绍客户是中介，"
            "以甲方名义签约是代理，按图纸加工是承揽，研究开发新技术是技术开发。",
            "The texts describe another kind: selling in Party B's own name is commission agency, buying to resell distribution, "
            "introducing customers an intermediary's work, contracting in Party A's name agency, making to drawings work.",
        ),
        Text(
            "法院按约定的内容而不是名称认定合同。", "Courts judge a contract by its content, not by its name."
        ),
        "project: {kind: sales_agency}\ncontract: {subject: {method: 乙方以自己的名义销售}}",
        "project: {kind: commission_agency}\ncontract: {subject: {method: 乙方以自己的名义销售}}",
        Text("改正项目类型（project.kind）或者文字。", "Correct the kind of the project or the text."),
    ),
    (contracts_interpretation("第十五条", "不应当拘泥于合同使用的名称，而应当根据合同约定的内容"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for the first text that describes another kind of contract."""
    kind = project.project.kind
    for route, text in texts(project):
        for words, better in better_kinds(kind, text):
            message = Text(
                f"“{words}”更像 {better} 合同，而项目类型是 {kind}",
                f"“{words}” fits a {better}, the kind is {kind}",
            )
            related = [see("项目类型", "the kind of the project", ("project", "kind"))]
            yield found(CODE, message, Place(route), related=related)
            return
