"""``jiayi new``: a project of a kind from its starter, with a workspace where there is none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click

from generator import resources
from generator.build.names import safe
from generator.diagnostics import GeneratorError, Text
from generator.files import FILE, find_root


def start(path: Path, kind: str, name: str | None, language: str) -> Iterator[Path]:
    """Yield each file as it is created; an existing file is never overwritten (exit code 2)."""
    root = find_root(path.resolve().parent)
    inside = (root / FILE).is_file() or (root / "specs").is_dir()
    identity = re.sub(r"[^a-z0-9-]+", "-", path.name.removesuffix(".yaml").lower()).strip("-") or "project"
    target = root if inside else path.resolve()
    files = {
        target / "specs" / safe(identity[:48], ".yaml"): _starter(kind, identity[:48], name or path.name)
    }
    if not inside:
        files[target / FILE] = _text("jiayi.yaml")
        files[target / ".gitignore"] = "/output/\n"
    for file in files:
        if file.exists():
            raise click.UsageError(
                Text(f"{file} 已存在，不覆盖", f"{file} exists and is not overwritten").of(language)
            )
    for file, text in files.items():
        _create(file, text)
        yield Path(os.path.relpath(file))


def _starter(kind: str, identity: str, name: str) -> str:
    return _text(f"{kind}.yaml").replace("{id}", identity).replace("{name}", _quotable(name))


def _quotable(name: str) -> str:
    return re.sub(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\\"]', "_", name).strip() or "project"


def _text(name: str) -> str:
    text = resources.templates().joinpath("starters", name).read_text(encoding="utf-8")
    return text.replace("{schema}", _schemas())


def _create(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open(
            "x", encoding="utf-8", newline="\n"
        ) as new:  # where anything is, even a link, it fails
            new.write(text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise GeneratorError(Text(f"无法写入 {file}：{reason}", f"cannot write {file}: {reason}")) from error


def _schemas() -> str:
    """Return where an editor finds the schemas: those of the installed program, as a file address."""
    with resources.as_folder(resources.schemas()) as folder:
        return folder.as_uri()
