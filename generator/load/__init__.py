"""From files to typed projects: read, put together, judge the shape, build, check."""

from __future__ import annotations

from generator.load.project import Loaded, load_project, same_ids
from generator.load.workspace import Workspace, find_root, open_workspace, projects

__all__ = ["Loaded", "Workspace", "find_root", "load_project", "open_workspace", "projects", "same_ids"]
