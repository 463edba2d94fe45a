"""What a build makes, what it leaves, and why; with real projects and files."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
from building import BASE, Space

from generator.build import manifest as kept
from generator.build.findings import packed, unpacked
from generator.diagnostics import Code, Severity, Span, Text, found, has_errors
from generator.law import cite


def names(made: list) -> set[str]:
    return {one.path.name.split("_")[0].split(".")[0] for one in made if one.reasons}


def test_a_second_build_makes_nothing(space: Space) -> None:
    made, _ = space.build()
    assert made
    assert all(one.written for one in made)
    before = space.documents()
    again, (project,) = space.build()
    assert project.fresh
    assert [one.path for one in again] == [one.path for one in made]
    assert not any(one.written or one.reasons for one in again)
    assert space.documents() == before


def test_only_what_reads_a_changed_section_is_made(space: Space) -> None:
    space.build()
    space.edit("value: ", "value: 1")
    made, _ = space.build()
    assert names(made) == {"绩效评价表", "绩效评价报告", "月度报告", "项目摘要", "会议议程"}
    reasons = {reason.en for one in made for reason in one.reasons}
    assert reasons == {"measurements changed"}
    assert not any(one.path.name.startswith("合同") and one.written for one in made)


def test_a_comment_makes_only_what_prints_lines(space: Space) -> None:
    space.build()
    space.one.write_text("# 注\n" + space.one.read_text(encoding="utf-8"), encoding="utf-8")
    made, (project,) = space.build()
    assert not project.fresh
    again = [one for one in made if one.reasons]
    assert again
    assert {one.path.suffix for one in again} == {".pdf"}
    assert {one.reasons[0].en for one in again} == {"lines of specs/one.yaml may have moved"}


def test_findings_are_said_again_and_stand_where_they_stand_now(space: Space) -> None:
    _, (first,) = space.build()
    _, (second,) = space.build()
    assert second.fresh
    assert second.diagnostics == first.diagnostics
    assert second.sources.keys() == first.sources.keys()
    assert unpacked(json.loads(json.dumps(packed(first.diagnostics)))) == first.diagnostics


def test_what_a_finding_rests_on_is_kept() -> None:
    code = Code("X101", Severity.ERROR, Text("题", "title"), Text("页", "page"))
    both = [cite("仲裁法", "第十八条", "对", "2017年修正"), cite("仲裁法", "第二十九条", "")]
    finding = found(code, Text("错", "wrong"), Span("a.yaml", 1, 1, 1, 2), statutes=both)
    assert unpacked(json.loads(json.dumps(packed([finding])))) == (finding,)


def test_a_lost_and_a_changed_document_are_made_again(space: Space) -> None:
    made, _ = space.build()
    before = space.documents()
    gone, touched = (space.output / one.path for one in made[:2])
    gone.unlink()
    touched.write_bytes(b"by hand")
    again, _ = space.build()
    assert {reason.en for one in again for reason in one.reasons} == {
        "the file is gone",
        "the file was changed since it was made",
    }
    assert space.documents() == before


def test_a_touched_but_equal_document_is_left(space: Space) -> None:
    made, _ = space.build()
    (space.output / made[0].path).touch()
    again, (project,) = space.build()
    assert project.fresh
    assert not any(one.reasons for one in again)


@pytest.mark.parametrize(
    "harm",
    [
        b"",
        b"{",
        b"[1]",
        b"[2]",
        b"\xff",
        b"[2,1,2,3,4,5]\n[1]",
        b'[2,1,2,3,4,5]\n["specs/one.yaml",1,2,3,4,5,6,7,8,9,10]',
        b'[2,"","","","",""]\n["specs/one.yaml","","","",[],[],"",true,{"a":["contract",5,true,"",[1,2,3,4],[]]},{},[]]',
    ],
)
def test_a_harmed_manifest_only_costs_time(space: Space, harm: bytes) -> None:
    space.build()
    before = space.documents()
    (space.output / kept.FOLDER / kept.NAME).write_bytes(harm)
    made, _ = space.build()
    assert not any(one.written for one in made)
    assert space.documents() == before
    _, (project,) = space.build()
    assert project.fresh


def test_force_and_epoch_make_everything(space: Space) -> None:
    space.build()
    forced, _ = space.build(forced=True)
    assert all(one.reasons and one.written is False for one in forced)
    dated, _ = space.build(epoch="1767225600")
    back, _ = space.build()
    for made in (dated, back):
        unwritten = {one.path.suffix for one in made if not one.written}
        assert unwritten <= {".ics"}, "a calendar has no document properties to be dated"


def test_another_kind_later_is_made_and_the_first_left(space: Space) -> None:
    made, _ = space.build(["contract"])
    assert len(made) == 1
    every, _ = space.build()
    assert [one.path for one in every if not one.reasons] == [made[0].path]
    space.edit("title: 华东区域销售代理合同", "title: 华东区域代理合同")
    (changed,), _ = space.build(["contract"])
    assert changed.written
    rest, _ = space.build()
    assert not next(one for one in rest if one.path == changed.path).reasons
    assert space.documents() == clean(space)


def test_a_project_with_errors_keeps_its_last_documents(space: Space) -> None:
    space.build()
    before, text = space.documents(), space.one.read_text(encoding="utf-8")
    space.edit("title:", "titel:")
    made, (project,) = space.build()
    assert made == []
    assert has_errors(project.diagnostics)
    assert space.documents() == before
    made, (project,) = space.build()
    assert made == []
    assert project.fresh
    assert has_errors(project.diagnostics)
    space.one.write_text(text, encoding="utf-8")
    made, (project,) = space.build()
    assert not any(one.reasons for one in made)


def test_a_workspace_template_is_what_a_document_was_made_from(space: Space) -> None:
    space.build()
    folder = space.root / "templates" / "clauses"
    folder.mkdir(parents=True)
    packaged = Path(__file__).parents[3] / "templates" / "clauses" / "payment.yaml"
    text = packaged.read_text(encoding="utf-8") if packaged.is_file() else ""
    name = packaged if text else sorted(packaged.parent.glob("*.yaml"))[0]
    body = name.read_text(encoding="utf-8")
    (folder / name.name).write_text(body + "# 本公司\n", encoding="utf-8")
    made, _ = space.build()
    assert names(made) == {"合同", "合同义务台账", "法律审查单", "风险登记册"}
    (folder / name.name).unlink()
    made, _ = space.build()
    assert names(made) == {"合同", "合同义务台账", "法律审查单", "风险登记册"}


def test_an_id_that_is_taken_is_not_built_and_takes_nothing(space: Space) -> None:
    space.build()
    before = space.documents()
    other = space.root / "specs" / "two.yaml"
    shutil.copy(space.one, other)
    space.edit("华东区域销售代理合同", "另一份合同", other)
    for _ in range(2):
        _, projects = space.build()
        assert [one.code for one in projects[1].diagnostics if one.code == "W103"] == ["W103"]
        assert space.documents() == before
    space.edit("id: east-china-agency", "id: other-agency", other)
    space.build()
    assert space.documents() == clean(space)


def test_a_document_that_is_open_is_not_written(space: Space) -> None:
    made, _ = space.build(["contract"])
    path = space.output / made[0].path
    owner = path.with_name("~$" + path.name[2:])
    owner.write_bytes(b"")
    before = path.read_bytes()
    space.edit("title: 华东区域销售代理合同", "title: 华东区域代理合同")
    for _ in range(2):
        (open_,), _ = space.build(["contract"])
        assert open_.written is None
        assert [one.code for one in open_.diagnostics] == ["W303"]
        assert path.read_bytes() == before
    owner.unlink()
    (closed,), _ = space.build(["contract"])
    assert closed.written
    assert path.read_bytes() != before


def test_a_folder_in_the_way_does_not_stop_the_others(space: Space) -> None:
    made, _ = space.build()
    path = space.output / made[0].path
    path.unlink()
    path.mkdir()
    again, _ = space.build()
    assert again[0].written is None
    assert [one.code for one in again[0].diagnostics] == ["W302"]
    assert again[0].diagnostics[0].hint is not None
    path.rmdir()
    again, _ = space.build()
    assert again[0].written


def test_an_error_in_the_workspace_file_keeps_documents_from_being_made(space: Space) -> None:
    (space.root / "jiayi.yaml").write_text("language: de\n", encoding="utf-8")
    made, _ = space.build()
    assert made == []
    assert space.documents() == {}


EDITS = (
    ("title: 华东区域销售代理合同", "title: 华东区域代理合同"),
    ("通报渠道启动情况", "通报渠道启动的情况"),
    ("title: 核心代理人员流失", "title: 骨干流失"),
    ("title: 市场推广", "title: 推广"),
    ("id: east-china-agency", "id: east-china"),
    ("title:", "titel:"),
    ("通报评价结果", "通报 <评价> & {{结果}}"),
)


def clean(space: Space) -> dict[str, bytes]:
    """Return what a first build into an empty folder makes."""
    other = space.root / "elsewhere"
    shutil.rmtree(other, ignore_errors=True)
    space.build(output=other)
    return space.documents(other)


@pytest.mark.parametrize("seed", range(6))
def test_any_sequence_of_edits_gives_what_a_clean_build_gives(space: Space, seed: int) -> None:
    """Incremental output equals a clean build byte for byte; documents without a source stay until they are pruned."""
    chance = random.Random(seed)
    base = BASE.read_text(encoding="utf-8")
    two = space.root / "specs" / "two.yaml"
    for _ in range(8):
        step = chance.randrange(8)
        file = chance.choice([space.one, two])
        if step == 0:
            two.unlink(missing_ok=True)
        elif step == 1:
            identity = chance.choice(["id: second", "id: east-china-agency"])
            two.write_text(base.replace("id: east-china-agency", identity), encoding="utf-8")
        elif step == 2:
            for path in chance.sample(sorted(space.output.rglob("*.*")), 1) if space.output.is_dir() else []:
                if path.is_file():
                    path.unlink()
        elif step == 3:
            (space.root / "jiayi.yaml").write_text(
                f"language: zh-CN\n# {chance.random()}\n", encoding="utf-8"
            )
        elif step == 4 and chance.random() < 0.5:
            space.build(["contract"])
        elif file.is_file():
            text = file.read_text(encoding="utf-8")
            before, after = chance.choice(EDITS)
            before, after = (before, after) if before in text else (after, before)
            file.write_text(text.replace(before, after, 1), encoding="utf-8")
        _, projects = space.build()
        expected, found = clean(space), space.documents()
        for name, body in expected.items():
            assert found[name] == body, (seed, name)
        if not any(has_errors(one.diagnostics) for one in projects):
            alive = kept.load(space.output).projects
            there = {f"specs/{path.name}" for path in (space.root / "specs").iterdir()}
            owned = {name for one in there for name in alive[one].artifacts}
            assert owned == expected.keys()


def test_every_finding_has_a_place_in_a_text_at_hand(space: Space) -> None:
    space.edit("title:", "titel:")
    for _ in range(2):
        _, (project,) = space.build()
        for finding in project.diagnostics:
            assert isinstance(finding.location, Span)
            assert finding.location.file in project.sources
