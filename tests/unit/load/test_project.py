"""A project from one file or from many, every value knowing its own file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.diagnostics import Span, has_errors
from generator.load import Loaded, load_project, open_workspace, projects, same_ids
from generator.source import read


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
