"""Check L112: a law is cited that is not in force when the contract is signed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from generator.diagnostics import Code, Diagnostic, Law, Place, Route, Severity, Text, found
from generator.law import cite, cited
from generator.model.project import Project
from generator.rules.support import civil_code, concluded_on, page, texts

CODE = Code(
    "L112",
    Severity.ERROR,
    Text("引用了签订时不施行的法律", "a law is cited that is not in force at signing"),
    page(
        Text(
            "合同文字中写在《》里的法律，在签订日（未定的，为 as_of）已经废止或者尚未施行。",
            "A law cited in 《》 is repealed or not yet in force on the signing date, or if unknown as_of.",
        ),
        Text(
            "引用不施行的法律，条款依据落空；引用废止的法律也说明文本来自旧范本。",
            "Such a reference has no ground; a repealed law also shows that an old form was used.",
        ),
        "other_terms: [未尽事宜按《中华人民共和国合同法》执行]",
        "other_terms: [未尽事宜按《中华人民共和国民法典》执行]",
        Text("改引签订时施行的法律。", "Cite the law in force at signing."),
    ),
    (
        civil_code(
            "第一千二百六十条",
            "《中华人民共和国婚姻法》、《中华人民共和国继承法》、《中华人民共和国民法通则》、《中华人民共和国收养法》、"
            "《中华人民共和国担保法》、《中华人民共和国合同法》、《中华人民共和国物权法》、《中华人民共和国侵权责任法》、"
            "《中华人民共和国民法总则》同时废止。",
        ),
        cite("增值税法", "第三十八条", "《中华人民共和国增值税暂行条例》同时废止。"),
        cite("印花税法", "第二十条", "《中华人民共和国印花税暂行条例》同时废止。"),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each law that a text of the contract cites and that is not in force at signing."""
    day = concluded_on(project)
    for route, text in texts(project):
        for law in cited(text):
            if not any(version.is_in_force(day) for version in law):
                yield _finding(route, law, day)


def _finding(route: Route, law: Sequence[Law], day: datetime.date) -> Diagnostic:
    title, first, end = law[0].title, law[0].effective, law[-1].until
    ended = tuple(one for one in CODE.statutes if f"《{title}》" in one.quote)
    now = f"《{ended[0].law.title}》" if ended and day >= first else ""
    hint = Text(f"改引{now or '签订时施行的法律'}", f"cite {now or 'the law in force at signing'}")
    message = Text(f"《{title}》已于 {end} 废止", f"《{title}》 was repealed on {end}")
    if day < first:
        message = Text(f"《{title}》自 {first} 起才施行", f"《{title}》 is not in force before {first}")
    return found(CODE, message, Place(route), hint=hint, statutes=ended if now else ())
