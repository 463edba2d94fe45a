"""Check L133: more than one arbitration institution."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "L133",
    Severity.ERROR,
    Text("写了两个仲裁机构", "more than one arbitration institution"),
    page(
        Text(
            "仲裁机构（dispute.institution）写了两个或者更多。",
            "Two or more arbitration institutions are named.",
        ),
        Text(
            "约定两个以上仲裁机构又不能协商选定其中之一的，仲裁协议无效。",
            "An agreement on several institutions is void unless the parties later agree on one.",
        ),
        "dispute: {method: arbitration, institution: 杭州仲裁委员会或者上海仲裁委员会, seat: 杭州}",
        "dispute: {method: arbitration, institution: 杭州仲裁委员会, seat: 杭州}",
        Text("只留一个机构，写全称。", "Keep one, by its full name."),
    ),
    (
        cite(
            "最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释",
            "第五条",
            "当事人不能就仲裁机构选择达成一致的，仲裁协议无效。",
        ),
    ),
)
SEVERAL = re.compile("或|、|/|／|以及|；|;")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when several institutions are named."""
    institution = project.contract.dispute.institution
    if institution and SEVERAL.search(institution):
        message = Text(f"“{institution}”不止一个仲裁机构", f"“{institution}” is more than one institution")
        yield found(CODE, message, Place(("contract", "dispute", "institution")))
