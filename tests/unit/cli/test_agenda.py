"""``jiayi due``: its options, its exit codes, projects that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli.agenda import days
from generator.cli.app import app


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ("--lang", "zh", *words))


@pytest.mark.parametrize(("within", "count"), [("14d", 14), ("0", 0), (" 30d ", 30)])
def test_days(within: str, count: int) -> None:
    assert days(within, "zh") == count


@pytest.mark.parametrize("within", ["", "x", "-1", "1w", "99999d", "١٤"])
def test_what_is_no_number_of_days_is_wrong_usage(here: Path, within: str) -> None:
    with pytest.raises(click.UsageError):
        days(within, "zh")
    assert run("due", "--within", within).exit_code == 2


def test_the_list_and_its_json(here: Path) -> None:
    shown = run("due", "--within", "36500d")
    assert shown.exit_code == 0
    rows = json.loads(run("due", "--within", "36500d", "--format", "json").stdout)
    assert rows
    assert {row["project"] for row in rows} == {"east-china-agency"}
    for party in "ab":
        only = json.loads(run("due", "--within", "36500d", "--party", party, "--format", "json").stdout)
        assert {row["party"] for row in only} == {f"party_{party}"}


def test_a_project_that_cannot_be_read_is_told_beside_the_others(here: Path) -> None:
    (here / "specs" / "two.yaml").write_text("project: {id: x}\n", encoding="utf-8")
    found = run("due", "--format", "json", "--within", "36500d")
    assert found.exit_code == 1
    assert json.loads(found.stdout)
    assert "S102" in found.stderr
