"""Check C109: postcode is not six digits."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "C109",
    Severity.WARNING,
    Text("邮政编码不是六位数字", "postcode is not six digits"),
    page(
        Text("中国的邮政编码是六位数字。", "A Chinese postcode has six digits."),
        Text("送达地址写错，书面通知可能被退回。", "Notices to a wrong address come back."),
        'postcode: "31000"',
        'postcode: "310000"',
        Text("改正，或删去这一行（邮政编码可不填）。", "Correct it, or delete the line: it may be left out."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each postcode of another form."""
    sides = (("party_a", project.parties.party_a), ("party_b", project.parties.party_b))
    for key, party in sides:
        code = party.postcode if party else None
        if code and not (len(code) == 6 and code.isascii() and code.isdigit()):
            message = Text(f"邮政编码“{code}”不是六位数字", f"the postcode '{code}' is not six digits")
            yield found(CODE, message, Place(("parties", key, "postcode")))
