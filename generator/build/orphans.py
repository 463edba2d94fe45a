"""Documents whose source is gone: told always, removed only when asked, and only where they are as they were made."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from generator.build.manifest import Manifest, Record, files, sha_of
from generator.build.write import remove
from generator.diagnostics import Code, Diagnostic, Severity, Text, found

TOUCHED = Code(
    "W304",
    Severity.WARNING,
    Text("改动过的文件不删除", "a changed file is not removed"),
    Text(
        "这份文件的来源已经删去，但文件生成后被改动过，所以保留。确认不再需要后请手工删除。",
        "The source of this document is gone, yet the document was changed after it was made, so it stays. "
        "Remove it by hand once nobody needs it.",
    ),
)


def orphans(manifest: Manifest, there: Iterable[str]) -> dict[str, str]:
    """Return path and SHA-256 of every document without a source; ``there`` are the names of the projects there are."""
    projects, alive = manifest.projects, set(there)
    found_here: dict[str, str] = {}
    for name, record in projects.items():
        found_here |= record.orphans
        if name not in alive:
            found_here |= {path: sha for path, sha in files(record.artifacts).items() if sha}
    owned = {path for name in alive & projects.keys() for path in files(projects[name].artifacts)}
    return {path: sha for path, sha in sorted(found_here.items()) if path not in owned}


def prune(
    output: Path, manifest: Manifest, there: Iterable[str]
) -> tuple[Manifest, tuple[Path, ...], list[Diagnostic]]:
    """Remove the orphans below ``output``; return the manifest without them, what was removed, and what was left.

    Raises ``GeneratorError`` where the system refuses.
    """
    alive = set(there)
    removed, findings = list[Path](), list[Diagnostic]()
    for name, sha in orphans(manifest, alive).items():
        path = output / name
        if not path.is_symlink() and not path.exists():
            continue
        if sha_of(path) == sha:
            remove(path)
            removed.append(path)
            with contextlib.suppress(OSError):  # other files are in it
                path.parent.rmdir()
        else:
            message = Text(
                f"{path} 生成后被改动过，未删除", f"{path} was changed after it was made and is kept"
            )
            findings.append(found(TOUCHED, message))
    projects = {name: _without(record) for name, record in manifest.projects.items() if name in alive}
    return manifest._replace(projects=projects), tuple(removed), findings


def _without(record: Record) -> Record:
    return record._replace(orphans={})
