"""Check P103: a decision changes the contract without a change order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.changing import changes
from generator.rules.support import civil_code, page

CODE = Code(
    "P103",
    Severity.WARNING,
    Text("决议改变合同却没有变更单", "a decision changes the contract without a change order"),
    page(
        Text(
            "会议决议涉及价款、期限或范围（写了 affects，或文字写明调整），却没有变更单或补充协议编号（change_order）。",
            "A decision touches price, term or scope (affects, or its words say so) but names no change order.",
        ),
        Text(
            "变更合同须当事人协商一致；变更内容约定不明确的，推定为未变更。会议纪要未必由有权的人签署。",
            "A change needs the agreement of the parties; if its content is not clear, the contract counts "
            "as unchanged. Minutes may lack a signature with authority.",
        ),
        "{id: r-03-1, text: 延期一个月, party: both, affects: term}",
        "{id: r-03-1, text: 延期一个月, party: both, affects: term, change_order: BG-2026-01}",
        Text(
            "签变更单或补充协议，把编号写入 change_order。", "Sign a change order and write its number here."
        ),
    ),
    (
        civil_code("第五百四十三条", "当事人协商一致，可以变更合同。"),
        civil_code("第五百四十四条", "当事人对合同变更的内容约定不明确的，推定为未变更。"),
    ),
)


NOUNS = {"price": "价款", "term": "期限", "scope": "范围"}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each decision that touches the contract, as stated or by its words, without a change order."""
    for index, meeting in enumerate(project.meetings):
        for at, one in enumerate(meeting.decisions):
            aspect = one.affects or changes(one.text)
            if aspect and one.change_order is None:
                key = "affects" if one.affects else "text"
                message = Text(
                    f"决议 {one.id} 涉及合同{NOUNS[aspect]}，没有变更单（change_order）",
                    f"the decision {one.id} touches the {aspect}, but has no change order",
                )
                yield found(CODE, message, Place(("meetings", index, "decisions", at, key)))
