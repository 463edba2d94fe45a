"""Check L112: a law is cited that is no longer, or not yet, in force when the contract is signed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Statute, Text, found
from generator.model.project import Project
from generator.rules.laws import out_of_force
from generator.rules.support import civil_code, concluded_on, page, texts

CODE = Code(
    "L112",
    Severity.ERROR,
    Text("引用了签订时不在施行的法律", "a law is cited that is not in force at the signing date"),
    page(
        Text(
            "合同文字引用了签订之日已经废止（合同法、民法总则、担保法、增值税暂行条例等）或者尚未施行的法律。",
            "The contract cites a law that was repealed, or not yet in force, on its signing date.",
        ),
        Text(
            "引用废止的法律，条款依据落空，也说明文本来自旧范本。",
            "A reference to a repealed law has no ground, and shows that an old form was used.",
        ),
        "other_terms: [未尽事宜按《中华人民共和国合同法》执行]",
        "other_terms: [未尽事宜按《中华人民共和国民法典》执行]",
        Text("改引现行法律的相应条文。", "Cite the law in force instead."),
    ),
    (
        civil_code(
            "第一千二百六十条",
            "《中华人民共和国合同法》、《中华人民共和国物权法》、《中华人民共和国侵权责任法》、"
            "《中华人民共和国民法总则》同时废止。",
        ),
        Statute(
            "中华人民共和国增值税法",
            "第三十八条",
            datetime.date(2026, 1, 1),
            None,
            "《中华人民共和国增值税暂行条例》同时废止。",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each citation of a law that is not in force when the contract is concluded."""
    for route, text in texts(project):
        for cited, day, successor, repealed in out_of_force(text, concluded_on(project)):
            zh, en = (
                ("已于{}废止", "was repealed on") if repealed else ("自{}起施行", "begins to be in force on")
            )
            message = Text(f"{cited}{zh.format(day)}", f"{cited} {en} {day}")
            hint = Text(f"自{day}起引用《{successor}》", f"from {day} on cite 《{successor}》")
            yield found(CODE, message, Place(route), hint=hint)
