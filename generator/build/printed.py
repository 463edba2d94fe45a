"""The PDF beside each Word document: which are stale, made through LibreOffice, written, and kept in the manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator.build import manifest as kept
from generator.build import reasons
from generator.build.builder import NOT_WRITTEN, Made
from generator.build.manifest import Artifact, Manifest, Printed
from generator.build.plan import SAME_FILE
from generator.build.write import write
from generator.diagnostics import Code, Diagnostic, GeneratorError, Severity, Text, found
from generator.model.value import record

WORD = ".docx"
NOT_CONVERTED = Code(
    "W307",
    Severity.ERROR,
    Text("Word 文件没有转成 PDF", "a Word document was not turned into PDF"),
    Text(
        "LibreOffice 没有在限定时间内给出这份文件的 PDF。Word 文件已经生成，原有的 PDF 保持不变。"
        "再生成一次；仍然失败的，用 LibreOffice 打开该 Word 文件查看原因。",
        "LibreOffice has given no PDF of this document in the time it has. The Word document is made, and a PDF that was "
        "there stays as it is. Build again; if that fails too, open the document in LibreOffice to see why.",
    ),
)
OUTDATED = Code(
    "W308",
    Severity.WARNING,
    Text("PDF 与 Word 文件不一致", "a PDF is not of its Word document"),
    Text(
        "这份 PDF 是由先前的 Word 文件转成的，Word 文件此后有变化。用 jiayi build --pdf 重新转换；不再需要的，删去这份 PDF。",
        "This PDF was made from an earlier state of the Word document beside it. Make it anew by jiayi build --pdf, or "
        "remove the PDF if nobody needs it.",
    ),
)


@record
class Wanted:
    """A PDF that is to be made of the document at ``path``, of the project ``name``."""

    name: str
    path: str
    artifact: Artifact
    body: bytes
    reason: Text


def make(
    soffice: str,
    output: Path,
    manifest: Manifest,
    names: Iterable[str],
    kinds: Collection[str],
    *,
    forced: bool,
) -> tuple[Manifest, tuple[Made, ...]]:
    """Return the manifest, and what became of the PDF of each Word document in ``kinds`` of the projects ``names``.

    Raises ``GeneratorError`` or ``OSError`` where the system refuses.
    """
    from generator.build import office  # noqa: PLC0415  # what starts processes, imported for --pdf alone

    made, wanted = list[Made](), list[Wanted]()
    for name, path, artifact in _documents(output, manifest, names, kinds):
        if kept.pdf_of(path) in manifest.projects[name].artifacts:
            made.append(_clash(path))
            continue
        reason = reasons.FORCED if forced else _stale(output, path, artifact)
        if reason is None:
            made.append(Made(PurePosixPath(kept.pdf_of(path)), False, ()))
        else:
            wanted.append(Wanted(name, path, artifact, (output / path).read_bytes(), reason))
    records = dict(manifest.projects)
    if wanted:
        bodies = office.converted(soffice, [one.body for one in wanted])
        for one, body in zip(wanted, bodies, strict=True):
            event, printed = _written(output, one, body)
            made.append(event)
            if printed is not None:
                changed = {one.path: one.artifact._replace(pdf=printed)}
                before = records[one.name]
                records[one.name] = before._replace(artifacts=before.artifacts | changed)
    return manifest._replace(projects=records), tuple(made)


def outdated(output: Path, manifest: Manifest, names: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return a finding where PDFs are of an earlier state of their Word documents, none where there are no such."""
    old = [
        pdf
        for name in names
        for path, artifact in _artifacts(manifest, name).items()
        if artifact.pdf is not None
        and artifact.pdf.source != artifact.sha
        and (pdf := output / kept.pdf_of(path)).exists()
    ]
    if not old:
        return ()
    message = Text(
        f"{len(old)} 份 PDF 已过时，例如 {old[0]}", f"{len(old)} PDFs are out of date, {old[0]} for one"
    )
    return (found(OUTDATED, message, hint=OUTDATED.manual),)


def _documents(
    output: Path, manifest: Manifest, names: Iterable[str], kinds: Collection[str]
) -> Iterator[tuple[str, str, Artifact]]:
    """Yield the Word documents that are as they were made."""
    for name in names:
        for path, artifact in _artifacts(manifest, name).items():
            is_word = path.endswith(WORD) and artifact.kind in kinds and artifact.made
            if is_word and kept.is_intact(f"{output}/{path}", artifact):
                yield name, path, artifact


def _artifacts(manifest: Manifest, name: str) -> Mapping[str, Artifact]:
    known = manifest.projects.get(name)
    return known.artifacts if known is not None and known.sound else {}


def _stale(output: Path, path: str, artifact: Artifact) -> Text | None:
    """Return why the PDF of a document is to be made, ``None`` where it is as a conversion would make it."""
    pdf, place = artifact.pdf, f"{output}/{kept.pdf_of(path)}"
    if pdf is None:
        return reasons.NEW
    if pdf.source != artifact.sha:
        return reasons.SOURCE
    if kept.is_intact(place, pdf):
        return None
    return reasons.TOUCHED if Path(place).exists() else reasons.GONE


def _written(output: Path, one: Wanted, body: bytes | None) -> tuple[Made, Printed | None]:
    """Return what became of one PDF, and what the manifest shall know of it: ``None`` where nothing changed."""
    place = PurePosixPath(kept.pdf_of(one.path))
    if body is None:
        message = Text(f"{one.path} 没有转成 PDF", f"{one.path} was not turned into PDF")
        return Made(place, None, (found(NOT_CONVERTED, message, hint=NOT_CONVERTED.manual),)), None
    try:
        new = write(output, output / place, body)
    except GeneratorError as error:
        return Made(place, None, (found(NOT_WRITTEN, error.message, hint=error.hint),)), None
    printed = Printed(one.artifact.sha, hashlib.sha256(body).hexdigest(), kept.mark_of(output / place))
    return Made(place, new, (), (one.reason,)), printed


def _clash(path: str) -> Made:
    pdf = PurePosixPath(kept.pdf_of(path))
    message = Text(
        f"文件名 {pdf.name} 已被另一份文件使用", f"the file name {pdf.name} is taken by another document"
    )
    return Made(pdf, None, (found(SAME_FILE, message),))
