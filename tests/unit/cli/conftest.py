"""A workspace to run commands in."""

from __future__ import annotations

from pathlib import Path

import pytest

BASE = Path(__file__).parents[2] / "cases" / "base.yaml"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one sound project, as the current folder."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "one.yaml").write_bytes(BASE.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path
