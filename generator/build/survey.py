"""What has changed since the manifest was written, found by reading bytes alone: nothing is parsed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.build import tool
from generator.build.commits import commits, head
from generator.build.manifest import Manifest, Record, is_intact
from generator.files import FILE, Entry, digest, name_of, read_file, read_project, read_templates


class Inputs(NamedTuple):
    """What all projects of a workspace are made from, as it is now."""

    root: Path
    own_file: Entry | None
    templates: dict[str, bytes]
    workspace: str
    tool_mark: str
    tool: str
    head: str
    epoch: str
    commits: dict[Path, str]


class State(NamedTuple):
    """One project as it is now: its files, the hash of all that it is made from, and what the manifest knows of it."""

    path: Path
    name: str
    entry: Entry
    commit: str
    inputs: str
    record: Record | None


def look(
    root: Path, paths: Iterable[Path], manifest: Manifest, epoch: str, program: tuple[str, str] | None = None
) -> Inputs:
    """Return the present inputs of the workspace at ``root``; git is asked only if the commit changed since.

    ``program`` is mark and hash of the program that runs, where it is known: it stays what it was when it started.
    """
    own_file = read_file(root, root / FILE) if (root / FILE).exists() else None
    templates = read_templates(root)
    named = [part for name in sorted(templates) for part in (name, templates[name])]
    now = head(root)
    mark, whole = program or _program(manifest)
    known = {root / name: record.commit for name, record in manifest.projects.items()}
    wanted = list(paths)
    if now != manifest.head or any(path not in known for path in wanted):
        known = commits(root, wanted) if now else {}
    return Inputs(
        root,
        own_file,
        templates,
        digest(own_file, *named),
        mark,
        whole,
        now,
        epoch,
        known,
    )


def _program(manifest: Manifest) -> tuple[str, str]:
    mark = tool.mark()
    return mark, manifest.tool if mark == manifest.tool_mark else tool.content()


def state(inputs: Inputs, path: Path, manifest: Manifest) -> State:
    """Return the present state of the project at ``path``."""
    entry = read_project(inputs.root, path)
    commit = inputs.commits.get(path, "")
    whole = digest(inputs.tool, inputs.workspace, inputs.epoch, commit, entry)
    name = name_of(inputs.root, path)
    return State(path, name, entry, commit, whole, manifest.projects.get(name))


def is_fresh(one: State, kinds: Iterable[str], output: Path) -> bool:
    """Return whether a build of ``kinds`` would change nothing: same inputs, and each file as it was written."""
    record = one.record
    if record is None or record.inputs != one.inputs or not set(kinds) <= set(record.kinds):
        return False
    wanted = set(kinds)
    return all(
        is_intact(f"{output}/{path}", artifact)
        for path, artifact in record.artifacts.items()
        if artifact.made and artifact.kind in wanted
    )
