"""The bench runs: one quick row, as a table, as JSON and as Markdown. Figures are for ``make bench``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_one_quick_row_as_markdown_and_as_json(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    command = [
        sys.executable,
        "tests/bench/run.py",
        "--quick",
        "--only",
        "cold-check",
        "--markdown",
        "--json",
        file,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("| what | jiayi |")
    (line,) = json.loads(file.read_text(encoding="utf-8"))["lines"]
    assert line["ours"] > 0, line["note"]
    assert line["theirs"] > 0


def test_a_row_that_fails_says_why_and_stops_no_other(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests/bench'); import run\n"
        "def broken(_): raise ValueError('no such thing')\n"
        "def whole(_): yield run.Line('whole', 1.0)\n"
        "run.ROWS = {'broken': broken, 'whole': whole}; sys.argv = ['run.py']; run.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "failed: ValueError: no such thing" in done.stdout, done.stderr
    assert "whole" in done.stdout
