"""The JSON of a snapshot."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

from generator.serve.snapshot import Snapshot
from generator.serve.state import address, state


def test_values_as_the_page_reads_them(taken: Callable[..., Snapshot]) -> None:
    data = json.loads(state(taken(), exact=True, local=True))
    project = data["projects"][0]
    assert data["exact"] is True
    assert project["state"] == {"zh": "履行", "en": "Execution"}
    assert project["findings"][0]["severity"] == "error"
    assert project["documents"][0]["url"] == ""  # no file has been read
    assert json.loads(state(taken(), exact=False, local=False))["root"] == ""


def test_addresses_change_with_the_content(taken: Callable[..., Snapshot]) -> None:
    document = taken().projects[0].documents[0]
    one = address(dataclasses.replace(document, sha="1" * 64), "documents")
    assert one == "/documents/p/%E5%90%88%E5%90%8C_1.docx?v=1111111111111111"
    assert one != address(dataclasses.replace(document, sha="2" * 64), "documents")
