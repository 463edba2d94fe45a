"""Check L125: a text names another court or institution."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.project import Project
from generator.rules.support import page, see, texts

CODE = Code(
    "L125",
    Severity.WARNING,
    Text("文字另写了解决争议的机构", "a text names another court or institution"),
    page(
        Text(
            "合同文字写明由某法院管辖或者某仲裁机构仲裁，与 dispute 中所选的不同。",
            "A text sends disputes to a court or institution other than the one under dispute.",
        ),
        Text(
            "一份合同里有两个机构，先要争由谁处理；仲裁协议约定两个机构又不能选定的，仲裁协议无效。",
            "Two bodies in one contract make a dispute about who decides; an agreement on two institutions may be void.",
        ),
        "dispute: {method: court, court: 杭州市西湖区人民法院}\nother_terms: [争议由上海市浦东新区人民法院管辖]",
        "dispute: {method: court, court: 杭州市西湖区人民法院}\nother_terms: []",
        Text("删去这段文字，或者改正 dispute。", "Delete it, or correct dispute."),
    ),
    (
        cite(
            "最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释",
            "第五条",
            "仲裁协议约定两个以上仲裁机构的，当事人可以协议选择其中的一个仲裁机构申请仲裁",
        ),
    ),
)
PATTERN = re.compile(
    "(?:由|向|至|提交|提请)([\u4e00-\u9fff]{2,20}?(?:人民法院|仲裁委员会|仲裁院|仲裁中心))[^，。；]{0,8}(?:管辖|起诉|诉讼|仲裁|解决)"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that sends disputes elsewhere."""
    dispute = project.contract.dispute
    chosen = (dispute.court, dispute.institution)
    for route, text in texts(project):
        if (match := PATTERN.search(text)) and match[1] not in chosen:
            message = Text(
                f"“{match[0]}”与争议解决条款所选的{dispute.court or dispute.institution}不同",
                f"“{match[0]}” is not what the contract chooses: {dispute.court or dispute.institution}",
            )
            related = [see("所选的方式", "what is chosen", ("contract", "dispute"))]
            yield found(CODE, message, Place(route), related=related)
