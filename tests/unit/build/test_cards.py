"""Cards outlive the process: what has not changed is not read again, what is torn is made anew."""

from __future__ import annotations

import json

import pytest
from building import Space

from generator.build import cards as module
from generator.build.cards import gather, packed, unpacked
from generator.build.write import CARDS
from generator.files import projects
from generator.load import Loaded


def test_a_card_survives_json(samples: dict[str, Loaded], space: Space) -> None:
    (one,) = gather(space.root, projects(space.root), space.output).cards.values()
    assert unpacked(json.loads(json.dumps(packed(one)))) == one


def test_what_has_not_changed_is_not_read_again(space: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    first = gather(space.root, projects(space.root), space.output)
    monkeypatch.setattr(module, "project_of", lambda *_: pytest.fail("read again"))
    assert gather(space.root, projects(space.root), space.output).cards == first.cards


def test_a_change_is_read(space: Space) -> None:
    gather(space.root, projects(space.root), space.output)
    space.edit("  name: ", "  name: 新")
    (one,) = gather(space.root, projects(space.root), space.output).cards.values()
    assert one.name.startswith("新")


@pytest.mark.parametrize(
    "torn",
    [b"", b"{}", b"[1]", b'[2, {"specs/one.yaml": []}]', b'[2, {"specs/one.yaml": ["x", {}]}]', b"\xff"],
)
def test_a_torn_memory_costs_time_only(space: Space, torn: bytes) -> None:
    first = gather(space.root, projects(space.root), space.output)
    (space.output / ".jiayi" / CARDS).write_bytes(torn)
    assert gather(space.root, projects(space.root), space.output).cards == first.cards


def test_a_broken_project_is_told_beside_the_others(space: Space) -> None:
    (space.root / "specs" / "two.yaml").write_text("project: {id: x}\n", encoding="utf-8")
    found = gather(space.root, projects(space.root), space.output)
    assert len(found.cards) == 1
    assert [one.name for one in found.broken.values()] == ["two"]


def test_a_build_leaves_the_cards(space: Space) -> None:
    gather(space.root, projects(space.root), space.output)
    space.build()
    assert (space.output / ".jiayi" / CARDS).is_file()
