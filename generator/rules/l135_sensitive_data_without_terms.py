"""Check L135: sensitive personal information without terms for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.project import Project
from generator.rules.support import page, texts

CODE = Code(
    "L135",
    Severity.WARNING,
    Text("涉及敏感个人信息却没有处理约定", "sensitive personal information without terms for it"),
    page(
        Text(
            "合同文字提到身份证号、银行卡号、人脸、指纹、病历、行踪等信息，而没有写 personal_information。",
            "A text names identity numbers, bank cards, faces, fingerprints, medical records or movements, and personal_information is absent.",
        ),
        Text(
            "委托处理个人信息的，要约定目的、期限、方式、种类、保护措施和双方的权利义务。",
            "Whoever has personal information processed must agree purpose, period, method, kinds, safeguards and duties.",
        ),
        "subject: {method: 乙方核对司机的身份证号码}",
        "subject: {method: 乙方核对司机的身份证号码}\npersonal_information: {purpose: 核验身份, methods: [核对], types: [姓名], sensitive: [身份证号码], measures: [加密]}",
        Text("补上 contract.personal_information。", "Add contract.personal_information."),
    ),
    (
        cite(
            "个人信息保护法",
            "第二十一条",
            "应当与受托人约定委托处理的目的、期限、处理方式、个人信息的种类、保护措施以及双方的权利和义务等",
        ),
    ),
)
SENSITIVE = re.compile(
    "身份证(?:件?号|照|复印|信息)|银行卡号|人脸|指纹|虹膜|病历|诊疗记录|行踪|行动轨迹|生物识别"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text with sensitive data in a contract that says nothing on them."""
    if project.contract.personal_information is None:
        for route, text in texts(project):
            if match := SENSITIVE.search(text):
                message = Text(
                    f"“{match[0]}”是敏感个人信息，没有写处理的约定（personal_information）",
                    f"“{match[0]}” is sensitive, and there is no personal_information",
                )
                yield found(CODE, message, Place(route))
