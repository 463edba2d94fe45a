"""What many tests share: the samples as loaded."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from support import ROOT

from generator import shelf
from generator.cli.starting import start
from generator.load import Loaded, load_project, open_workspace, projects
from generator.model.profile import ProjectKind

settings.register_profile("same", derandomize=True)
settings.load_profile(os.environ.get("JIAYI_EXAMPLES", "same"))
"""Every run tries the same examples; JIAYI_EXAMPLES=default tries others each time."""


@pytest.fixture(scope="session")
def samples() -> dict[str, Loaded]:
    """The three sample projects by name."""
    workspace = open_workspace(ROOT)
    return {path.stem: load_project(workspace, path) for path in projects(ROOT)}


@pytest.fixture(scope="session")
def starters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Loaded]:
    """The example project of each kind of contract, by the kind's name."""
    root = tmp_path_factory.mktemp("starters")
    made = {kind.value: list(start(root / kind, kind, "示例", "zh")) for kind in ProjectKind}
    return {
        kind: load_project(open_workspace(root / kind), (root / kind / "specs").glob("*.yaml").__next__())
        for kind in made
    }


@pytest.fixture(scope="session", autouse=True)
def own_caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Caches of the tests lie in a folder of theirs."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("caches")))
        yield


@pytest.fixture(autouse=True)
def bare_shelf() -> Iterator[None]:
    """No test has what another one has compiled."""
    yield
    shelf.fill("", b"")
