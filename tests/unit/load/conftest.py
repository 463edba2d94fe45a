"""A workspace to load from."""

from __future__ import annotations

from pathlib import Path

import pytest

BASE = Path(__file__).parents[2] / "cases" / "base.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with one sound project in one file."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "one.yaml").write_bytes(BASE.read_bytes())
    return tmp_path
