"""A project from one file or from many, every value knowing its own file."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT

from generator.diagnostics import Span, has_errors
from generator.load import Loaded, load_project, open_workspace, projects, same_ids
from generator.source import Memory, read


def load(root: Path, name: str = "one.yaml") -> Loaded:
    return load_project(open_workspace(root), root / "specs" / name)


def codes(loaded: Loaded) -> list[str]:
    return [finding.code for finding in loaded.diagnostics]


def split(root: Path) -> Path:
    """Turn the project into a folder with a file for each section."""
    text = (root / "specs" / "one.yaml").read_text(encoding="utf-8")
    (root / "specs" / "one.yaml").unlink()
    folder = root / "specs" / "many"
    folder.mkdir()
    for section in re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE):
        name = section.partition(":")[0]
        if re.fullmatch(r"[a-z_]+", name):
            (folder / f"{name}.yaml").write_text(section, encoding="utf-8")
    return folder


def test_a_sound_file(root: Path) -> None:
    loaded = load(root)
    assert loaded.diagnostics == ()
    assert loaded.project is not None
    assert len(loaded.spec_hash) == 64


def test_a_folder_is_the_same_project(root: Path) -> None:
    one = load(root)
    split(root)
    many = load(root, "many")
    assert many.diagnostics == ()
    assert many.project == one.project
    assert many.spec_hash != one.spec_hash


def test_a_section_given_twice_points_at_both(root: Path) -> None:
    folder = split(root)
    (folder / "zz.yaml").write_text((folder / "kpis.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    loaded = load(root, "many")
    finding = next(one for one in loaded.diagnostics if one.code == "W201")
    assert isinstance(finding.location, Span)
    assert finding.location.file == "specs/many/zz.yaml"
    first = finding.related[0].location
    assert isinstance(first, Span)
    assert first.file == "specs/many/kpis.yaml"


def test_meetings_may_be_files_of_their_own(root: Path) -> None:
    folder = split(root)
    whole = load(root, "many").project
    assert whole is not None
    source = read("meetings.yaml", (folder / "meetings.yaml").read_bytes())
    text = source.text.split("\n", 1)[1]
    (folder / "meetings.yaml").unlink()
    (folder / "meetings").mkdir()
    items = re.split(r"^  - ", text, flags=re.MULTILINE)[1:]
    for number, item in enumerate(items):
        (folder / "meetings" / f"{number}.yaml").write_text(
            re.sub(r"^    ", "", item, flags=re.MULTILINE), encoding="utf-8"
        )
    loaded = load(root, "many")
    assert loaded.project == whole
    assert loaded.merged is not None
    assert loaded.merged.span(("meetings", 0, "title")).file == "specs/many/meetings/0.yaml"


def test_a_list_folder_beside_the_same_list_is_refused(root: Path) -> None:
    folder = split(root)
    (folder / "meetings").mkdir()
    (folder / "meetings" / "x.yaml").write_text("id: x\n", encoding="utf-8")
    assert "W201" in codes(load(root, "many"))


def test_an_unknown_folder_is_not_ignored(root: Path) -> None:
    folder = split(root)
    (folder / "meeting").mkdir()
    finding = next(one for one in load(root, "many").diagnostics if one.code == "W203")
    assert finding.hint is not None
    assert "“meetings”" in finding.hint.zh
    (folder / "meeting").rename(folder / "_drafts")
    assert load(root, "many").diagnostics == ()


def test_a_broken_file_hides_no_problem_of_the_others(root: Path) -> None:
    folder = split(root)
    (folder / "risks.yaml").write_text("risks: [", encoding="utf-8")
    text = (folder / "project.yaml").read_text(encoding="utf-8")
    (folder / "project.yaml").write_text(text.replace("summary:", "sumary:"), encoding="utf-8")
    loaded = load(root, "many")
    assert loaded.project is None
    assert "S101" in codes(loaded)
    assert any(code.startswith("Y") for code in codes(loaded))
    assert not any("risks" in finding.message.zh and finding.code == "S102" for finding in loaded.diagnostics)


@pytest.mark.parametrize(
    "body", [b"", b"- a\n", b"just text", b"\xff\xfe\x00", "项目".encode("gbk"), b"a: &x [*x]"]
)
def test_what_is_no_project_says_so(root: Path, body: bytes) -> None:
    (root / "specs" / "one.yaml").write_bytes(body)
    loaded = load(root)
    assert loaded.project is None
    assert has_errors(loaded.diagnostics)
    assert all(isinstance(finding.location, Span) for finding in loaded.diagnostics)


def test_party_a_comes_from_the_workspace(root: Path) -> None:
    text = (root / "specs" / "one.yaml").read_text(encoding="utf-8")
    data = read("x", text.encode()).data
    assert isinstance(data, dict)
    block = re.search(r"^  party_a:\n(?:    .*\n)+", text, flags=re.MULTILINE)
    assert block
    own = re.sub(r"^  ", "", block[0], flags=re.MULTILINE)
    (root / "specs" / "one.yaml").write_text(text.replace(block[0], ""), encoding="utf-8")
    (root / "jiayi.yaml").write_text(f"language: zh-CN\n{own}", encoding="utf-8")
    loaded = load(root)
    assert loaded.diagnostics == ()
    assert loaded.project is not None
    assert loaded.project.parties.party_a is not None
    assert loaded.merged is not None
    assert loaded.merged.span(("parties", "party_a", "name")).file == "jiayi.yaml"


def test_a_file_that_cannot_be_read_says_so(root: Path) -> None:
    (root / "specs" / "gone.yaml").symlink_to(root / "nowhere")
    assert "W101" in codes(load(root, "gone.yaml"))


def test_two_projects_with_one_id(root: Path) -> None:
    text = (root / "specs" / "one.yaml").read_text(encoding="utf-8")
    (root / "specs" / "two.yaml").write_text(text, encoding="utf-8")
    workspace = open_workspace(root)
    loaded = {path: load_project(workspace, path) for path in projects(root)}
    ((path, finding),) = same_ids(loaded).items()
    assert path.stem == "two"
    assert finding.code == "W103"


def test_folders_whose_names_hold_a_dot_are_told_apart(root: Path) -> None:
    text = (root / "specs" / "one.yaml").read_bytes()
    for name, change in (("v1.2", b"region"), ("v1.3", b"region"), ("v1.4", b"REGION")):
        (root / "specs" / name).mkdir()
        (root / "specs" / name / "all.yaml").write_bytes(text.replace(b"REGION", change))
    (root / "specs" / "one.yaml").unlink()
    workspace = open_workspace(root)
    loaded = {path: load_project(workspace, path) for path in projects(root)}
    assert [one.name for one in loaded.values()] == ["v1.2", "v1.3", "v1.4"]
    assert [path.name for path in same_ids(loaded)] == ["v1.3", "v1.4"]


def test_no_file_is_passed_over_for_its_letters(root: Path) -> None:
    folder = split(root)
    (folder / "risks.yaml").rename(folder / "Risks.YAML")
    assert load(root, "many").diagnostics == ()
    (root / "specs" / "two.YML").write_text("project: [", encoding="utf-8")
    assert [path.name for path in projects(root)] == ["many", "two.YML"]


def test_a_folder_in_a_list_folder_is_not_ignored(root: Path) -> None:
    folder = split(root)
    (folder / "meetings.yaml").unlink()
    (folder / "meetings" / "2026").mkdir(parents=True)
    (folder / "meetings" / "2026" / "01.yaml").write_text("id: x\n", encoding="utf-8")
    (finding,) = (one for one in load(root, "many").diagnostics if one.code == "W203")
    assert "specs/many/meetings/2026" in finding.message.en
    (folder / "meetings" / "2026").rename(folder / "meetings" / "_2026")
    assert "W203" not in codes(load(root, "many"))


def test_a_folder_without_files_says_so_once(root: Path) -> None:
    (root / "specs" / "empty").mkdir()
    (finding,) = load(root, "empty").diagnostics
    assert finding.code == "W102"
    assert isinstance(finding.location, Span)
    assert finding.location.file == "specs/empty"


def test_a_folder_that_cannot_be_read_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = split(root)
    (folder / "meetings.yaml").unlink()
    (folder / "meetings").mkdir()
    listed = Path.iterdir

    def refuse(name: str) -> None:  # root may read everything: the refusal is made up
        def iterdir(path: Path) -> Iterator[Path]:
            if path.name == name:
                raise PermissionError(13, "Permission denied", str(path))
            return listed(path)

        monkeypatch.setattr(Path, "iterdir", iterdir)

    for name in ("many", "meetings"):
        refuse(name)
        (finding,) = (one for one in load(root, "many").diagnostics if one.code == "W101")
        assert "Permission denied" in finding.message.en


def test_a_name_that_is_no_text_is_read_as_well(root: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(root / "specs") + b"/\xff.yaml"))
    try:
        path.write_text("project: [", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes text only")
    loaded = load(root, path.name)
    assert has_errors(loaded.diagnostics)
    assert len(loaded.spec_hash) == 64


def test_the_hash_is_of_everything_read(root: Path) -> None:
    before = load(root).spec_hash
    (root / "jiayi.yaml").write_text("language: zh-CN\n", encoding="utf-8")
    with_workspace = load(root).spec_hash
    (root / "specs" / "one.yaml").rename(root / "specs" / "two.yaml")
    assert len({before, with_workspace, load(root, "two.yaml").spec_hash}) == 3


def test_a_projects_own_party_a_stands_before_that_of_the_workspace(root: Path) -> None:
    text = (root / "specs" / "one.yaml").read_text(encoding="utf-8")
    block = re.search(r"^  party_a:\n(?:    .*\n)+", text, flags=re.MULTILINE)
    assert block
    other = re.sub("^  ", "", block[0], flags=re.MULTILINE).replace("星河智造", "另一家")
    (root / "jiayi.yaml").write_text(f"language: zh-CN\n{other}", encoding="utf-8")
    project = load(root).project
    assert project is not None
    assert project.parties.party_a is not None
    assert project.parties.party_a.name.startswith("星河智造")


@pytest.mark.parametrize("seed", range(4))
def test_what_was_remembered_is_what_would_be_read(tmp_path: Path, seed: int) -> None:
    root = tmp_path
    shutil.copytree(ROOT / "specs", root / "specs")
    shutil.copy(ROOT / "jiayi.yaml", root / "jiayi.yaml")
    workspace, memory, chance = open_workspace(root), Memory(), random.Random(seed)
    paths = projects(root)
    for _ in range(12):
        file = chance.choice(sorted((root / "specs").rglob("*.yaml")))
        lines = file.read_text(encoding="utf-8").split("\n")
        at = chance.randrange(len(lines))
        edited = [lines[at] + " x", "", "# " + lines[at], lines[at][::-1], lines[at].replace("1", "2")]
        lines[at] = chance.choice(edited)
        file.write_text("\n".join(lines), encoding="utf-8")
        for path in paths:
            known, fresh = load_project(workspace, path, memory), load_project(workspace, path)
            assert known.diagnostics == fresh.diagnostics
            assert known.project == fresh.project
            assert known.merged is not None
            assert fresh.merged is not None
            assert repr(known.merged.data) == repr(fresh.merged.data)
