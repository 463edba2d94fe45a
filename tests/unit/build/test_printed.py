"""PDFs beside Word documents: made once, made anew with their document, told when they are of another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from building import Space

from generator.build import manifest as kept
from generator.build import office, printed
from generator.build.builder import NOT_WRITTEN, Made
from generator.build.orphans import orphans, prune
from generator.build.plan import SAME_FILE
from generator.build.write import write_manifest
from generator.diagnostics import GeneratorError, Text

NAME = "specs/one.yaml"
KINDS = ("contract", "minutes", "summary")


class Press:
    """Stands in for LibreOffice and keeps what it was given, call by call."""

    def __init__(self) -> None:
        self.calls: list[Sequence[bytes]] = []
        self.fails = False

    def converted(self, soffice: str, documents: Sequence[bytes]) -> Iterator[bytes | None]:
        assert soffice == "soffice"
        self.calls.append(documents)
        for body in documents:
            yield None if self.fails else b"%PDF-" + hashlib.sha256(body).digest()


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    made = Press()
    monkeypatch.setattr(office, "converted", made.converted)
    return made


def make(space: Space, kinds: Sequence[str] = KINDS, *, forced: bool = False) -> tuple[Made, ...]:
    manifest = kept.load(space.output)
    after, made = printed.make("soffice", space.output, manifest, [NAME], kinds, forced=forced)
    write_manifest(space.output, kept.dump(after))
    return made


def contract(space: Space) -> Path:
    (path,) = space.output.rglob("合同_*.docx")
    return path


def outdated(space: Space) -> int:
    return len(printed.outdated(space.output, kept.load(space.output), [NAME]))


def test_each_word_document_gets_a_pdf_by_one_process_and_only_once(space: Space, press: Press) -> None:
    space.build()
    words = {path.with_suffix(".pdf") for path in space.output.rglob("*.docx")}
    made = make(space)
    assert {space.output / one.path for one in made if one.written} <= words
    assert all(one.reasons for one in made)
    assert len(press.calls) == 1
    assert {one.written for one in make(space)} == {False}
    assert len(press.calls) == 1
    make(space, forced=True)
    assert len(press.calls) == 2


def test_only_the_kinds_wanted_are_converted(space: Space, press: Press) -> None:
    space.build()
    assert [one.path.name for one in make(space, ("contract",))] == [contract(space).with_suffix(".pdf").name]
    assert len(press.calls[0]) == 1


def test_a_changed_document_has_its_pdf_made_anew_and_told_until_then(space: Space, press: Press) -> None:
    space.build()
    make(space)
    assert outdated(space) == 0
    space.edit("signing_place: ", "signing_place: 新")
    space.build()
    assert outdated(space) == 1
    changed = [one for one in make(space) if one.written]
    assert contract(space).with_suffix(".pdf").name in {one.path.name for one in changed}
    assert len(press.calls[1]) == len(changed)
    assert outdated(space) == 0


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"signed")])
def test_a_pdf_that_is_gone_or_not_as_made_is_made_again(space: Space, press: Press, harm: object) -> None:
    space.build()
    make(space)
    path = contract(space).with_suffix(".pdf")
    before = path.read_bytes()
    assert callable(harm)
    harm(path)
    assert [one.path.name for one in make(space) if one.written] == [path.name]
    assert path.read_bytes() == before
    assert len(press.calls[1]) == 1


def test_a_document_that_is_not_as_made_has_no_pdf_made(space: Space, press: Press) -> None:
    space.build()
    contract(space).write_bytes(b"changed by hand")
    make(space, ("contract",))
    assert press.calls == []


def test_what_was_not_converted_is_an_error_and_tried_again(space: Space, press: Press) -> None:
    space.build()
    press.fails = True
    made = make(space, ("contract",))
    assert [one.code for event in made for one in event.diagnostics] == [printed.NOT_CONVERTED.id]
    assert [one.written for one in made] == [None]
    press.fails = False
    assert [one.written for one in make(space, ("contract",))] == [True]


def test_a_pdf_that_cannot_be_written_is_an_error(
    space: Space, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> bool:
        raise GeneratorError(Text("无法写入", "cannot write"))

    space.build()
    monkeypatch.setattr(printed, "write", refused)
    (made,) = make(space, ("contract",))
    assert [one.code for one in made.diagnostics] == [NOT_WRITTEN.id]
    assert len(press.calls) == 1


def test_another_document_is_not_overwritten(space: Space, press: Press) -> None:
    space.build()
    manifest = kept.load(space.output)
    record = manifest.projects[NAME]
    path = contract(space).relative_to(space.output).as_posix()
    other = {kept.pdf_of(path): record.artifacts[path]}
    record = record._replace(artifacts=record.artifacts | other)
    manifest = manifest._replace(projects={NAME: record})
    _, made = printed.make("soffice", space.output, manifest, [NAME], ("contract",), forced=False)
    assert SAME_FILE.id in [one.code for event in made for one in event.diagnostics]
    assert press.calls == []


def test_a_pdf_goes_with_its_document(space: Space, press: Press) -> None:
    space.build()
    make(space)
    space.edit("version: ", "version: X")
    space.build()
    manifest = kept.load(space.output)
    left = orphans(manifest, [NAME])
    assert sorted(Path(name).suffix for name in left if "合同_" in name) == [".docx", ".pdf"]
    _, removed, findings = prune(space.output, manifest, [NAME])
    assert findings == []
    assert {path.name for path in removed} == {Path(name).name for name in left}
    assert press.calls
