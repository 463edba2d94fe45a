"""Check L126: silence of Party A taken as consent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, texts

CODE = Code(
    "L126",
    Severity.WARNING,
    Text("约定甲方沉默视为同意", "silence of Party A taken as consent"),
    page(
        Text(
            "合同文字约定逾期未提异议、未答复的视为验收合格或者同意，而逾期的是甲方或者没有写明是谁。",
            "A text takes silence as acceptance or consent, and it is Party A that is silent, or nobody is named.",
        ),
        Text(
            "沉默本来不是意思表示，约定之后才是：甲方一旦错过期限，就不能再说不合格。",
            "Silence says nothing unless this is agreed; once it is, Party A that misses the period can object no more.",
        ),
        "acceptance: {procedure: 甲方逾期未提出异议的，视为验收合格}",
        "acceptance: {procedure: 甲方逾期未提出异议的，乙方可以书面催告}",
        Text(
            "改为催告，或者确认甲方能在期限内答复。",
            "Ask for a reminder instead, or make sure that Party A can answer in time.",
        ),
    ),
    (
        civil_code(
            "第一百四十条",
            "沉默只有在有法律规定、当事人约定或者符合当事人之间的交易习惯时，才可以视为意思表示。",
        ),
    ),
)
PATTERN = re.compile(
    "(?:逾期|期满|[日天]内)[^。；]{0,4}(?:未|没有|不)[^。；]{0,12}(?:异议|答复|回复|确认|验收|通知|意见)[^。；]{0,4}视为[^，。；]{0,8}(?:合格|同意|认可|确认|接受|通过)(?!解除)"
)
BY_PARTY_B = re.compile("乙方(?![^甲]*(?:提交|交付|发出|提供|报送))[^甲]*$")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that makes silence a consent, unless it is Party B that is silent."""
    for route, text in texts(project):
        for match in PATTERN.finditer(text):
            sentence = re.split("[。；]", text[: match.start()])[-1]
            if not BY_PARTY_B.search(sentence):
                message = Text(
                    f"“{match[0]}”：甲方错过期限就不能再提异议",
                    f"“{match[0]}”: Party A loses its objections by silence",
                )
                yield found(CODE, message, Place(route))
