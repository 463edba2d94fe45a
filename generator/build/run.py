"""Make the planned documents of one project after another; one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.build.plan import Task, plan
from generator.build.provenance import provenance
from generator.build.write import write
from generator.diagnostics import Code, Diagnostic, GeneratorError, Severity, Text, found, has_errors
from generator.documents.kind import DocumentKind, Job
from generator.load import Loaded, Workspace

NOT_WRITTEN = Code(
    "W302",
    Severity.ERROR,
    Text("文件无法写入", "document cannot be written"),
    Text(
        "系统不允许写入这份文件，多半是它正在 Word 或 WPS 中打开，也可能是磁盘已满、没有权限。"
        "上一次生成的内容保持不变，其他文件照常生成。关闭文件后再生成一次。",
        "The system does not let this document be written: most often it is open in Word or WPS; else the disk is full or "
        "permission is missing. What was made last stays as it is, and the other documents are made. Close it and build again.",
    ),
)


@dataclass(frozen=True, slots=True)
class Made:
    """One document: ``written`` is False where the file already held the same bytes, ``None`` where it was not made."""

    path: PurePosixPath
    written: bool | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: where to, which kinds, and SOURCE_DATE_EPOCH."""

    output: Path
    kinds: Sequence[DocumentKind]
    epoch: str | None = None


def build_project(workspace: Workspace, path: Path, loaded: Loaded, options: Options) -> Iterator[Made]:
    """Yield each document of a sound project as it is made; a project with errors yields none and touches nothing.

    An error in jiayi.yaml counts as one of every project: language and kinds would not be those that were meant.
    """
    if loaded.project is None or has_errors((*loaded.diagnostics, *workspace.diagnostics)):
        return
    origin = provenance(workspace.root, path, loaded, options.epoch)
    tasks, clashes = plan(loaded.project, options.kinds)
    if clashes:
        yield Made(PurePosixPath(loaded.name), None, loaded.locate(clashes))
        return
    for task in tasks:
        job = Job(loaded.project, task.item, workspace.language, workspace.library, origin)
        yield _make(task, job, loaded, options.output)


def _make(task: Task, job: Job, loaded: Loaded, output: Path) -> Made:
    rendered = task.kind.render(job)
    findings = loaded.locate(rendered.diagnostics)
    if rendered.body is None or has_errors(findings):
        return Made(task.path, None, findings)
    try:
        return Made(task.path, write(output, output / task.path, rendered.body), findings)
    except GeneratorError as error:
        return Made(task.path, None, (*findings, found(NOT_WRITTEN, error.message, hint=error.hint)))
