"""Check D115: a text names a day that does not exist."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, texts

CODE = Code(
    "D115",
    Severity.ERROR,
    Text("文字中的日期不存在", "a text names a day that does not exist"),
    page(
        Text(
            "合同文字中有2月30日、11月31日这样的日期，或者日期后面的星期不对。",
            "A text has a date such as 30 February, or a weekday that the date is not.",
        ),
        Text(
            "期限落在不存在的日子，或者日期与星期不一致，就说不清哪一天到期。",
            "Nobody can tell when a period ends that names such a day.",
        ),
        "other_terms: [乙方在2026年11月31日前提交年度计划]",
        "other_terms: [乙方在2026年11月30日前提交年度计划]",
        Text("改正日期或者星期。", "Correct the date or the weekday."),
    ),
)
DATE = re.compile(
    r"(?:(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})日(?:\s*[（(](?:星期|周)([一二三四五六日天])[）)])?"
)
LEAP = 2024


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each date that is none, or not on its weekday; without a year 29 February is one."""
    for route, text in texts(project):
        for match in DATE.finditer(text):
            year, month, day = int(match[1] or LEAP), int(match[2]), int(match[3])
            try:
                named = datetime.date(year, month, day)
            except ValueError:
                message = Text(f"“{match[0]}”这一天不存在", f"there is no such day: “{match[0]}”")
                yield found(CODE, message, Place(route))
                continue
            weekday = "一二三四五六日"[named.weekday()]
            if match[1] and match[4] and match[4].replace("天", "日") != weekday:
                message = Text(f"“{match[0]}”是星期{weekday}", f"“{match[0]}” is a {named:%A}")
                yield found(CODE, message, Place(route))
