"""The JSON of a snapshot."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

from generator.serve.snapshot import Snapshot
from generator.serve.state import ROWS, address, state


def test_one_project_in_full(taken: Callable[..., Snapshot]) -> None:
    data = json.loads(state(taken(), "p", exact=True, local=True))
    project = data["project"]
    assert data["exact"] is True
    assert project["state"] == {"zh": "履行", "en": "Execution"}
    assert project["documents"][0]["url"] == ""  # no file has been read
    assert data["findings"][0]["severity"] == "error"
    assert data["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert data["dashboard"] is None


def test_all_projects_in_short(taken: Callable[..., Snapshot]) -> None:
    data = json.loads(state(taken(), "", exact=False, local=False))
    assert data["root"] == ""
    assert data["project"] is None
    assert data["dashboard"]["due"] == []
    assert data["projects"][0]["counts"]["error"] == 1
    assert "documents" not in data["projects"][0]
    assert data["findings"][0]["project"] == "项目"


def test_a_project_that_is_not_there(taken: Callable[..., Snapshot]) -> None:
    assert json.loads(state(taken(), "gone", exact=True, local=True))["project"] is None


def test_many_findings_are_cut_and_counted(taken: Callable[..., Snapshot]) -> None:
    one = taken()
    project = one.projects[0]
    many = dataclasses.replace(project, findings=project.findings * (ROWS + 7))
    data = json.loads(state(dataclasses.replace(one, projects=(many,)), "", exact=True, local=True))
    assert len(data["findings"]) == ROWS
    assert data["counts"]["error"] == ROWS + 7


def test_addresses_change_with_the_content(taken: Callable[..., Snapshot]) -> None:
    document = taken().projects[0].documents[0]
    one = address(dataclasses.replace(document, sha="1" * 64), "documents")
    assert one == "/documents/p/%E5%90%88%E5%90%8C_1.docx?v=1111111111111111"
    assert one != address(dataclasses.replace(document, sha="2" * 64), "documents")
