"""What unit tests share."""

from __future__ import annotations

import pytest
from support import OCTOBER

from generator.files import projects
from generator.load import Loaded, load_project, open_workspace


@pytest.fixture(scope="session")
def samples() -> dict[str, Loaded]:
    """The three samples as they were in October, by name."""
    workspace = open_workspace(OCTOBER)
    return {path.stem: load_project(workspace, path) for path in projects(OCTOBER)}
