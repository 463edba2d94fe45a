"""From the paths a user names to the workspace and projects they mean."""

from __future__ import annotations

from pathlib import Path

import click

from generator.diagnostics import Text
from generator.files import FILE, SPECS, find_root, projects


def select(paths: tuple[Path, ...], language: str) -> tuple[Path, tuple[Path, ...]]:
    """Return the workspace's root and the projects that ``paths`` mean.

    Nothing is the workspace here, a file inside a project folder is its project.

    Raises ``click.UsageError`` (exit code 2) where a path does not exist, lies in another workspace, or there is no project.
    """
    for path in paths:
        if not path.exists():
            raise click.UsageError(
                Text(f"没有这个文件或文件夹：{path}", f"no such file or folder: {path}").of(language)
            )
    roots = {find_root(path.resolve()) for path in paths} or {find_root(Path.cwd())}
    if len(roots) > 1:
        raise click.UsageError(
            Text("路径分属不同的工作区", "the paths belong to different workspaces").of(language)
        )
    root = roots.pop()
    chosen: dict[Path, None] = {}
    for path in paths or (root,):
        chosen.update(dict.fromkeys(_projects(root, path.resolve())))
    if not chosen:
        message = Text(
            f"{root} 中没有项目；用 jiayi new 新建", f"there is no project in {root}; make one with jiayi new"
        )
        raise click.UsageError(message.of(language))
    return root, tuple(chosen)


def _projects(root: Path, path: Path) -> tuple[Path, ...]:
    if path in (root, root / SPECS, root / FILE):
        return projects(root)
    specs = root / SPECS
    if path.is_relative_to(specs):
        return (specs / path.relative_to(specs).parts[0],)
    return (path,)
