"""Whether an office program has a document open, by the owner file that it keeps beside it."""

from __future__ import annotations

from pathlib import Path


def owner_file(path: Path) -> Path | None:
    """Return the owner file of Word or WPS (``~$…``) or LibreOffice (``.~lock.…#``) beside ``path``, if there is one.

    Word puts ``~$`` before a short name and in place of the first one or two characters of a longer one.
    """
    name = path.name
    for owner in (f"~${name[2:]}", f"~${name[1:]}", f"~${name}", f".~lock.{name}#"):
        if path.with_name(owner).exists():
            return path.with_name(owner)
    return None
