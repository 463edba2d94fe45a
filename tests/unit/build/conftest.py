"""A workspace with one project."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import BASE, Space


@pytest.fixture
def space(tmp_path: Path) -> Space:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "one.yaml").write_bytes(BASE.read_bytes())
    return Space(tmp_path)
