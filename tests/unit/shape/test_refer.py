"""Ids and references to them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Code, Place
from generator.shape import codes, refer
from generator.source import read

BASE = Path(__file__).parents[2] / "cases" / "base.yaml"


@pytest.fixture
def data() -> Any:
    return read("base.yaml", BASE.read_bytes()).data


def test_a_sound_project_has_no_findings(data: Any) -> None:
    assert refer(data, "project.json", {"clause": frozenset()}) == ()


def test_unknown_id_names_the_nearest(data: Any) -> None:
    owner = data["contacts"][0]["id"]
    data["risks"][0]["owner"] = owner + "x"
    (finding,) = refer(data, "project.json", {})
    assert finding.code == "S201"
    assert finding.location == Place(("risks", 0, "owner"))
    assert finding.hint is not None
    assert owner in finding.hint.zh


def test_an_id_given_twice_points_at_both(data: Any) -> None:
    data["contacts"].append(dict(data["contacts"][0]))
    (finding,) = refer(data, "project.json", {})
    assert finding.code == "S202"
    assert finding.location == Place(("contacts", len(data["contacts"]) - 1, "id"))
    assert finding.related[0].location == Place(("contacts", 0, "id"))


def test_clauses_are_known_from_the_library(data: Any) -> None:
    data["risks"][0]["clause"] = "payment"
    assert refer(data, "project.json", {"clause": frozenset({"payment"})}) == ()
    (finding,) = refer(data, "project.json", {"clause": frozenset({"price"})})
    assert finding.location == Place(("risks", 0, "clause"))


def test_every_code_has_a_manual() -> None:
    pages = [value for value in vars(codes).values() if isinstance(value, Code)]
    assert len(pages) == 9
    assert all(page.manual.zh and page.manual.en for page in pages)
