"""The portfolio report prints what its cards say, and stands any content."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pypdf
import pytest

from generator.derive.card import Card, card
from generator.derive.portfolio import Portfolio, portfolio
from generator.documents.portfolio import render
from generator.documents.portfolio.board import Board, badge
from generator.documents.portfolio.document import document
from generator.documents.portfolio.exposure import exposure
from generator.documents.portfolio.lists import due
from generator.documents.sources import Sources
from generator.model.price import Currency
from generator.model.project import Project
from generator.model.workspace import ExchangeRate
from generator.render import pdf

NOW = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
RATE = ExchangeRate(
    currency=Currency.USD, rate=Decimal("7.1"), date=datetime.date(2026, 10, 30), source="中间价"
)


@pytest.fixture
def cards(project_of: Callable[[str], Project]) -> list[Card]:
    names = ("agency", "service", "technical")
    return [card(project_of(name), lambda route, at=name: f"specs/{at}.yaml:{len(route)}") for name in names]


def summed(cards: list[Card], *rates: ExchangeRate) -> Portfolio:
    found = portfolio(cards, rates, 30)
    assert found is not None
    return found


def text(
    cards: list[Card], *rates: ExchangeRate, broken: tuple[str, ...] = (), language: str = "zh-CN"
) -> str:
    made = render(summed(cards, *rates), "甲公司", broken, language, NOW, "9.9")
    assert made.body is not None, made.diagnostics
    pages = pypdf.PdfReader(BytesIO(made.body)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")


def test_every_project_and_sum_is_in_it(cards: list[Card]) -> None:
    shown = text(cards)
    for one in cards:
        assert one.name in shown
        assert one.scores[-1].grade in shown
        assert str(one.scores[-1].total) in shown
    gross = sum((one.gross for one in cards if one.gross is not None), Decimal(0))
    assert f"¥{gross:,.2f}" in shown
    assert "数据出处" in shown
    assert "specs/agency.yaml" in shown


def test_currencies_are_converted_at_stated_rates_only(cards: list[Card]) -> None:
    mixed = [cards[0], replace(cards[1], currency=Currency.USD), cards[2]]
    assert "没有写明汇率" in text(mixed)
    shown = text(mixed, RATE)
    assert "7.1（2026-10-30，中间价）" in shown
    assert "没有写明汇率" not in shown


def test_a_broken_project_is_named(cards: list[Card]) -> None:
    assert "有1个项目存在错误，没有计入：two" in text(cards, broken=("two",))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_bare_cards(cards: list[Card], language: str) -> None:
    bare = replace(cards[0], gross=None, scores=(), tasks=(), risks=(), lessons=())
    assert bare.name in text([bare], language=language)


def test_hostile_names_and_hundreds_of_projects(cards: list[Card]) -> None:
    name = "R&D <b> {{ x }} {0} 100% \\n"
    many = [replace(cards[at % 3], id=f"p{at}", name=f"{name}{at}") for at in range(200)]
    shown = text(many)
    assert f"{name}199".replace(" ", "") in shown
    assert "另有" in shown


def test_bytes_are_the_same_twice(cards: list[Card]) -> None:
    first, second = (render(summed(cards), "甲", (), "zh-CN", NOW, "9").body for _ in range(2))
    assert first == second


def test_parts(cards: list[Card]) -> None:
    board = Board(summed(cards), (), "zh-CN", Sources())
    assert badge(cards[0]).text == cards[0].scores[-1].grade
    assert len(exposure(board)) == 2
    assert len(due(board)) >= 2
    assert document(board, pdf.Properties("x", NOW)).blocks
