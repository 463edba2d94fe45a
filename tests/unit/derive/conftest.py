"""The sample projects."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator.load import load_project, open_workspace
from generator.model.project import Project

ROOT = Path(__file__).parents[3]


@cache
def sample(path: str) -> Project:
    loaded = load_project(open_workspace(ROOT), ROOT / "specs" / path)
    assert loaded.project, loaded.diagnostics
    return loaded.project


@pytest.fixture
def agency() -> Project:
    return sample("east-china-agency")


@pytest.fixture
def service() -> Project:
    return sample("service-desk-outsourcing.yaml")


@pytest.fixture
def technical() -> Project:
    return sample("warehouse-system")
