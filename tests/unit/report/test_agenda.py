"""The list of what is due: 80 columns, nothing cut, the same rows as JSON."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import click
import pytest

from generator.load import Loaded
from generator.model.common import Side
from generator.model.project import Project
from generator.report.agenda import WIDTH, Board, json_text, text, wanted
from generator.report.text import width

SAMPLES = ["east-china-agency", "service-desk-outsourcing", "warehouse-system"]


def board(loaded: Loaded, within: int = 60, party: Side | None = None) -> Board:
    assert loaded.project is not None
    assert loaded.merged is not None
    rows = wanted(loaded.project, within, party)
    return Board(loaded.project, tuple((row, loaded.merged.span(row.route)) for row in rows))


def lines(shown: Board, language: str = "zh") -> list[str]:
    return click.unstyle(text([shown], language)).split("\n")


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_table_of_80_columns_that_cuts_nothing(
    samples: dict[str, Loaded], name: str, language: str
) -> None:
    shown = board(samples[name], 400)
    found = lines(shown, language)
    assert max(map(width, found)) <= WIDTH
    letters = "".join("".join(found).split())
    assert all(set(row.text) - {" "} <= set(letters) for row, _ in shown.rows)
    assert len(found) >= len(shown.rows) + 2


def test_what_is_late_comes_first_and_in_red(samples: dict[str, Loaded]) -> None:
    shown = text([board(samples["east-china-agency"])], "zh")
    first = shown.split("\n")[2]
    assert first.startswith("\x1b[31m")
    assert click.unstyle(first).startswith("2026-09-07  逾期54天  报告")
    assert "holidays" not in shown


def test_one_party_alone_by_its_people_too(samples: dict[str, Loaded]) -> None:
    rows = [wanted(_project(samples), 60, side) for side in (None, Side.PARTY_A, Side.PARTY_B)]
    assert 0 < len(rows[1]) < len(rows[0])
    assert not {id(row) for row in rows[1]} & {id(row) for row in rows[2]}
    assert "江晚晴" in text([board(samples["east-china-agency"], 60, Side.PARTY_B)], "zh")
    assert "江晚晴" not in text([board(samples["east-china-agency"], 60, Side.PARTY_A)], "zh")


def test_json_has_every_row_with_its_place(samples: dict[str, Loaded]) -> None:
    shown = board(samples["east-china-agency"])
    rows = json.loads(json_text([shown], "zh"))
    assert len(rows) == len(shown.rows)
    first = rows[0]
    assert (first["day"], first["days_overdue"], first["party"]) == ("2026-09-07", 54, "party_b")
    assert first["location"]["file"].endswith("reports.yaml")
    assert json_text([], "zh") == "[]"


def test_hostile_names_stay_on_their_line(samples: dict[str, Loaded]) -> None:
    project = _project(samples)
    report = replace(project.reports[0], name="a\x1b[2J\tb😀" + "龘" * 200)
    one = replace(project, reports=(report,))
    shown = Board(one, tuple((row, None) for row in wanted(one, 30, None)))
    found = lines(shown)
    assert "\x1b" not in "".join(found)
    assert max(map(width, found)) <= WIDTH
    assert "".join(found).count("龘") == 200 * sum(row.text == report.name for row, _ in shown.rows)


def test_days_that_are_estimates_say_so(samples: dict[str, Loaded]) -> None:
    found = "\n".join(lines(board(samples["east-china-agency"], 400)))
    assert "2027年放假安排尚未公布" in "".join(found.split())


def test_nothing_is_due(samples: dict[str, Loaded]) -> None:
    project = _project(samples)
    assert "没有逾期或者到期的事项" in lines(Board(project, ()))
    early = replace(project, project=replace(project.project, as_of=datetime.date(2020, 1, 1)))
    assert wanted(early, 1, None) == ()


def _project(samples: dict[str, Loaded]) -> Project:
    project = samples["east-china-agency"].project
    assert project is not None
    return project
