"""The table of projects: 80 columns whatever the names, and the same figures as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import click
import pytest

from generator.derive.card import Card, card
from generator.derive.portfolio import portfolio
from generator.load import Loaded
from generator.report.status import json_text, text
from generator.report.text import width


@pytest.fixture
def cards(samples: dict[str, Loaded]) -> list[Card]:
    return [card(one.project, lambda _: "x:1") for one in samples.values() if one.project]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_80_columns(cards: list[Card], language: str) -> None:
    long = replace(cards[0], id="long", name="很长的项目名称" * 20, scores=())
    found = portfolio([*cards, long], (), 0)
    assert found is not None
    lines = click.unstyle(text(found, language)).split("\n")
    assert max(map(width, lines)) <= 80
    assert "".join(lines).count("很") == 20


def test_json_has_the_same_rows(cards: list[Card]) -> None:
    found = portfolio(cards, (), 0)
    assert found is not None
    data = json.loads(json_text(found))
    assert [row["id"] for row in data["projects"]] == [one.id for one in found.cards]
    assert sum(row["overdue"] for row in data["projects"]) == len(found.late)
