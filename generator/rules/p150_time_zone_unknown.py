"""Check P150: unknown time zone."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P150",
    Severity.ERROR,
    Text("时区不存在", "unknown time zone"),
    page(
        Text(
            "会议的时区（time_zone）要写 IANA 时区名，如 Asia/Shanghai、Europe/Berlin，区分大小写。",
            "The time zone of a meeting is an IANA name such as Asia/Shanghai or Europe/Berlin, in that very spelling.",
        ),
        Text(
            "不知道时区，日程文件里的会议时间就会差几个小时。",
            "Without it the calendar would have the meeting at the wrong hour.",
        ),
        "cadence: [{id: monthly, time_zone: Beijing}]",
        "cadence: [{id: monthly, time_zone: Asia/Shanghai}]",
        Text(
            "改正时区名；在中国大陆召开的不必填写。",
            "Correct the name; a meeting in mainland China needs none.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each cadence whose time zone has no such name."""
    for index, cadence in enumerate(project.cadence):
        if cadence.time_zone and not _known(cadence.time_zone):
            message = Text(
                f"没有“{cadence.time_zone}”这个时区", f"there is no time zone '{cadence.time_zone}'"
            )
            yield found(CODE, message, Place(("cadence", index, "time_zone")))


def _known(name: str) -> bool:
    try:
        return ZoneInfo(name).key == name
    except (OSError, ValueError, KeyError):
        return False
