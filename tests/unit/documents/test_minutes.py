"""The minutes hold every element that minutes have, and say nothing that was not said."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from generator.diagnostics import Place
from generator.documents.kind import Job, Provenance
from generator.documents.minutes import KIND, context
from generator.load import load_project, open_workspace
from generator.model.meeting import Meeting
from generator.model.project import Project
from generator.resources import Library

ROOT = Path(__file__).parents[3]
ORIGIN = Provenance(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "hash", "commit", "0")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def project() -> Project:
    loaded = load_project(open_workspace(ROOT), ROOT / "specs" / "east-china-agency")
    assert loaded.project is not None
    return loaded.project


def text(project: Project, index: int) -> str:
    rendered = KIND.render(Job(project, KIND.items(project)[index], "zh-CN", Library(), ORIGIN))
    assert rendered.body is not None, rendered.diagnostics
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(rendered.body)).read("word/document.xml"))
    paragraphs = (
        "".join(
            "\n" if node.tag == f"{W}br" else node.text or ""
            for node in one.iter()
            if node.tag in (f"{W}t", f"{W}br")
        )
        for one in root.iter(f"{W}p")
    )
    return "\n".join(paragraphs)


def listed(project: Project, index: int, key: str) -> Any:
    """Return what the template sees under ``key``: rows, or the counts."""
    return context(project, index, "zh-CN")[key]


def changed(project: Project, index: int, **changes: Any) -> Project:
    meetings = list(project.meetings)
    meetings[index] = replace(meetings[index], **changes)
    return replace(project, meetings=tuple(meetings))


def test_there_is_one_for_each_meeting(project: Project) -> None:
    assert [item.key for item in KIND.items(project)] == [meeting.id for meeting in project.meetings]


@pytest.mark.parametrize(
    "element",
    [
        "会议纪要", "编号", "日期", "起止时间", "地点", "主持人", "记录人", "应到", "实到", "出席", "列席", "缺席", "议程",
        "议题讨论", "讨论要点", "决议事项", "行动项", "责任人", "完成时间", "输出物", "状态", "遗留问题", "其他事项", "下次会议",
        "附件", "主持人审核（签字）", "记录人（签字）", "甲方确认", "乙方确认", "签到表", "签发日期", "发送范围",
        "本纪要不构成对合同的变更",
    ],
)  # fmt: skip
def test_every_element_is_there(project: Project, element: str) -> None:
    assert element in text(project, 6)


def test_everything_said_is_printed(project: Project) -> None:
    for index, meeting in enumerate(project.meetings):
        printed = re.sub(r"\s", "", text(project, index))
        for said in spoken(meeting):
            assert re.sub(r"[\s。；;，,、：]+$", "", re.sub(r"\s", "", said)) in printed, said


def spoken(meeting: Meeting) -> list[str]:
    lines = [
        meeting.number,
        meeting.title,
        meeting.place,
        *meeting.agenda,
        *meeting.open_issues,
        *meeting.other,
    ]
    lines += [part for topic in meeting.topics for part in (topic.title, topic.conclusion or "")]
    lines += [line for topic in meeting.topics for line in topic.discussion.split("\n")]
    lines += [one.text for topic in meeting.topics for one in topic.reservations]
    lines += [one.text for one in meeting.decisions] + [one.change_order or "" for one in meeting.decisions]
    lines += [part for one in meeting.actions for part in (one.id, one.text, one.output, one.due.isoformat())]
    lines += [one.reason for one in meeting.absent] + [one.name for one in meeting.observers]
    return lines + list(meeting.attachments) + list(meeting.distribution)


def test_carried_actions_say_how_late_they_are(project: Project) -> None:
    late = [
        (index, row)
        for index in range(len(project.meetings))
        for row in listed(project, index, "carried")
        if "逾期" in row.status
    ]
    assert late, "the sample has late actions"
    for index, row in late:
        assert re.search(r"逾期\d+天", text(project, index))
        assert row.id in text(project, index)


def test_what_is_absent_is_said_not_left_blank(project: Project) -> None:
    bare = changed(
        project, 0, observers=(), absent=(), decisions=(), actions=(), new_risks=(), open_issues=(), other=(),
        attachments=(), next=None, issued_on=None, follow_ups=(),
    )  # fmt: skip
    printed = text(bare, 0)
    for words in (
        "列席\n—\n无",
        "缺席\n—\n无",
        "没有形成决议",
        "没有新的行动项",
        "另行通知",
        "没有以往会议遗留的行动项",
    ):
        assert words in printed


def test_hostile_values_print_as_typed(project: Project) -> None:
    hostile = "R&D <b> {{ project.name }} {% if x %} ]]> 𠮷 😀"
    printed = text(changed(project, 0, title=hostile, place=hostile), 0)
    assert printed.count(hostile) >= 3


def test_a_decision_on_the_price_without_change_order_says_what_is_needed(project: Project) -> None:
    index, decision = next(
        (index, one)
        for index, meeting in enumerate(project.meetings)
        for one in meeting.decisions
        if one.affects
    )
    bare = changed(project, index, decisions=(replace(decision, change_order=None),))
    assert "须另签变更单或补充协议" in text(bare, index)


def test_the_counts_add_up_and_nobody_asked_is_forgotten(project: Project) -> None:
    silent = changed(project, 1, absent=())
    printed = text(silent, 1)
    assert "应到6人，实到5人，缺席1人，列席0人" in printed
    assert "孟子谦（售前工程师）：未说明原因" in printed
    for index, meeting in enumerate(project.meetings):
        counts = listed(project, index, "counts")
        assert counts.invited == counts.present + counts.absent
        assert counts.present == len(meeting.present)


def test_party_a_is_listed_before_party_b_on_every_list(project: Project) -> None:
    mixed = changed(project, 3, present=tuple(reversed(project.meetings[3].present)))
    names = (project.parties.party_a.name if project.parties.party_a else "", project.parties.party_b.name)
    for key in ("attendance", "signers"):
        rows = [row.organisation for row in listed(mixed, 3, key)]
        ours = [name for name in rows if name in names]
        assert ours == sorted(ours, key=names.index)
        assert set(ours) == set(names)


def test_everyone_asked_and_every_observer_is_on_the_sign_in_sheet(project: Project) -> None:
    for index, meeting in enumerate(project.meetings):
        sheet = text(project, index).rsplit("签到表\n")[1]
        names = {contact.id: contact.name for contact in project.contacts}
        for one in (*meeting.present, *(absence.contact for absence in meeting.absent)):
            assert names[one] in sheet
        assert all(observer.name in sheet for observer in meeting.observers)


def test_an_earlier_action_that_was_not_followed_up_says_so(project: Project) -> None:
    rows = list(listed(changed(project, 1, follow_ups=()), 1, "carried"))
    assert [row.id for row in rows] == ["a-01-1", "a-01-2", "a-01-3"]
    assert all(row.note == "本次会议未更新进展" and "逾期" in row.status for row in rows)


def test_a_note_belongs_to_the_meeting_that_made_it(project: Project) -> None:
    later = replace(
        project.meetings[2], id="mm-same-day", number="X", date=project.meetings[1].date,
        start=datetime.time(18), end=datetime.time(19), follow_ups=(), actions=(), new_risks=(),
    )  # fmt: skip
    twice = replace(project, meetings=(*project.meetings[:2], later))
    rows = list(listed(twice, 2, "carried"))
    assert {row.note for row in rows} == {"本次会议未更新进展"}


@pytest.mark.parametrize("field", ["place", "distribution"])
def test_a_required_thing_that_is_missing_is_a_hole_at_its_route(project: Project, field: str) -> None:
    bare = changed(project, 6, **{field: None})
    rendered = KIND.render(Job(bare, KIND.items(bare)[6], "zh-CN", Library(), ORIGIN))
    assert rendered.body is None
    routes = {getattr(finding.location, "route", None) for finding in rendered.diagnostics}
    assert routes == {("meetings", 6, field)}


def test_the_same_meeting_has_the_same_bytes(project: Project) -> None:
    job = Job(project, KIND.items(project)[6], "zh-CN", Library(), ORIGIN)
    assert KIND.render(job) == KIND.render(job)


def test_no_cell_is_blank_except_where_people_sign(project: Project) -> None:
    for index in range(len(project.meetings)):
        body = KIND.render(Job(project, KIND.items(project)[index], "zh-CN", Library(), ORIGIN)).body
        assert body is not None
        root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(body)).read("word/document.xml"))
        *tables, _sign_in = root.iter(f"{W}tbl")
        for cell in (cell for table in tables for cell in table.iter(f"{W}tc")):
            assert "".join(node.text or "" for node in cell.iter(f"{W}t")).strip()


def test_what_is_signed_names_the_minutes_and_that_they_change_no_contract(project: Project) -> None:
    number = project.meetings[6].number
    signed, sheet = text(project, 6).rsplit("签发与确认\n", 1)[1].rsplit("签到表\n", 1)
    assert signed.startswith(f"纪要编号：{number}\n本纪要不构成对合同的变更；")
    assert number in sheet


def test_the_counts_add_up_even_when_somebody_is_not_accounted_for(project: Project) -> None:
    for index, meeting in enumerate(project.meetings):
        counts = context(project, index, "zh-CN")["counts"]
        assert counts.invited == counts.present + counts.absent  # type: ignore[attr-defined]
        assert counts.present == len(meeting.present)  # type: ignore[attr-defined]
    meeting = next(one for one in project.meetings if one.cadence and not one.absent)
    index = project.meetings.index(meeting)
    asked = next(one.attendees for one in project.cadence if one.id == meeting.cadence)
    left_out = next(one for one in reversed(meeting.present) if one in asked)
    printed = text(changed(project, index, present=tuple(p for p in meeting.present if p != left_out)), index)
    name = next(one.name for one in project.contacts if one.id == left_out)
    assert re.search(rf"{name}.*：未说明原因", printed)
    assert "缺席1人" in printed
    assert printed.endswith("\n缺席") or "\n缺席\n" in printed.split("签到表")[1]


def test_party_a_stands_before_party_b(project: Project) -> None:
    meeting = project.meetings[0]
    printed = text(changed(project, 0, present=tuple(reversed(meeting.present))), 0)
    assert printed.index("甲方出席") < printed.index("乙方出席")


def test_nobody_without_a_position_gets_empty_brackets(project: Project) -> None:
    bare = replace(project, contacts=tuple(replace(one, title=None) for one in project.contacts))  # type: ignore[type-var]
    printed = text(bare, 0)
    assert "（）" not in printed
    assert "（—）" not in printed


def test_every_change_of_a_due_date_is_printed(project: Project) -> None:
    for index, meeting in enumerate(project.meetings):
        for row in context(project, index, "zh-CN")["carried"]:  # type: ignore[attr-defined]
            moves = [
                (one.date, note.new_due)
                for one in project.meetings
                for note in one.follow_ups
                if note.action == row.id and note.new_due and one.date <= meeting.date
            ]
            for agreed_on, new_due in moves:
                assert f"{agreed_on}改为\n{new_due}" in row.due


def test_an_action_moved_after_its_due_date_says_how_late_it_was(project: Project) -> None:
    index = next(i for i, one in enumerate(project.meetings) if one.id == "mm-04")
    row = next(one for one in context(project, index, "zh-CN")["carried"] if one.id == "a-03-3")  # type: ignore[attr-defined]
    assert row.due == "2026-04-10\n2026-04-15改为\n2026-04-30"
    assert row.status == "未完成\n改期前逾期5天"


def test_an_open_action_that_nobody_mentioned_says_so(project: Project) -> None:
    index = next(i for i, one in enumerate(project.meetings) if one.follow_ups)
    assert "本次会议未更新进展" in text(changed(project, index, follow_ups=()), index)


def test_a_missing_party_is_reported_with_its_place(project: Project) -> None:
    bare = replace(project, parties=replace(project.parties, party_a=None))  # type: ignore[type-var]
    rendered = KIND.render(Job(bare, KIND.items(bare)[0], "zh-CN", Library(), ORIGIN))
    assert rendered.body is None
    assert {one.location.route[:2] for one in rendered.diagnostics if isinstance(one.location, Place)} == {
        ("parties", "party_a")
    }


def test_tables_repeat_their_head_and_never_split_a_row(project: Project) -> None:
    rendered = KIND.render(Job(project, KIND.items(project)[6], "zh-CN", Library(), ORIGIN))
    assert rendered.body is not None
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(rendered.body)).read("word/document.xml"))
    rows = list(root.iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows) == 5
