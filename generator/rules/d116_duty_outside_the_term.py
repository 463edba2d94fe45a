"""Check D116: a duty is due outside the term."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D116",
    Severity.WARNING,
    Text("义务的期限不在合同期限内", "a duty is due outside the term"),
    page(
        Text(
            "双方义务（party_a_duties、party_b_duties）的文字写了“某年某月某日前”，这一天早于签订和起始日，或者晚于届满日。",
            "A duty is to be done before a day that lies before signing and start, or after the end of the term.",
        ),
        Text(
            "多半是年份写错；照写的履行，义务从一开始就已经违反，或者合同结束后才到期。",
            "Most often the year is wrong; as written, the duty is broken from the start or due when all is over.",
        ),
        "term: {start: 2026-01-01, end: 2026-12-31}\nparty_a_duties: [{id: a1, text: 应当在2025年8月31日前提供接口文档}]",
        "term: {start: 2026-01-01, end: 2026-12-31}\nparty_a_duties: [{id: a1, text: 应当在2026年8月31日前提供接口文档}]",
        Text("改正日期。", "Correct the date."),
    ),
)
BEFORE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:之前|以前|前|止)")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each duty with such a date."""
    contract, term = project.contract, project.contract.term
    first = min(filter(None, (contract.signing_date, term.start)))
    for key, duties in (
        ("party_a_duties", contract.party_a_duties),
        ("party_b_duties", contract.party_b_duties),
    ):
        for index, duty in enumerate(duties):
            for match in BEFORE.finditer(duty.text):
                day = _day(*map(int, match.groups()))
                if day and not first <= day <= term.end:
                    message = Text(
                        f"“{match[0]}”不在 {first} 至 {term.end} 内",
                        f"“{match[0]}” is outside {first} to {term.end}",
                    )
                    related = [see("合同期限", "the term", ("contract", "term"))]
                    yield found(CODE, message, Place(("contract", key, index, "text")), related=related)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:  # D115 says so
        return None
