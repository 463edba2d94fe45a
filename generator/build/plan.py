"""Which documents a project gets, and where each is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.build.names import safe
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.documents import packaged_kinds
from generator.documents.custom import custom_kinds
from generator.documents.kind import DocumentKind, Item
from generator.model.project import Project
from generator.model.value import record
from generator.resources import Library

SAME_FILE = Code(
    "W301",
    Severity.ERROR,
    Text("两份文件同名", "two documents have the same file name"),
    Text(
        "两份文件会写到同一个位置（只有大小写不同也算同名）。给会议、评价等换一个编号。",
        "Two documents would be written to the same place (names that differ in case only count as the same). "
        "Give the meeting, evaluation and so on another id.",
    ),
)


@record
class Task:
    """One document to be made, and its place below the output folder."""

    kind: DocumentKind
    item: Item
    path: PurePosixPath


def kinds(library: Library, language: str) -> tuple[DocumentKind, ...]:
    """Return all kinds there are: the packaged ones, then those that the workspace's own templates add."""
    return (*packaged_kinds(), *custom_kinds(library, language))


def plan(project: Project, wanted: Iterable[DocumentKind]) -> tuple[tuple[Task, ...], tuple[Diagnostic, ...]]:
    """Return the documents of ``project`` in the kinds ``wanted``, and a finding for each that would overwrite another."""
    folder = safe(project.project.id)
    tasks: dict[str, Task] = {}
    findings: list[Diagnostic] = []
    for kind, item in _items(project, wanted):
        path = PurePosixPath(folder, safe(item.stem, kind.suffix))
        if tasks.setdefault(str(path).casefold(), Task(kind, item, path)).path != path or (
            tasks[str(path).casefold()].item is not item
        ):
            message = Text(
                f"文件名 {path.name} 已被另一份文件使用",
                f"the file name {path.name} is taken by another document",
            )
            findings.append(found(SAME_FILE, message, Place(item.route)))
    return tuple(tasks.values()), tuple(findings)


def _items(project: Project, wanted: Iterable[DocumentKind]) -> Iterator[tuple[DocumentKind, Item]]:
    for kind in wanted:
        for item in kind.items(project):
            yield kind, item
