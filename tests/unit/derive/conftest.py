"""The sample projects."""

from __future__ import annotations

from functools import cache

import pytest
from support import OCTOBER

from generator.load import load_project, open_workspace
from generator.model.project import Project


@cache
def sample(path: str) -> Project:
    loaded = load_project(open_workspace(OCTOBER), OCTOBER / "specs" / path)
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
