"""One project to be built, as values alone: what goes in, and the documents that come out, on whatever machine."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from generator.build import reasons
from generator.build.manifest import Artifact, unpacked_sources
from generator.build.plan import Task, kinds, plan
from generator.build.trace import Hashes, TracedLibrary, TracedOrigin, TracedPlaces, traced
from generator.diagnostics import (
    Code,
    Diagnostic,
    GeneratorError,
    Severity,
    Span,
    Text,
    found,
    has_errors,
)
from generator.documents.kind import Job
from generator.files import Entry
from generator.load import Loaded, Workspace, project_of, workspace_of
from generator.model.project import Project
from generator.model.value import record
from generator.resources import Library

UNEXPECTED = Code(
    "W306",
    Severity.ERROR,
    Text("程序自身出错", "the program itself failed"),
    Text(
        "生成这个项目时程序出错，其他项目照常生成，这个项目上一次的文件保持不变。这是程序的缺陷：请附上消息和项目文件报告。",
        "The program failed on this project; the others are built, and this one keeps its last documents. This is a bug: "
        "please report it with the message and the project's files.",
    ),
)


@record
class Settings:
    """What all projects of a workspace are built with; ``kinds`` are names, in the order of making."""

    root: Path
    own_file: Entry | None
    templates: Mapping[str, bytes]
    kinds: tuple[str, ...]
    epoch: str
    tool: str
    whole: bool = True
    """Whether these are all kinds that the workspace wants."""

    forced: bool = False


@record
class Unit:
    """One project; ``known`` are the documents that it has already, and ``doubtful`` those whose files are not as made."""

    settings: Settings
    entry: Entry
    commit: str
    known: Mapping[str, Artifact]
    doubtful: Mapping[str, Text]


@record
class Product:
    """One document: its bytes, or ``None`` where findings keep it from being made or nothing changed (``kept``)."""

    path: PurePosixPath
    kind: str
    body: bytes | None
    made_from: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...] = ()
    reasons: tuple[Text, ...] = ()
    kept: bool = False


@record
class Outcome:
    """What became of one project: its id and where it stands, its findings, its documents with theirs."""

    name: str
    id: str
    where: Span | None
    diagnostics: tuple[Diagnostic, ...]
    products: tuple[Product, ...]


def created(epoch: str) -> datetime.datetime | None:
    """Return SOURCE_DATE_EPOCH as a time, ``None`` where it is not set; raises ``GeneratorError`` if it is no number."""
    if not epoch:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise GeneratorError(
            Text(
                f"SOURCE_DATE_EPOCH 不是秒数：{epoch}", f"SOURCE_DATE_EPOCH is no number of seconds: {epoch}"
            )
        ) from error


@lru_cache(maxsize=4)
def _workspace(root: Path, own_file: Entry | None, own: tuple[tuple[str, bytes], ...]) -> Workspace:
    return workspace_of(root, own_file, Library(dict(own)))


def workspace(settings: Settings) -> Workspace:
    """Return the workspace of ``settings``, read once for all its projects."""
    return _workspace(settings.root, settings.own_file, tuple(sorted(settings.templates.items())))


def load(unit: Unit) -> Loaded:
    """Return the project of ``unit`` with all its findings."""
    return project_of(workspace(unit.settings), unit.entry)


def products(unit: Unit, loaded: Loaded) -> Iterator[Product]:
    """Yield every document of a sound project, in the order of the plan; those that are not stale are ``kept``.

    A project with errors yields none, and an error in jiayi.yaml counts as one of every project: language and kinds
    would not be those that were meant.
    """
    space = workspace(unit.settings)
    if (
        loaded.project is None
        or loaded.merged is None
        or has_errors((*loaded.diagnostics, *space.diagnostics))
    ):
        return
    wanted = [kind for kind in kinds(space.library, space.language) if kind.name in unit.settings.kinds]
    tasks, clashes = plan(loaded.project, wanted)
    if clashes:
        yield Product(PurePosixPath(loaded.name), "", None, {}, loaded.locate(clashes))
        return
    settings = unit.settings
    fixed = {
        "tool": settings.tool,
        "language": space.language,
        "page": space.page,
        "date": settings.epoch,
        "commit": unit.commit,
    }
    hashes = Hashes(loaded.merged.data, space.library, fixed, loaded.sources)
    for task in tasks:
        why = _stale(unit, task, hashes)
        if why:
            made = _rendered(task, loaded, loaded.project, space, hashes)
            yield replace(made, reasons=why)
        else:
            yield Product(task.path, task.kind.name, None, {}, kept=True)


def _stale(unit: Unit, task: Task, hashes: Hashes) -> tuple[Text, ...]:
    """Return why a document is to be made, nothing where it is as a new build would make it."""
    if unit.settings.forced:
        return (reasons.FORCED,)
    path = str(task.path)
    known = unit.known.get(path)
    if known is None:
        return (reasons.NEW,)
    before = unpacked_sources(known.made_from)
    now = {label: hashes.of(label) for label in before} | {"item": _item(task)}
    why = reasons.changed(before, now)
    if path in unit.doubtful:
        why = (*why, unit.doubtful[path])
    if not why and (known.findings or not known.made):
        why = (reasons.FAILED,)  # lines may have moved since they were located
    return why


def _item(task: Task) -> str:
    return f"{task.kind.name} {task.item!r}"


def _rendered(task: Task, loaded: Loaded, whole: Project, space: Workspace, hashes: Hashes) -> Product:
    read: set[str] = set()
    library = TracedLibrary(space.library.own)
    project = traced(whole, read)
    origin = TracedOrigin(project, read, hashes, created(hashes.fixed["date"]), hashes.fixed["commit"])
    places = TracedPlaces(loaded.merged)
    rendered = task.kind.render(
        Job(project, task.item, space.language, library, origin, space.page, places.where)
    )
    findings = loaded.locate(rendered.diagnostics)
    body = None if has_errors(findings) else rendered.body
    made_from = hashes.made_from(read | {"project"}, library.asked, places.asked) | {"item": _item(task)}
    return Product(task.path, task.kind.name, body, made_from, findings)


def work(unit: Unit) -> Outcome:
    """Return what becomes of one project; pure, so that any process or machine may do it.

    A bug in one project is a finding (W306): it must not take the others with it.
    """
    try:
        loaded = load(unit)
        return outcome(loaded, tuple(products(unit, loaded)))
    except GeneratorError as error:
        return failed(unit.entry.name, found(UNEXPECTED, error.message, hint=error.hint))
    except Exception as error:  # noqa: BLE001  # whatever it is, the other projects go on
        return failed(unit.entry.name, unexpected(error))


def outcome(loaded: Loaded, made: tuple[Product, ...]) -> Outcome:
    """Return the outcome of a loaded project with its documents."""
    if loaded.project is None or loaded.merged is None:
        return Outcome(loaded.name, "", None, loaded.diagnostics, made)
    where = loaded.merged.span(("project", "id"))
    return Outcome(loaded.name, loaded.project.project.id, where, loaded.diagnostics, made)


def failed(name: str, finding: Diagnostic) -> Outcome:
    """Return the outcome of a project that could not be worked on."""
    return Outcome(name, "", None, (finding,), ())


def unexpected(error: BaseException) -> Diagnostic:
    """Return the finding for an error that is the program's own."""
    import traceback  # noqa: PLC0415  # used where something failed

    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    what = f"{type(error).__name__}: {error} ({place})"
    return found(UNEXPECTED, Text(f"程序出错：{what}", f"the program failed: {what}"))
