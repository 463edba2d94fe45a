"""Check C117: Party A is missing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "C117",
    Severity.ERROR,
    Text("没有甲方", "Party A is missing"),
    page(
        Text(
            "项目没有写甲方（parties.party_a），工作区文件 jiayi.yaml 也没有。",
            "Neither the project (parties.party_a) nor the workspace file jiayi.yaml names Party A.",
        ),
        Text(
            "当事人的名称和住所是合同的首要内容。",
            "Names and domiciles of the parties come first in a contract.",
        ),
        "parties: {party_b: {name: 苏州云帆软件有限公司}}",
        "parties: {party_a: {name: 星河智造（杭州）科技有限公司}, party_b: {name: 苏州云帆软件有限公司}}",
        Text(
            "各项目共用的甲方写在 jiayi.yaml 的 party_a 下，否则写在项目里。",
            "Put a Party A that all projects share under party_a in jiayi.yaml, else into the project.",
        ),
    ),
    (civil_code("第四百七十条", "（一）当事人的姓名或者名称和住所；"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when nobody is named as Party A."""
    if project.parties.party_a is None:
        message = Text(
            "没有写甲方：项目里没有 parties.party_a，jiayi.yaml 里也没有 party_a",
            "Party A is missing: neither parties.party_a here nor party_a in jiayi.yaml",
        )
        yield found(CODE, message, Place(("parties",), "key"))
