"""Builds the projects of a workspace: what is stale is made and written, what is not is left, and the manifest says which."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.build import manifest as kept
from generator.build import reasons
from generator.build.batch import Pool, outcomes
from generator.build.findings import packed, packed_span, unpacked, unpacked_span
from generator.build.manifest import Artifact, Manifest, Record
from generator.build.opened import owner_file
from generator.build.survey import Inputs, State, is_fresh, state
from generator.build.unit import Outcome, Product, Settings, Unit, load, outcome, products, workspace
from generator.build.write import write
from generator.diagnostics import Code, Diagnostic, GeneratorError, Severity, Span, Text, found, has_errors
from generator.files import Entry
from generator.load import Loaded
from generator.load.project import same_id
from generator.source.decode import decode

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


OPEN = Code(
    "W303",
    Severity.ERROR,
    Text("文件正在 Word 或 WPS 中打开", "document is open in Word or WPS"),
    Text(
        "文件旁边有 Word、WPS 或 LibreOffice 的占用标记（~$…），说明它正被打开：现在写入，编辑器里的保存就会把新内容覆盖。"
        "关闭文件即可，监视模式会自动重试；若它并未打开，标记是程序崩溃留下的，删去即可。",
        "Beside the document is the owner file (~$…) of Word, WPS or LibreOffice: it is open, and what were written now would be "
        "overwritten by the next save there. Close it (watch mode tries again by itself); if it is not open, a crash has "
        "left the owner file: remove it.",
    ),
)


@dataclass(frozen=True, slots=True)
class Made:
    """One document: ``written`` is False where the file already held the same bytes, ``None`` where it was not made.

    ``reasons`` say why it was made; a document that was not stale has none.
    """

    path: PurePosixPath
    written: bool | None
    diagnostics: tuple[Diagnostic, ...]
    reasons: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """One project after its documents: all findings but theirs, the texts these point into, whether it has errors."""

    path: Path
    name: str
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    sound: bool = True
    """Whether its documents could be made: no error in it, in jiayi.yaml, or by an id that another has."""

    fresh: bool = False


Event = Made | Built
Looked = tuple[Path, State | None]
"""A project and, where it is as a build would leave it, its state."""


@dataclass(slots=True)
class Builder:
    """One build of some projects; ``manifest`` is what is known before, ``records`` what is known of each afterwards.

    ``load`` turns a unit into a project; watch mode passes one that remembers.
    """

    inputs: Inputs
    output: Path
    settings: Settings
    manifest: Manifest
    load: Callable[[Unit], Loaded] = load
    records: dict[str, Record] = field(default_factory=dict)
    _ids: dict[str, Span | None] = field(default_factory=dict)

    def reserve(self, names: Iterable[str]) -> None:
        """Let the ids of the projects ``names``, which are not built now, count as taken."""
        for name in names:
            record = self.manifest.projects.get(name)
            if record is not None and record.id:
                self._ids.setdefault(record.id.casefold(), unpacked_span(record.where))

    def survey(self, paths: Iterable[Path]) -> Iterator[Looked]:
        """Yield each of ``paths`` with its state where there is nothing to be done, ``None`` where there is.

        What is stale is read again when its turn comes: the texts of many projects are not kept meanwhile.
        """
        for path in paths:
            one = self._state(path)
            fresh = not self.settings.forced and is_fresh(one, self.settings.kinds, self.output)
            yield path, one if fresh else None

    def build(self, looked: Iterable[Looked], pool: Pool | None = None) -> Iterator[Event]:
        """Yield each document as it is made, and each project when it is done, in the order of the survey."""
        if pool is None:
            for path, fresh in looked:
                yield from self._left(fresh) if fresh else self._here(self._state(path))
            return
        for one, ready in outcomes(map(self._paired, looked), pool):
            yield from self._settled(one, ready, iter(ready.products)) if ready else self._left(one)

    def _state(self, path: Path) -> State:
        return state(self.inputs, path, self.manifest)

    def _paired(self, looked: Looked) -> tuple[State, Unit | None]:
        path, fresh = looked
        one = fresh or self._state(path)
        return one, None if fresh else self._unit(one)

    def after(self) -> Manifest:
        """Return what is known after the build."""
        now = self.inputs
        return self.manifest._replace(
            tool_mark=now.tool_mark,
            tool=now.tool,
            workspace=now.workspace,
            head=now.head,
            epoch=now.epoch,
            projects=self.manifest.projects | self.records,
        )

    def _unit(self, one: State) -> Unit:
        artifacts = one.record.artifacts if one.record else {}
        doubtful = {
            path: reasons.TOUCHED if (self.output / path).exists() else reasons.GONE
            for path, artifact in artifacts.items()
            if artifact.kind in self.settings.kinds and not kept.is_intact(f"{self.output}/{path}", artifact)
        }
        return Unit(self.settings, one.entry, one.commit, artifacts, doubtful)

    def _left(self, one: State) -> Iterator[Event]:
        """Yield what was said of a project that is as it was."""
        record = one.record
        if record is None:
            return
        taken = self._taken(record.id, unpacked_span(record.where))
        findings = (*unpacked(record.findings), *taken)
        self.records[one.name] = record
        sound, every = record.sound and not taken, list(findings)
        for path, artifact in record.artifacts.items() if sound else ():
            if artifact.kind in self.settings.kinds:
                event = Made(
                    PurePosixPath(path), False if artifact.made else None, unpacked(artifact.findings)
                )
                every += event.diagnostics
                yield event
        yield Built(
            one.path, record.name, findings, _texts(one, self.inputs.own_file, every), sound, fresh=True
        )

    def _here(self, one: State) -> Iterator[Event]:
        """Yield the events of a project that is built in this process, each document as soon as it is made."""
        unit = self._unit(one)
        loaded = self.load(unit)
        yield from self._settled(one, outcome(loaded, ()), products(unit, loaded))

    def _settled(self, one: State, ready: Outcome, made: Iterator[Product]) -> Iterator[Event]:
        """Yield the events of a project with its documents, written as they come, and keep its record."""
        before = one.record.artifacts if one.record else {}
        taken = self._taken(ready.id, ready.where)
        findings = (*ready.diagnostics, *taken)
        sound = not has_errors((*findings, *workspace(self.settings).diagnostics))
        artifacts, every = dict[str, Artifact](), list(findings)
        for product in made if sound else ():
            event, artifact = self._written(product, before.get(str(product.path)))
            if artifact is not None:
                artifacts[str(product.path)] = artifact
            sound = sound and artifact is not None
            every += event.diagnostics
            yield event
        self.records[one.name] = self._record(one, ready, artifacts, sound=sound, final=not taken)
        yield Built(one.path, ready.name, findings, _texts(one, self.inputs.own_file, every), sound)

    def _taken(self, identity: str, where: Span | None) -> tuple[Diagnostic, ...]:
        """Return the finding of a project whose id an earlier one has; an empty id is none."""
        if not identity:
            return ()
        first = self._ids.setdefault(identity.casefold(), where)
        return () if first == where else (same_id(identity, where, first),)

    def _written(self, product: Product, before: Artifact | None) -> tuple[Made, Artifact | None]:
        """Return what became of one document, and what the manifest shall know of it."""
        if product.kept and before is not None:
            mark = kept.mark_of(self.output / product.path)
            return Made(product.path, False, ()), before._replace(mark=mark)
        findings = product.diagnostics
        sha, mark = (before.sha, before.mark) if before else ("", kept.NOWHERE)
        new, path = None, self.output / product.path
        owner = owner_file(path) if product.body is not None else None
        if owner is not None and kept.sha_of(path) != hashlib.sha256(product.body or b"").hexdigest():
            findings = (*findings, _open(path, owner))
        elif product.body is not None:
            try:
                new = write(self.output, path, product.body)
            except GeneratorError as error:
                findings = (*findings, found(NOT_WRITTEN, error.message, hint=error.hint))
            else:
                sha = hashlib.sha256(product.body).hexdigest()
                mark = kept.mark_of(path)
        event = Made(product.path, new, findings, product.reasons)
        if not product.kind:
            return event, None
        sources = kept.packed_sources(product.made_from)
        pdf = before.pdf if before else None
        return event, Artifact(product.kind, sources, new is not None, sha, mark, packed(findings), pdf)

    def _record(
        self, one: State, ready: Outcome, artifacts: dict[str, Artifact], *, sound: bool, final: bool
    ) -> Record:
        """Return what is known of a project now.

        What an earlier build made and this one did not plan is an orphan; a project with errors has made no plan, and
        what was not asked for stays as it was. What is not ``final`` depends on more than its own inputs: it is tried
        again by the next build.
        """
        before = one.record.artifacts if one.record else {}
        orphans = dict(one.record.orphans) if one.record else {}
        left = {path: artifact for path, artifact in before.items() if path not in artifacts}
        if sound:
            asked = [p for p, a in left.items() if self.settings.whole or a.kind in self.settings.kinds]
            orphans |= kept.files({path: left.pop(path) for path in asked})
        every = {**artifacts, **left}
        owned = kept.files(every)
        final = final and not any(
            finding[0] in (NOT_WRITTEN.id, OPEN.id) for one in artifacts.values() for finding in one.findings
        )
        return Record(
            one.inputs if final else "",
            ready.name,
            ready.id,
            packed_span(ready.where) or [],
            list(self.settings.kinds),
            one.commit,
            sound,
            every,
            {path: sha for path, sha in orphans.items() if path not in owned and sha},
            packed(ready.diagnostics),
        )


def _open(path: Path, owner: Path) -> Diagnostic:
    message = Text(f"{path.name} 正被打开，未写入", f"{path.name} is open and was not written")
    hint = Text(f"关闭它；若并未打开，删去 {owner.name}", f"close it; if it is not open, remove {owner.name}")
    return found(OPEN, message, hint=hint)


def _texts(one: State, own_file: Entry | None, findings: Iterable[Diagnostic]) -> Mapping[str, str]:
    """Return the text of each file that ``findings`` point into."""
    places = [
        place for finding in findings for place in (finding.location, *(r.location for r in finding.related))
    ]
    named = {place.file for place in places if isinstance(place, Span)}
    files = (file for entry in (one.entry, own_file) if entry for file in _files(entry))
    return {file.name: decode(file.name, file.body)[0] for file in files if file.name in named and file.body}


def _files(entry: Entry) -> Iterator[Entry]:
    yield entry
    for inner in entry.entries:
        yield from _files(inner)
