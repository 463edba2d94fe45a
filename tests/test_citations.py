"""Every citation is of a law in force, of an article that exists, and quotes what stands there."""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from functools import cache
from itertools import combinations
from typing import Any

import pytest
import yaml
from support import ROOT

import generator.rules
from generator.diagnostics import Code, Statute
from generator.documents.clauses import Clause, load
from generator.locale import chinese_number
from generator.resources import Library

CODES = [
    code
    for module in pkgutil.iter_modules(generator.rules.__path__)
    if isinstance(
        code := getattr(importlib.import_module(f"generator.rules.{module.name}"), "CODE", None), Code
    )
]
CITATIONS = [(code.id, statute) for code in CODES for statute in code.statutes]


@cache
def laws() -> dict[tuple[str, datetime.date], dict[str, Any]]:
    """Return the texts by name of the law and first day in force; ``tools/statutes.py`` makes them."""
    made = yaml.safe_load((ROOT / "tests" / "law" / "statutes.yaml").read_text(encoding="utf-8"))
    return {(one["law"], one["effective"]): one for one in made}


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("code", "statute"), CITATIONS, ids=lambda one: getattr(one, "article", one))
def test_a_check_cites_what_the_law_says(code: str, statute: Statute) -> None:
    law = laws()[statute.law, statute.effective]
    assert law["until"] == statute.until
    assert statute.quote
    assert bare(statute.quote) in bare(law["articles"][statute.article])


@pytest.mark.parametrize("clause", load(Library())[0], ids=lambda clause: clause.id)
def test_a_clause_rests_on_articles_in_force(clause: Clause) -> None:
    in_force = {law["short"]: law for law in laws().values() if law["until"] is None}
    for basis in clause.statutes:
        articles = in_force[basis.law]["articles"]
        assert [one for one in basis.articles if f"第{chinese_number(one)}条" not in articles] == []


def test_there_are_many_citations_and_no_text_without_one() -> None:
    assert len(CITATIONS) >= 45
    used = {(one.law, one.effective, one.article) for _, one in CITATIONS}
    resting = {
        (basis.law, f"第{chinese_number(number)}条")
        for clause in load(Library())[0]
        for basis in clause.statutes
        for number in basis.articles
    }
    for (name, day), law in laws().items():
        for article in law["articles"]:
            assert (name, day, article) in used or (law["short"], article) in resting


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_two_texts_of_one_law_are_never_in_force_together(code: Code) -> None:
    for one, other in combinations(code.statutes, 2):
        same_law = one.law.partition("（")[0] == other.law.partition("（")[0]
        if same_law and (one.effective, one.until) != (other.effective, other.until):
            first, second = sorted((one, other), key=lambda statute: statute.effective)
            assert first.until is not None
            assert first.until <= second.effective
