"""``jiayi portfolio`` and ``jiayi status``: what they print and write, and their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli.app import app
from generator.cli.portfolio import STEM
from generator.report.text import width


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ("--lang", "zh", *words))


def test_the_report_is_written_once(here: Path) -> None:
    first, second = run("portfolio"), run("portfolio")
    assert first.exit_code == second.exit_code == 0, first.output
    assert (here / "output" / f"{STEM}.pdf").read_bytes().startswith(b"%PDF")
    assert "未变" not in first.output
    assert "未变" in second.output


def test_days_ahead_have_a_limit(here: Path) -> None:
    assert run("portfolio", "--within", "91d").exit_code == 2
    assert run("portfolio", "--within", "90d").exit_code == 0


def test_status_is_a_table_of_80_columns(here: Path) -> None:
    found = run("status")
    assert found.exit_code == 0
    assert max(map(width, found.output.split("\n"))) <= 80
    (row,) = json.loads(run("status", "--format", "json").stdout)["projects"]
    assert row["id"] == "east-china-agency"
    assert row["score"] in found.output


def test_a_broken_project_is_told_and_ends_with_1(here: Path) -> None:
    (here / "specs" / "two.yaml").write_text("project: {id: x}\n", encoding="utf-8")
    for command in ("status", "portfolio"):
        found = run(command)
        assert found.exit_code == 1
        assert "S102" in found.stderr
    assert (here / "output" / f"{STEM}.pdf").is_file()


def test_nothing_to_sum_up(here: Path) -> None:
    (here / "specs" / "one.yaml").write_text("project: {id: x}\n", encoding="utf-8")
    assert run("status").exit_code == 1
    assert run("portfolio").exit_code != 0
