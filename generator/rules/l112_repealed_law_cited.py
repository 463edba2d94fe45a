"""Check L112: a repealed law is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, texts

CODE = Code(
    "L112",
    Severity.ERROR,
    Text("引用了已废止的法律", "a repealed law is cited"),
    page(
        Text(
            "合同文字引用了合同法、民法总则、担保法等，它们自2021年1月1日起废止。",
            "The contract cites the Contract Law, the General Rules of Civil Law or others that were "
            "repealed on 1 January 2021.",
        ),
        Text(
            "引用废止的法律，条款依据落空，也说明文本来自旧范本。",
            "A reference to a repealed law has no ground, and shows that an old form was used.",
        ),
        "other_terms: [未尽事宜按《中华人民共和国合同法》执行]",
        "other_terms: [未尽事宜按《中华人民共和国民法典》执行]",
        Text("改引民法典相应条文。", "Cite the Civil Code instead."),
    ),
    (
        civil_code(
            "第一千二百六十条",
            "《中华人民共和国合同法》、《中华人民共和国物权法》、《中华人民共和国侵权责任法》、"
            "《中华人民共和国民法总则》同时废止。",
        ),
    ),
)


PATTERN = re.compile("《(中华人民共和国)?(经济合同法|合同法|民法通则|民法总则|担保法|物权法|侵权责任法)》")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that cites a repealed law."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(f"{match[0]}已于2021年1月1日废止", f"{match[0]} was repealed on 1 January 2021")
            hint = Text("改引《中华人民共和国民法典》", "cite the Civil Code")
            yield found(CODE, message, Place(route), hint=hint)
