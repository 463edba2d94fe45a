"""Check P176: a certificate of training has expired."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P176",
    Severity.WARNING,
    Text("培训证书已过期", "a certificate of training has expired"),
    page(
        Text("在岗人员的培训证书已过有效期。", "Someone assigned has a certificate that has expired."),
        Text("证书过期等于没有资格。", "An expired certificate is none."),
        "{certificate: GC-0014, expires: 2026-03-31}",
        "{certificate: GC-0014, expires: 2027-03-31}",
        Text("重新培训取证，或者更换人员。", "Train again, or replace the person."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each certificate that has expired and that no later one of the person replaces."""
    on = project.project.as_of
    valid = {
        each.person
        for one in project.training
        for each in one.attendance
        if each.expires and each.expires >= on
    }
    for at, one in enumerate(project.training):
        for index, each in enumerate(one.attendance):
            if each.expires and each.expires < on and each.person not in valid:
                message = Text(
                    f"{each.person} 的证书已于 {each.expires} 过期",
                    f"the certificate of {each.person} expired on {each.expires}",
                )
                yield found(CODE, message, Place(("training", at, "attendance", index, "expires")))
