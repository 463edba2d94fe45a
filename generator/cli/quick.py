"""``jiayi build`` where nothing has changed: answered from the manifest before anything large is imported.

It reads every input and looks at every output, and gives way to the full command wherever anything is not as it was.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from generator.build import manifest as kept
from generator.build.manifest import Manifest, Said
from generator.build.survey import is_fresh, look, state
from generator.cli.language import terminal_language
from generator.files import find_root, name_of, projects


def answer(arguments: Sequence[str]) -> int | None:
    """Print what a build of the whole workspace would and return its exit status; ``None`` where there is work to do."""
    if list(arguments) != ["build"]:
        return None
    begun = time.perf_counter()
    root = find_root(Path.cwd())
    output = root / "output"
    manifest = kept.load(output)
    said, language = kept.load_said(output), terminal_language()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if said is None or said.language != language or manifest.epoch != epoch:
        return None
    count = _fresh(root, output, manifest, said)
    if count is None:
        return None
    text = closing(count, 0, time.perf_counter() - begun, language)
    report = said.styled if sys.stdout.isatty() else said.plain
    sys.stdout.write("".join(f"{part}\n" for part in (text, report) if part))
    return said.status


def closing(good: int, new: int, seconds: float, language: str) -> str:
    """Return the last line of a build, which left ``good`` documents, ``new`` of them with another content."""
    if language == "zh":
        return f"{good} 份文件（{new} 份有变化），用时 {seconds:.1f} 秒"
    return f"{good} documents ({new} changed) in {seconds:.1f} s"


def _fresh(root: Path, output: Path, manifest: Manifest, said: Said) -> int | None:
    """Return how many documents are as they were, ``None`` where anything is not."""
    paths = projects(root)
    names = [name_of(root, path) for path in paths]
    if names != said.projects or manifest.projects.keys() != set(names):
        return None
    if any(record.orphans for record in manifest.projects.values()):
        return None
    inputs = look(root, paths, manifest, manifest.epoch)
    if inputs.workspace != manifest.workspace:
        return None
    count = 0
    for path in paths:
        one = state(inputs, path, manifest)
        if one.record is None or not is_fresh(one, one.record.kinds, output):
            return None
        count += sum(
            a.made and a.kind in one.record.kinds for a in one.record.artifacts.values() if one.record.sound
        )
    return count
