"""Every element that minutes of meetings have: where it is written in YAML, and what is printed of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from support import ORIGIN, ROOT, judged, text_of
from test_coverage import items, properties

from generator.documents.kind import Job
from generator.documents.minutes import KIND
from generator.resources import Library
from generator.source import read

ELEMENTS = items("minutes")


@pytest.fixture(scope="module")
def printed() -> str:
    """The minutes of the meeting with every element, without blanks."""
    data: Any = read("base.yaml", (ROOT / "tests/cases/base.yaml").read_bytes()).data
    data["meetings"][1] = read("meeting.yaml", (ROOT / "tests/coverage/meeting.yaml").read_bytes()).data
    titles = {"zhou": "销售经理", "chen": "代理经理"}
    data["contacts"] = [
        one | ({"title": titles[one["id"]]} if one["id"] in titles else {}) for one in data["contacts"]
    ]
    project, findings = judged(data)
    assert project is not None, findings
    made = KIND.render(Job(project, KIND.items(project)[1], "zh-CN", Library(), ORIGIN))
    assert made.body is not None, made.diagnostics
    return re.sub(r"\s", "", text_of(".docx", made.body))


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda one: one["id"])
def test_an_element_can_be_written_and_is_printed(printed: str, element: dict[str, Any]) -> None:
    assert [path for path in element.get("facts", ()) if not properties(path)] == []
    assert re.sub(r"\s", "", element["says"]) in printed


def test_the_meeting_says_all_that_a_meeting_can() -> None:
    meeting = yaml.safe_load((ROOT / "tests/coverage/meeting.yaml").read_text(encoding="utf-8"))
    told = {
        path.split(".")[1]
        for one in ELEMENTS
        for path in one.get("facts", ())
        if path.startswith("meetings.")
    }
    assert set(meeting) == told | {"id", "cadence"}
    assert len(ELEMENTS) == 26
