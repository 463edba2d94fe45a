"""What was made from what: the manifest of an output folder, kept as lines of JSON beside the documents.

The first line is of the folder, each other one of a project, and what has not changed is written as it was read.
It only ever saves work. A manifest that is lost, torn or from another version counts as empty; what it cannot vouch
for is made again, with the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

FORMAT = 4
FOLDER = ".jiayi"
"""Folder below the output folder that holds the manifest, the lock and what is half-written."""

NAME, SAID = "manifest.json", "said.json"

Findings = list[Any]
"""Diagnostics as plain lists, see ``generator.build.findings``."""


class Mark(NamedTuple):
    """What the system says of a file: size in bytes, times in nanoseconds, inode."""

    size: int
    modified: int
    changed: int
    inode: int


class Printed(NamedTuple):
    """The PDF of a Word document: ``source`` is the SHA-256 of the document it was made from, the others are its own."""

    source: str
    sha: str
    mark: Mark


class Artifact(NamedTuple):
    """One document: ``made_from`` has the hash of each thing that it was made from, packed by :func:`packed_sources`.

    ``sha`` and ``mark`` are of the file as it was written last (empty and zeros where it never was), ``made`` says
    whether the last attempt succeeded, ``pdf`` stands beside it.
    """

    kind: str
    made_from: str
    made: bool
    sha: str
    mark: Mark
    findings: Findings
    pdf: Printed | None = None


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
    """What the last plain build printed, for a run that finds everything as it was; ``mark`` is of its manifest."""

    mark: Mark
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
    lines: dict[str, tuple[Record, bytes]] = {}  # noqa: RUF012  # likewise
    """Each record's line in the file."""


NOWHERE = Mark(-1, 0, 0, 0)


def mark_of(path: str | Path) -> Mark:
    """Return the mark of the file at ``path``, ``NOWHERE`` where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return NOWHERE
    return Mark(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def is_intact(path: str, artifact: Artifact | Printed) -> bool:
    """Return whether the file at ``path`` holds what was written there last."""
    if not artifact.sha:
        return False
    mark = mark_of(path)
    return mark == artifact.mark or (mark.size == artifact.mark.size and sha_of(Path(path)) == artifact.sha)


def sha_of(path: Path) -> str:
    """Return the SHA-256 of the file at ``path``, empty where it cannot be read."""
    try:
        return "" if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def pdf_of(path: str) -> str:
    """Return where the PDF of the document at ``path`` is."""
    return str(PurePosixPath(path).with_suffix(".pdf"))


def files(artifacts: Mapping[str, Artifact]) -> dict[str, str]:
    """Return path and SHA-256 of each document and of each PDF beside one."""
    beside = {pdf_of(path): one.pdf.sha for path, one in artifacts.items() if one.pdf is not None}
    return {path: artifact.sha for path, artifact in artifacts.items()} | beside


def packed_sources(sources: Mapping[str, str]) -> str:
    """Return hashes by label as one text: few of the many in a manifest are ever looked at."""
    return json.dumps(dict(sources), ensure_ascii=False)


def unpacked_sources(packed: str) -> dict[str, str]:
    """Return hashes by label, none where the text holds none."""
    try:
        found = json.loads(packed)
    except (ValueError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def load(output: Path) -> Manifest:
    """Return the manifest of the folder ``output``."""
    path = output / FOLDER / NAME
    return _loaded(path, mark_of(path))


@lru_cache(maxsize=1)
def _loaded(path: Path, _: Mark) -> Manifest:
    try:
        head, *lines = path.read_bytes().splitlines()
        kind, mark, program, workspace, commit, epoch = json.loads(head)
        if kind != FORMAT:
            return Manifest()
        records = [(*_named(line), line) for line in lines]
        return Manifest(
            mark,
            program,
            workspace,
            commit,
            epoch,
            projects={name: record for name, record, _ in records},
            lines={name: (record, line) for name, record, line in records},
        )
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return Manifest()


def in_lines(manifest: Manifest) -> Manifest:
    """Return ``manifest`` with the line of each record, made anew only where the record is."""
    lines = {}
    for name, record in manifest.projects.items():
        known = manifest.lines.get(name)
        lines[name] = known if known and known[0] is record else (record, _json([name, *record]))
    return manifest._replace(lines=lines)


def dump(manifest: Manifest) -> bytes:
    """Return ``manifest`` as the bytes of its file."""
    head = _json([FORMAT, *manifest[: Manifest._fields.index("projects")]])
    return b"\n".join((head, *(line for _, line in in_lines(manifest).lines.values())))


def load_said(output: Path) -> Said | None:
    """Return what the last plain build into ``output`` printed, if the manifest is still the one it left."""
    try:
        said = Said(*json.loads((output / FOLDER / SAID).read_bytes()))
        mark = Mark(*said.mark)
    except (OSError, ValueError, TypeError):
        return None
    return said if mark == mark_of(output / FOLDER / NAME) else None


def dump_said(said: Said) -> bytes:
    """Return ``said`` as the bytes of its file."""
    return _json(said)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _named(line: bytes) -> tuple[str, Record]:
    name, *data = json.loads(line)
    plain = Record(*data)
    artifacts = {path: _artifact(one) for path, one in plain.artifacts.items()}
    return name, plain._replace(artifacts=artifacts)


def _artifact(data: Iterable[Any]) -> Artifact:
    kind, made_from, made, sha, mark, findings, pdf = data
    printed = Printed(pdf[0], pdf[1], Mark(*pdf[2])) if pdf else None
    return Artifact(kind, made_from, made, sha, Mark(*mark), findings, printed)
