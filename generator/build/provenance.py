"""What a document says of its own origin: date, spec hash, git commit, tool version."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

from generator import __version__
from generator.diagnostics import GeneratorError, Text
from generator.documents.kind import Provenance
from generator.load import Loaded


def created(as_of: datetime.date, epoch: str | None) -> datetime.datetime:
    """Return the creation time of documents: ``epoch`` (SOURCE_DATE_EPOCH) if given, else the project's own date, UTC."""
    if epoch:
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise GeneratorError(
                Text(
                    f"SOURCE_DATE_EPOCH 不是秒数：{epoch}",
                    f"SOURCE_DATE_EPOCH is no number of seconds: {epoch}",
                )
            ) from error
    return datetime.datetime.combine(as_of, datetime.time(), datetime.UTC)


def commit(root: Path, path: Path) -> str:
    """Return the last commit that touched ``path``, or an empty text where git has nothing to say."""
    command = [
        "git",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "log.showSignature=false",
        "-C",
        str(root),
        "log",
        "-1",
        "--format=%H",
        "--",
        str(path),
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)  # noqa: S603  # fixed words
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def provenance(root: Path, path: Path, loaded: Loaded, epoch: str | None) -> Provenance:
    """Return the origin of the documents of one loaded project."""
    as_of = loaded.project.project.as_of if loaded.project else datetime.date(1980, 1, 1)
    return Provenance(created(as_of, epoch), loaded.spec_hash, commit(root, path), __version__)
