"""Check C102: a choice lacks the term that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.choices import cases
from generator.rules.support import civil_code, page

CODE = Code(
    "C102",
    Severity.ERROR,
    Text("所选项缺少必要的约定", "a choice lacks the term that it needs"),
    page(
        Text(
            "有的选项要求另写一项约定，例如定期报告要写间隔，自动续期要写时长，概括委托要写范围。",
            "Some choices need a further term: reports at intervals need the interval, automatic renewal "
            "its period, a general mandate its scope.",
        ),
        Text(
            "缺了这一项，合同条款中就是空白；不明确的约定只能再协商或由法院依交易习惯确定。",
            "Without it the clause has a hole; what is not clear must be agreed again or is settled by "
            "trade usage.",
        ),
        "work:\n  reporting: interval",
        "work:\n  reporting: interval\n  report_interval: 月",
        Text(
            "补上所指的键，或改选不需要它的选项。",
            "Add the key named, or choose an option that does not need it.",
        ),
    ),
    (civil_code("第五百一十条", "没有约定或者约定不明确的，可以协议补充"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each choice whose further term is missing."""
    for case in cases(project.contract):
        row = case.row
        if case.chosen in row.needs and not case.given:
            message = Text(
                f"{row.choice} 选了 {case.chosen}，却没有写{row.name.zh}（{row.key}）",
                f"{row.choice} is {case.chosen}, but the {row.name.en} ({row.key}) is missing",
            )
            hint = Text(f"在同一层加上 {row.key}", f"add {row.key} beside it")
            yield found(CODE, message, Place((*case.route, row.choice)), hint=hint)
