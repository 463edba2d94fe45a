"""Papers name articles by the numbers that the contract prints."""

from __future__ import annotations

import datetime

from generator.documents.contract import scope
from generator.documents.kind import Item, Job, Provenance
from generator.documents.numbers import article, articles_of
from generator.model.project import Project
from generator.resources import Library


def test_numbers_are_those_of_the_contract(agency: Project) -> None:
    origin = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "", "", "")
    titles = articles_of(Job(agency, Item("", "", ()), "zh-CN", Library(), origin), scope(agency))
    assert article(titles, "breach").startswith("第")
    assert article(titles, "annex-assessment").startswith("附件")
    assert article(titles, "none") == "—"
