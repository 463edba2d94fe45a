"""Check P163: report of another period than agreed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import PERIODS, written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Period
from generator.model.project import Project
from generator.model.report import ReportReceipt, ReportVerdict
from generator.rules.support import page

CODE = Code(
    "P163",
    Severity.WARNING,
    Text("报告的期间与频率不符或者重复", "report of another period than agreed"),
    page(
        Text(
            "收到记录的期间与报告频率相符（monthly 为月，quarterly 为季）；同一期间只有退回后重新提交的才能有第二条。",
            "The period of a record is of the frequency of its report; a period has a second record only after the first was returned.",
        ),
        Text(
            "期间写错，应交日就推算错，准时率也会算错。",
            "With a wrong period the due day is wrong, and so is punctuality.",
        ),
        "{frequency: monthly, received: [{period: 2026-Q1}]}",
        "{frequency: monthly, received: [{period: 2026-03}]}",
        Text(
            "改正期间，或者删去重复的记录。", "Correct the period, or delete the record that repeats another."
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each record of another kind of period, and for a second one that nothing explains."""
    for index, report in enumerate(project.reports):
        kind, seen = PERIODS.get(report.frequency), dict[Period, ReportReceipt]()
        for at, one in enumerate(report.received):
            before = seen.get(one.period)
            again = before and not (before.submitted and before.submitted.verdict is ReportVerdict.RETURNED)
            seen[one.period] = one
            if again or (kind and one.period.kind is not kind):
                zh = "已有一条记录" if again else f"不是 {report.frequency} 的期间"
                en = "has a record already" if again else f"is no {report.frequency} period"
                message = Text(
                    f"{report.name}：{written(one.period)} {zh}",
                    f"'{report.name}': {written(one.period)} {en}",
                )
                yield found(CODE, message, Place(("reports", index, "received", at, "period")))
