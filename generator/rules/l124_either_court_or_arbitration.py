"""Check L124: a text offers both arbitration and court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.project import Project
from generator.rules.support import page, texts

CODE = Code(
    "L124",
    Severity.ERROR,
    Text("文字约定既可仲裁又可起诉", "a text offers both arbitration and court"),
    page(
        Text(
            "合同文字写明发生争议可以申请仲裁，也可以向法院起诉。",
            "A text of the contract says that disputes may go to arbitration or to court.",
        ),
        Text("这样约定的，仲裁协议无效。", "Such an arbitration agreement is void."),
        "other_terms: [发生争议的，可以申请仲裁，也可以向法院起诉]",
        "dispute: {method: arbitration, institution: 杭州仲裁委员会, seat: 杭州}",
        Text("删去这段文字，只在 dispute 中选一种方式。", "Delete it and choose one way under dispute."),
    ),
    (
        cite(
            "最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释",
            "第七条",
            "当事人约定争议可以向仲裁机构申请仲裁也可以向人民法院起诉的，仲裁协议无效。",
        ),
    ),
)
_MAY, _OR = (
    "(?:可以?|有权|均可|应当|协商不成的?)[^。；]{0,24}",
    "[^。；]{0,10}(?:也可|亦可|也有权|或者?)[^。；]{0,14}",
)
_ARBITRATE, _SUE = "(?:申请|提交|提请|提起)[^，。；]{0,16}仲裁", "(?:起诉|提起诉讼|诉至)"
PATTERN = re.compile(f"{_MAY}(?:{_ARBITRATE}{_OR}{_SUE}|{_SUE}{_OR}{_ARBITRATE})(?![前时])")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that leaves the choice open."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：既可仲裁又可起诉的，仲裁协议无效",
                f"“{match[0]}”: an agreement on both is void",
            )
            yield found(CODE, message, Place(route))
