"""The minutes hold every element that minutes have, and say nothing that was not said."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

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
    paragraphs = ("".join(node.text or "" for node in one.iter(f"{W}t")) for one in root.iter(f"{W}p"))
    return "\n".join(paragraphs)


def changed(project: Project, index: int, **changes: object) -> Project:
    meetings = list(project.meetings)
    meetings[index] = replace(meetings[index], **changes)  # type: ignore[type-var]
    return replace(project, meetings=tuple(meetings))  # type: ignore[type-var]


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
        for row in context(project, index, "zh-CN")["carried"]  # type: ignore[attr-defined]
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
        "列席人员：无",
        "缺席人员：无",
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
    bare = changed(project, index, decisions=(replace(decision, change_order=None),))  # type: ignore[type-var]
    assert "须另签变更单或补充协议" in text(bare, index)
