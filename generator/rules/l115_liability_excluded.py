"""Check L115: liability excluded in general."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, texts

CODE = Code(
    "L115",
    Severity.WARNING,
    Text("笼统免除责任", "liability excluded in general"),
    page(
        Text(
            "合同文字笼统免除一方的责任，如“概不负责”“不承担任何责任”。",
            "The contract excludes liability in general, e.g. “not liable in any case”.",
        ),
        Text(
            "造成人身损害、因故意或重大过失造成财产损失的免责条款无效；笼统的写法在这些情形下不起作用，"
            "还会引起争议。",
            "Exclusions for personal injury, and for loss by intent or gross negligence, are void; a "
            "general one fails in these cases.",
        ),
        "other_terms: [甲方对乙方人员的任何损害概不负责]",
        "other_terms: [除人身损害及故意、重大过失外，间接损失互不赔偿]",
        Text(
            "写明免除的范围，并排除人身损害、故意和重大过失。",
            "State what is excluded, and except injury, intent and gross negligence.",
        ),
    ),
    (civil_code("第五百零六条", "合同中的下列免责条款无效："),),
)


PATTERN = re.compile(
    "概不负责|概不承担|不承担任何[^，。；]{0,6}责任|不负任何[^，。；]{0,6}责任|免除[^，。；"
    "]{0,6}(一切|全部|任何)[^，。；]{0,6}责任"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that excludes liability without an exception."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：对人身损害、故意或重大过失造成的财产损失，免责条款无效",
                f"“{match[0]}”: void for personal injury and for loss by intent or gross negligence",
            )
            yield found(CODE, message, Place(route))
