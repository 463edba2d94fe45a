"""The user's own folder for what builds of every workspace have in common: compiled templates and clauses."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from generator import shelf

NAME = "compiled"
ENOUGH = 40
"""Things worked out anew from which on a worker keeps them without waiting for its end."""


def folder() -> Path | None:
    """Return the folder for caches of this user as the system has it, ``None`` where there is none."""
    given = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    if given and Path(given).is_absolute():
        return Path(given, "jiayi")
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "jiayi"


def take(program: str) -> None:
    """Have compiled templates and clauses of earlier builds by ``program`` at hand, where nobody else can have put them."""
    place = folder()
    if place is None:
        return
    with contextlib.suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(place):
            return
        file = place / NAME
        shelf.fill(program, file.read_bytes() if file.is_file() and _is_ours(file) else b"")


def keep(least: int = 1) -> None:
    """Keep what was compiled for the next build, where it is ``least`` things or more; one that cannot is only slower."""
    place = folder()
    if place is None or shelf.fresh() < least:
        return
    with contextlib.suppress(OSError):
        handle, name = tempfile.mkstemp(dir=place)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(shelf.dump())
            Path(name).replace(place / NAME)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _is_ours(path: Path) -> bool:
    """Return whether only this user may write to ``path``: what lies there is run."""
    if os.name != "posix":
        return True
    found = path.lstat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022
