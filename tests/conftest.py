"""What many tests share: the samples as loaded."""

from __future__ import annotations

import pytest
from support import ROOT

from generator.load import Loaded, load_project, open_workspace, projects


@pytest.fixture(scope="session")
def samples() -> dict[str, Loaded]:
    """The three sample projects by name."""
    workspace = open_workspace(ROOT)
    return {path.stem: load_project(workspace, path) for path in projects(ROOT)}
