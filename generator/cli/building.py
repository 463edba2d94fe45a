"""``jiayi build``: go through the projects, say what is made, keep the findings."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from generator.build import Made, Options, build_project, clean, kinds, lock
from generator.diagnostics import Diagnostic, Text, has_errors
from generator.documents.kind import DocumentKind
from generator.load import Loaded, Workspace, same_ids
from generator.report.text import visible

LONG = 3
"""From this many projects on, a terminal gets a progress bar."""


def build_all(
    workspace: Workspace,
    loaded: Mapping[Path, Loaded],
    only: Sequence[str],
    output: Path | None,
    epoch: str | None,
    language: str,
    *,
    show: bool,
) -> list[Diagnostic]:
    """Make the documents of all sound projects and return the findings of making them."""
    folder = output or workspace.output
    options = Options(folder, _wanted(workspace, only, language), epoch)
    taken = same_ids(loaded)
    findings: list[Diagnostic] = []
    made: list[Made] = []
    begun = time.perf_counter()
    with lock(folder), _progress(len(loaded), show) as advance:
        clean(folder)
        for path, one in loaded.items():
            if path not in taken:
                for document in build_project(workspace, path, one, options):
                    made.append(document)
                    findings.extend(document.diagnostics)
                    if show:
                        click.echo(_line(document, folder, language))
            if show and (path in taken or has_errors((*one.diagnostics, *workspace.diagnostics))):
                name = visible(one.name)
                click.echo(Text(f"✗ {name}：有错误，未生成", f"✗ {name}: has errors, not built").of(language))
            advance()
    if show:
        click.echo(_closing(made, time.perf_counter() - begun, language))
    return findings


def _wanted(workspace: Workspace, only: Sequence[str], language: str) -> tuple[DocumentKind, ...]:
    known = kinds(workspace.library, workspace.language)
    names = tuple(only) or (workspace.settings.documents if workspace.settings else ())
    unknown = [name for name in names if name not in {kind.name for kind in known}]
    if unknown:
        choices = ", ".join(kind.name for kind in known)
        message = Text(
            f"没有这种文件：{', '.join(unknown)}；可选：{choices}",
            f"no such kind: {', '.join(unknown)}; choices: {choices}",
        )
        raise click.UsageError(message.of(language))
    return tuple(kind for kind in known if not names or kind.name in names)


def _line(made: Made, folder: Path, language: str) -> str:
    shown = _short(folder / made.path)
    if made.written is None:
        return f"✗ {shown}"
    note = "" if made.written else Text("（未变）", " (unchanged)").of(language)
    return f"✓ {shown}{note}"


def _short(path: Path) -> str:
    return visible(str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path))


def _closing(made: Sequence[Made], seconds: float, language: str) -> str:
    good = sum(one.written is not None for one in made)
    new = sum(bool(one.written) for one in made)
    return Text(
        f"{good} 份文件（{new} 份有变化），用时 {seconds:.1f} 秒",
        f"{good} documents ({new} changed) in {seconds:.1f} s",
    ).of(language)


def _nothing() -> None:
    pass


@contextmanager
def _progress(total: int, show: bool) -> Iterator[Callable[[], None]]:
    if not show or total < LONG or not sys.stdout.isatty():
        yield _nothing
        return
    from rich.progress import Progress  # noqa: PLC0415  # slow to import, needed for long runs only

    with Progress(transient=True) as progress:
        task = progress.add_task("jiayi", total=total)
        yield partial(progress.advance, task)
