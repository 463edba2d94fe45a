"""Documents without a source, and documents that are open."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import Space

from generator.build import manifest as kept
from generator.build.opened import owner_file
from generator.build.orphans import orphans, prune


def test_a_project_that_is_gone_leaves_its_documents_until_they_are_pruned(space: Space) -> None:
    space.build()
    before = space.documents()
    space.one.unlink()
    space.build()
    assert space.documents() == before
    manifest = kept.load(space.output)
    assert orphans(manifest, []).keys() == before.keys()
    assert orphans(manifest, ["specs/one.yaml"]) == {}
    (space.output / "mine.docx").write_bytes(b"not ours")
    after, removed, findings = prune(space.output, manifest, [])
    assert len(removed) == len(before)
    assert findings == []
    assert space.documents() == {"mine.docx": b"not ours"}
    assert after.projects == {}


def test_a_meeting_that_is_gone_leaves_its_minutes(space: Space) -> None:
    space.build()
    space.edit("number: XH-DL-2026-JY-001", "number: XH-DL-2026-JY-009")
    space.build()
    manifest = kept.load(space.output)
    (name,) = orphans(manifest, ["specs/one.yaml"])
    assert name.endswith("JY-001.docx")
    space.edit("number: XH-DL-2026-JY-009", "number: XH-DL-2026-JY-001")
    space.build()
    (name,) = orphans(kept.load(space.output), ["specs/one.yaml"])
    assert name.endswith("JY-009.docx")


def test_what_two_projects_know_is_no_orphan_while_one_owns_it(space: Space) -> None:
    space.build()
    space.one.rename(space.root / "specs" / "renamed.yaml")
    made, _ = space.build()
    assert {one.path.suffix for one in made if one.written} == {
        ".pdf"
    }  # they print where their figures stand
    assert orphans(kept.load(space.output), ["specs/renamed.yaml"]) == {}


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("合同_A1_V1.0.docx", "~$_A1_V1.0.docx"),
        ("合同_A1_V1.0.docx", "~$同_A1_V1.0.docx"),
        ("x.docx", "~$x.docx"),
        ("x.docx", ".~lock.x.docx#"),
    ],
)
def test_owner_files_of_office_programs(tmp_path: Path, name: str, owner: str) -> None:
    assert owner_file(tmp_path / name) is None
    (tmp_path / owner).write_bytes(b"")
    assert owner_file(tmp_path / name) == tmp_path / owner
