"""The calendar file: RFC 5545 line by line, read back by another reader, and stable under edits."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import icalendar
import pytest
from support import text_of

from generator.documents.calendar import KIND
from generator.model.common import Frequency
from generator.model.meeting import CadenceException, Weekday
from generator.model.project import Project

D = datetime.date


def events(body: bytes) -> dict[str, icalendar.Event]:
    """Return the events by UID; the library's own reader must find no fault."""
    whole = icalendar.Calendar.from_ical(body)
    assert not whole.errors
    found = list(whole.walk("VEVENT"))
    for one in (*found, *whole.walk("VALARM"), *whole.walk("VTIMEZONE")):
        assert not one.errors
    assert len({str(one["uid"]) for one in found}) == len(found)
    return {str(one["uid"]): one for one in found}


def assert_rfc_5545(body: bytes) -> None:
    """Check what a strict reader asks of each line (3.1) and of each component (3.6)."""
    assert body.endswith(b"END:VCALENDAR\r\n")
    lines = body.split(b"\r\n")[:-1]
    assert all(1 <= len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", b"".join(lines))
    for line in lines:
        line.decode()  # folded between characters: each line is UTF-8 by itself
    stack: list[tuple[str, list[str]]] = []
    for line in body.decode().replace("\r\n ", "").split("\r\n")[:-1]:
        name = re.match(r"([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):", line)
        assert name, line
        if name[1] == "BEGIN":
            stack.append((line[6:], []))
        elif name[1] == "END":
            component, names = stack.pop()
            assert component == line[4:]
            assert_component(component, names)
        else:
            stack[-1][1].append(name[1])
            if name[1] in ("SUMMARY", "DESCRIPTION", "LOCATION"):
                assert not re.search(
                    r"(?<!\\)(?:\\\\)*[;,]|(?<!\\)(?:\\\\)*\\[^\\;,nN]", line.partition(":")[2]
                )
    assert not stack


NEEDED = {
    "VCALENDAR": {"VERSION", "PRODID"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "LAST-MODIFIED", "SUMMARY", "STATUS"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}


def assert_component(component: str, names: list[str]) -> None:
    assert set(names) >= NEEDED[component]
    assert len(set(names)) == len(names), component


def test_every_project_has_one(any_project: Project, make: Any) -> None:
    body = make(KIND, any_project).body
    assert_rfc_5545(body)
    assert len(events(body)) > 50
    assert body == make(KIND, any_project).body


@pytest.mark.parametrize("name", ["nda", "framework", "distribution"])
def test_every_kind_of_contract_has_one(project_of: Callable[[str], Project], make: Any, name: str) -> None:
    assert_rfc_5545(make(KIND, project_of(name)).body)


def test_a_meeting_has_its_local_time(agency: Project, make: Any) -> None:
    one = events(make(KIND, agency).body)["east-china-agency+meeting+monthly+2026-02-15@jiayi"]
    assert one["dtstart"].to_ical() == b"20260210T140000"
    assert one["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert one["dtend"].to_ical() == b"20260210T153000"
    about = str(one["description"])
    for fact in ("主持人：周以宁", "顾承安", "议程2：销售和回款进度", "原定2026年2月15日", "春节假期"):
        assert fact in about
    assert b"TZOFFSETTO:+0800" in make(KIND, agency).body


def test_deadlines_are_whole_days_with_an_alarm_until_they_have_passed(agency: Project, make: Any) -> None:
    found = events(make(KIND, agency).body)
    report = found["east-china-agency+risk_review+R-10@jiayi"]
    assert (report.decoded("dtstart"), report.decoded("dtend")) == (D(2026, 11, 16), D(2026, 11, 17))
    (alarm,) = report.walk("VALARM")
    assert alarm.decoded("trigger") == -datetime.timedelta(days=2, hours=15)
    done = found["east-china-agency+instalment+p1@jiayi"]
    assert str(done["summary"]) == "付款：首期服务费（已完成）"
    assert not done.walk("VALARM")
    kinds = {str(one["categories"].cats[0]) for one in found.values()}
    assert kinds >= {
        "会议",
        "付款",
        "报告",
        "行动项",
        "风险复核",
        "资质到期",
        "续期通知",
        "合同届满",
        "交付",
        "投诉处理",
    }


def test_days_that_rely_on_an_unpublished_year_say_so(agency: Project, make: Any) -> None:
    found = events(make(KIND, agency).body)
    told = {uid for uid, one in found.items() if "2027年放假调休安排尚未公布" in str(one["description"])}
    assert "east-china-agency+handover+contract@jiayi" in told
    assert "east-china-agency+report+monthly-report+2026-12@jiayi" in told
    assert "east-china-agency+report+monthly-report+2026-11@jiayi" not in told


def test_weekend_days_worked_for_a_holiday_are_kept(service: Project, make: Any) -> None:
    cadence = replace(
        service.cadence[0], frequency=Frequency.WEEKLY, day_of_month=None, week_of_month=None, weekday=Weekday.SUNDAY,
        start=D(2025, 1, 26), end=D(2025, 1, 26), exceptions=(),
    )  # fmt: skip
    project = replace(service, cadence=(cadence,), meetings=())
    (one,) = [
        one for one in events(make(KIND, project).body).values() if str(one["categories"].cats[0]) == "会议"
    ]
    assert one.decoded("dtstart").date() == D(2025, 1, 26), "a Sunday worked before Spring Festival 2025"


def test_edits_keep_the_uids_and_a_later_day_wins(agency: Project, make: Any) -> None:
    before = events(make(KIND, agency).body)
    cadence = replace(agency.cadence[0], place="线上", time=datetime.time(10), exceptions=())
    later = replace(agency.project, as_of=agency.project.as_of + datetime.timedelta(1))
    after = events(make(KIND, replace(agency, cadence=(cadence,), project=later)).body)
    assert before.keys() - after.keys() == {"east-china-agency+renewal_notice+contract@jiayi"}, (
        "its day passed"
    )
    assert after.keys() <= before.keys()
    assert all(after[uid]["sequence"] == before[uid]["sequence"] + 1 for uid in after)
    assert str(after["east-china-agency+meeting+monthly+2026-12-15@jiayi"]["location"]) == "线上"


def test_a_cancelled_meeting_is_taken_off(agency: Project, make: Any) -> None:
    off = CadenceException(planned=D(2026, 12, 15), reason="年末盘点，并入1月例会")
    cadence = replace(agency.cadence[0], exceptions=(*agency.cadence[0].exceptions, off))
    one = events(make(KIND, replace(agency, cadence=(cadence,))).body)[
        "east-china-agency+meeting+monthly+2026-12-15@jiayi"
    ]
    assert str(one["status"]) == "CANCELLED"
    assert "年末盘点，并入1月例会" in str(one["description"])
    assert not one.walk("VALARM")


@pytest.mark.parametrize(
    "hostile",
    [
        "a;b,c\\n\\d",
        "行1\r\nBEGIN:VEVENT\r\nUID:x",
        "\x00\x07\x7f甲",
        "𠮷😀" * 200,
        '"q":;=',
        "长" * 1000,
        "{} {{ x }}",
    ],
)
def test_text_is_text(agency: Project, make: Any, hostile: str) -> None:
    cadence = replace(agency.cadence[0], name=hostile, place=hostile, agenda=(hostile,))
    body = make(KIND, replace(agency, cadence=(cadence,))).body
    assert_rfc_5545(body)
    one = events(body)["east-china-agency+meeting+monthly+2026-12-15@jiayi"]
    plain = re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", "", hostile)
    assert str(one["summary"]) == plain
    assert plain.replace("\n", "") in text_of(".ics", body).replace("\n", "")


def test_the_ends_of_time_do_not_break_it(agency: Project, make: Any) -> None:
    *rest, last = agency.meetings
    assert last.next is not None
    far = replace(last, next=replace(last.next, date=datetime.date.max, time=datetime.time(23, 59)))
    assert_rfc_5545(make(KIND, replace(agency, meetings=(*rest, far))).body)


def test_a_meeting_elsewhere_has_the_time_of_its_place(agency: Project, make: Any) -> None:
    cadence = replace(agency.cadence[0], time_zone="Europe/Berlin")
    body = make(KIND, replace(agency, cadence=(cadence,))).body
    assert_rfc_5545(body)
    one = events(body)["east-china-agency+meeting+monthly+2026-06-15@jiayi"]
    assert one.decoded("dtstart").utcoffset() == datetime.timedelta(hours=2)
    assert b"TZID:Europe/Berlin" in body


def test_a_milestone_meeting_is_before_its_milestone(project_of: Callable[[str], Project], make: Any) -> None:
    one = events(make(KIND, project_of("technical")).body)[
        "warehouse-system+meeting+milestone-review+2026-11-03@jiayi"
    ]
    assert one["dtstart"].to_ical() == b"20261117T140000"
    assert "原定2026年11月3日" in str(one["description"])
