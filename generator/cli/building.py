"""``jiayi build``: go through the projects, say what is made, keep the findings."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import click

from generator.build import cache, printed
from generator.build import manifest as kept
from generator.build.batch import workers
from generator.build.builder import Builder, Built, Made
from generator.build.manifest import Manifest, Said
from generator.build.orphans import orphans, prune
from generator.build.plan import kinds
from generator.build.reasons import joined
from generator.build.survey import Inputs, look
from generator.build.unit import Settings, created, workspace
from generator.build.write import clean, lock, write_manifest
from generator.cli.quick import closing
from generator.diagnostics import Diagnostic, Text
from generator.files import name_of, projects
from generator.load import Workspace
from generator.report.text import visible

LONG = 3
"""From this many projects on, a terminal gets a progress bar."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for: projects, kinds, folder, and how to go about it."""

    root: Path
    paths: tuple[Path, ...]
    only: tuple[str, ...] = ()
    output: Path | None = None
    epoch: str = ""
    forced: bool = False
    prune: bool = False
    explain: bool = False
    jobs: int | None = None
    executor: str | None = None
    show: bool = True
    pdf: bool = False


@dataclass(slots=True)
class Told:
    """What a build found and made."""

    findings: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    made: list[Made] = field(default_factory=list)
    quick: Callable[[Said], None] | None = None


def build_all(wanted: Wanted, language: str) -> Told:
    """Make what is stale of the projects wanted and return all findings; raises ``click.UsageError`` for a wrong kind."""
    created(wanted.epoch)
    soffice = _soffice() if wanted.pdf else ""
    output = wanted.output or wanted.root / "output"
    begun = time.perf_counter()
    with lock(output):
        clean(output)
        manifest = kept.load(output)
        inputs = look(wanted.root, wanted.paths, manifest, wanted.epoch)
        cache.take(inputs.tool)
        settings, space = settled(inputs, wanted.only, language, forced=wanted.forced)
        told = Told(list(space.diagnostics), _own_text(space))
        builder = Builder(inputs, output, settings, manifest)
        looked = tuple(builder.survey(wanted.paths))
        count = sum(fresh is None for _, fresh in looked)
        with (
            workers(wanted.executor, wanted.jobs, count, inputs.tool) as pool,
            _progress(len(wanted.paths), wanted.show) as step,
        ):
            for event in builder.build(looked, pool):
                _tell(event, told, wanted, output, language)
                if isinstance(event, Built):
                    step()
        cache.keep()
        after = builder.after()
        there = [name_of(wanted.root, path) for path in projects(wanted.root)]
        if wanted.prune:
            after, removed, findings = prune(output, after, there)
            told.findings += findings
            _show(
                wanted,
                (Text(f"− {_short(p)}（已删除）", f"- {_short(p)} (removed)").of(language) for p in removed),
            )
        elif left := orphans(after, there):
            note = f"{len(left)} 份文件的来源已删去，用 --prune 删除"
            _show(
                wanted,
                [
                    Text(note, f"{len(left)} documents have no source any more; --prune removes them").of(
                        language
                    )
                ],
            )
        write_manifest(output, kept.dump(after))
        if wanted.pdf:
            after = _print(soffice, output, after, settings, told, wanted, language)
            write_manifest(output, kept.dump(after))
        old = printed.outdated(output, after, there)
        told.findings += old
        if wanted.show:
            good, new = (sum(map(test, told.made)) for test in (_is_there, _is_new))
            click.echo(closing(good, new, time.perf_counter() - begun, language))
        if not (wanted.only or wanted.output or wanted.pdf or old):
            mark = kept.mark_of(output / kept.FOLDER / kept.NAME)
            told.quick = lambda said: write_manifest(
                output, kept.dump_said(said._replace(mark=mark)), kept.SAID
            )
    return told


def _soffice() -> str:
    from generator.build import office  # noqa: PLC0415  # what starts processes, imported for --pdf alone

    return office.program()


def _print(  # what a build has at hand
    soffice: str,
    output: Path,
    manifest: Manifest,
    settings: Settings,
    told: Told,
    wanted: Wanted,
    language: str,
) -> Manifest:
    """Make the PDFs that are stale, say so, and return the manifest that knows of them."""
    names = [name_of(wanted.root, path) for path in wanted.paths]
    after, made = printed.make(soffice, output, manifest, names, settings.kinds, forced=wanted.forced)
    for event in made:
        _tell(event, told, wanted, output, language)
    return after


def said(wanted: Wanted, report: str, status: int, language: str) -> Said:
    """Return what a plain build of ``wanted`` has printed, for the next one that finds everything as it is."""
    names = [name_of(wanted.root, path) for path in wanted.paths]
    return Said(kept.NOWHERE, names, language, report, click.unstyle(report), status)


def settled(
    inputs: Inputs, only: Sequence[str], language: str, *, forced: bool = False
) -> tuple[Settings, Workspace]:
    """Return what all projects are built with; raises ``click.UsageError`` for a kind that does not exist."""
    own = (inputs.root, inputs.own_file, inputs.templates)
    settings = Settings(*own, (), inputs.epoch, inputs.tool, not only, forced)
    space = workspace(settings)
    known = kinds(space.library, space.language)
    names = tuple(only) or (space.settings.documents if space.settings else ())
    unknown = [name for name in names if name not in {kind.name for kind in known}]
    if unknown:
        choices = ", ".join(kind.name for kind in known)
        message = Text(
            f"没有这种文件：{', '.join(unknown)}；可选：{choices}",
            f"no such kind: {', '.join(unknown)}; choices: {choices}",
        )
        raise click.UsageError(message.of(language))
    chosen = tuple(kind.name for kind in known if not names or kind.name in names)
    return replace(settings, kinds=chosen), space


def _own_text(space: Workspace) -> dict[str, str]:
    return {space.source.file: space.source.text} if space.source else {}


def _tell(event: Made | Built, told: Told, wanted: Wanted, output: Path, language: str) -> None:
    told.findings += event.diagnostics
    if isinstance(event, Made):
        told.made.append(event)
        if event.written or event.written is None or (wanted.explain and event.reasons):
            _show(wanted, [line(event, output, language, explain=wanted.explain)])
        return
    told.sources.update(event.sources)
    if not event.sound:
        name = visible(event.name)
        _show(wanted, [Text(f"✗ {name}：有错误，未生成", f"✗ {name}: has errors, not built").of(language)])


def _show(wanted: Wanted, lines: Sequence[str] | Iterator[str]) -> None:
    if wanted.show:
        for one in lines:
            click.echo(one)


def line(made: Made, folder: Path, language: str, *, explain: bool = False) -> str:
    """Return one line for a document: whether it was made, and why if that was asked."""
    shown = _short(folder / made.path)
    mark = "✗" if made.written is None else "✓"
    note = Text("（未变）", " (unchanged)").of(language) if made.written is False else ""
    why = f"  ← {visible(joined(made.reasons).of(language))}" if explain and made.reasons else ""
    return f"{mark} {shown}{note}{why}"


def _short(path: Path) -> str:
    return visible(str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path))


def _is_there(made: Made) -> bool:
    return made.written is not None


def _is_new(made: Made) -> bool:
    return bool(made.written)


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
