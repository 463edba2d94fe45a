"""What was made from what: the manifest of an output folder, kept as JSON beside the documents.

It only ever saves work. A manifest that is lost, torn or from another version counts as empty; what it cannot vouch
for is made again, with the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

FORMAT = 1
FOLDER = ".jiayi"
"""Folder below the output folder that holds the manifest, the lock and what is half-written."""

NAME = "manifest.json"

Findings = list[Any]
"""Diagnostics as plain lists, see ``generator.build.findings``."""


class Mark(NamedTuple):
    """What the system says of a file: size in bytes, times in nanoseconds, inode."""

    size: int
    modified: int
    changed: int
    inode: int


class Artifact(NamedTuple):
    """One document: ``made_from`` has the hash of each thing that it was made from.

    ``sha`` and ``mark`` are of the file as it was written last (empty and zeros where it never was), ``made`` says
    whether the last attempt succeeded.
    """

    kind: str
    made_from: dict[str, str]
    made: bool
    sha: str
    mark: Mark
    findings: Findings


class Record(NamedTuple):
    """One project: ``inputs`` is the hash of all that was read for it, ``kinds`` are those that were asked for then.

    ``sound`` says whether it could be planned; if not, ``artifacts`` are those of the last time that it could.
    """

    inputs: str
    name: str
    id: str
    where: list[Any]
    kinds: list[str]
    commit: str
    sound: bool
    artifacts: dict[str, Artifact]
    orphans: dict[str, str]
    findings: Findings


class Said(NamedTuple):
    """What the last plain build printed, for a run that finds everything as it was."""

    projects: list[str]
    language: str
    styled: str
    plain: str
    status: int


class Manifest(NamedTuple):
    """All that is known of an output folder; ``workspace`` is the hash of jiayi.yaml and the workspace's templates."""

    tool_mark: str = ""
    tool: str = ""
    workspace: str = ""
    head: str = ""
    epoch: str = ""
    projects: dict[str, Record] = {}  # noqa: RUF012  # replaced, never changed in place
    said: Said | None = None


NOWHERE = Mark(-1, 0, 0, 0)


def mark_of(path: str | Path) -> Mark:
    """Return the mark of the file at ``path``, ``NOWHERE`` where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return NOWHERE
    return Mark(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def is_intact(path: Path, artifact: Artifact) -> bool:
    """Return whether the file at ``path`` holds what was written there last."""
    if not artifact.sha:
        return False
    mark = mark_of(path)
    return mark == artifact.mark or (mark.size == artifact.mark.size and sha_of(path) == artifact.sha)


def sha_of(path: Path) -> str:
    """Return the SHA-256 of the file at ``path``, empty where it cannot be read."""
    try:
        return "" if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def load(output: Path) -> Manifest:
    """Return the manifest of the folder ``output``."""
    try:
        data = json.loads((output / FOLDER / NAME).read_bytes())
        return _manifest(data[1]) if data[0] == FORMAT else Manifest()
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return Manifest()


def dump(manifest: Manifest) -> bytes:
    """Return ``manifest`` as the bytes of its file."""
    return json.dumps([FORMAT, manifest], ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _manifest(data: list[Any]) -> Manifest:
    plain = Manifest(*data)
    projects = {str(name): _record(list(record)) for name, record in plain.projects.items()}
    return plain._replace(projects=projects, said=Said(*plain.said) if plain.said else None)


def _record(data: list[Any]) -> Record:
    plain = Record(*data)
    return plain._replace(
        artifacts={str(path): _artifact(list(one)) for path, one in plain.artifacts.items()}
    )


def _artifact(data: list[Any]) -> Artifact:
    plain = Artifact(*data)
    return plain._replace(made_from=dict(plain.made_from), mark=Mark(*plain.mark))
