"""From files to typed projects: put together, judge the shape, build, check."""

from __future__ import annotations

from generator.files import find_root, projects
from generator.load.project import Loaded, load_project, project_of, same_ids
from generator.load.workspace import Workspace, open_workspace, workspace_of

__all__ = [
    "Loaded",
    "Workspace",
    "find_root",
    "load_project",
    "open_workspace",
    "project_of",
    "projects",
    "same_ids",
    "workspace_of",
]
