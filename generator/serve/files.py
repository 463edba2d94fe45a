"""The documents of a snapshot on disk, and nothing else that may lie there."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.serve.snapshot import Document, ProjectView, Snapshot

Mark = tuple[int, int, int]


@dataclass(slots=True)
class Files:
    """The documents below ``output``; remembers the hash of each file that has not changed since."""

    output: Path
    _sealed: dict[str, tuple[ProjectView, ProjectView]] = field(default_factory=dict)
    _seen: dict[str, tuple[Mark, str]] = field(default_factory=dict)

    def sealed(self, snapshot: Snapshot) -> Snapshot:
        """Return ``snapshot`` with the SHA-256 of each document, empty for one whose file cannot be read.

        A project that is the same object as last time is as it was: its files are not looked at again.
        """
        sealed = {one.key: self._project(one) for one in snapshot.projects}
        self._sealed = {one.key: (one, sealed[one.key]) for one in snapshot.projects}
        return replace(snapshot, projects=tuple(sealed[one.key] for one in snapshot.projects))

    def read(self, path: str) -> bytes | None:
        """Return the file at ``path`` below the output folder, ``None`` where it is none or reached through a link."""
        try:
            place = _plain_path(self.output, path)
            if place is None:
                return None
            handle = os.open(place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
            with os.fdopen(handle, "rb") as file:
                return file.read() if stat.S_ISREG(os.fstat(handle).st_mode) else None
        except (OSError, ValueError):
            return None

    def _project(self, project: ProjectView) -> ProjectView:
        known = self._sealed.get(project.key)
        if known and known[0] is project:
            return known[1]
        documents = tuple(replace(one, sha=self._sha(one)) for one in project.documents)
        return replace(project, documents=documents)

    def _sha(self, document: Document) -> str:
        try:
            found = (self.output / document.path).lstat()
        except (OSError, ValueError):
            return ""
        mark = (found.st_size, found.st_mtime_ns, found.st_ino)
        known = self._seen.get(document.path)
        if known and known[0] == mark:
            return known[1]
        body = self.read(document.path)
        sha = hashlib.sha256(body).hexdigest() if body is not None else ""
        self._seen[document.path] = (mark, sha)
        return sha


def _plain_path(output: Path, path: str) -> Path | None:
    """Return the place of ``path``, ``None`` where it is not plainly below ``output``."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
        return None
    place = output
    for part in parts:
        place = place / part
        if place.is_symlink():
            return None
    return place if place.resolve().is_relative_to(output.resolve()) and place.is_file() else None
