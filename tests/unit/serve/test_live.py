"""A workspace kept built: each change leads to what a clean build would give."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from building import BASE, Space

from generator.build.builder import Event, Made
from generator.build.plan import kinds
from generator.build.survey import Inputs
from generator.build.unit import Settings
from generator.build.write import lock
from generator.diagnostics import GeneratorError
from generator.resources import Library
from generator.serve.live import Live
from generator.serve.watcher import Change


def settle(inputs: Inputs) -> Settings:
    names = tuple(kind.name for kind in kinds(Library(inputs.templates), "zh-CN"))
    return Settings(inputs.root, inputs.own_file, inputs.templates, names, inputs.epoch, inputs.tool)


@pytest.fixture
def space(tmp_path: Path) -> Space:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "one.yaml").write_bytes(BASE.read_bytes())
    return Space(tmp_path)


@pytest.fixture
def live(space: Space) -> Live:
    return Live(space.root, space.output, "", settle)


def written(events: list[Event]) -> list[str]:
    return [one.path.name for one in events if isinstance(one, Made) and one.written]


def clean(space: Space) -> dict[str, bytes]:
    other = space.root / "elsewhere"
    shutil.rmtree(other, ignore_errors=True)
    space.build(output=other)
    return space.documents(other)


def test_only_the_changed_project_is_read(space: Space, live: Live) -> None:
    text = BASE.read_text(encoding="utf-8")
    two = space.root / "specs" / "two.yaml"
    two.write_text(text.replace("id: east-china-agency", "id: two"), encoding="utf-8")
    assert written(list(live.build()))
    live.loaded.clear()
    space.edit("title: 华东区域销售代理合同", "title: 华东代理合同", two)
    assert written(list(live.build(Change(frozenset({two})))))[0].startswith("合同")
    assert set(live.loaded) == {two}
    assert space.documents() == clean(space)
    assert not written(list(live.build(Change(frozenset({two})))))


def test_bad_yaml_keeps_the_last_documents_and_recovers(space: Space, live: Live) -> None:
    list(live.build())
    before, text = space.documents(), space.one.read_text(encoding="utf-8")
    change = Change(frozenset({space.one}))
    for broken in (text[: len(text) // 2], "project: [\n", "", text.replace("title:", "titel:", 1)):
        space.one.write_text(broken, encoding="utf-8")
        assert not written(list(live.build(change)))
        assert space.documents() == before
    space.one.write_text(text.replace("通报渠道启动情况", "通报启动情况"), encoding="utf-8")
    assert written(list(live.build(change)))
    assert space.documents() == clean(space)


def test_new_removed_and_renamed_projects(space: Space, live: Live) -> None:
    list(live.build())
    two = space.root / "specs" / "two.yaml"
    two.write_text(
        BASE.read_text(encoding="utf-8").replace("id: east-china-agency", "id: two"), encoding="utf-8"
    )
    assert written(list(live.build(Change(frozenset({two})))))
    assert space.documents() == clean(space)
    three = two.rename(space.root / "specs" / "three.yaml")
    renamed = written(list(live.build(Change(frozenset({two, three})))))
    assert all(one.endswith(".pdf") for one in renamed)  # they print where their figures stand
    three.unlink()
    assert not written(list(live.build(Change(frozenset({three})))))


def test_an_id_that_is_taken_and_given_back(space: Space, live: Live) -> None:
    two = space.root / "specs" / "two.yaml"
    two.write_text(
        BASE.read_text(encoding="utf-8").replace("id: east-china-agency", "id: two"), encoding="utf-8"
    )
    list(live.build())
    space.edit("id: two", "id: east-china-agency", two)
    events = list(live.build(Change(frozenset({two}))))
    assert any(one.code == "W103" for event in events for one in event.diagnostics)
    space.edit("id: east-china-agency", "id: three")
    list(live.build(Change(frozenset({space.one}))))
    expected = clean(space)
    assert {name: body for name, body in space.documents().items() if name in expected} == expected


def test_templates_and_the_workspace_file_concern_all(space: Space, live: Live) -> None:
    list(live.build())
    own = space.root / "jiayi.yaml"
    own.write_text("language: zh-CN\ndocuments: [contract]\n", encoding="utf-8")
    list(live.build(Change(frozenset({own}))))
    folder = space.root / "templates" / "zh-CN"
    folder.mkdir(parents=True)
    packaged = Path(__file__).parents[3] / "templates" / "zh-CN"
    document = docx.Document(str(packaged / "contract.docx"))
    document.add_paragraph("本公司专用")
    document.save(str(folder / "contract.docx"))
    assert written(list(live.build(Change(frozenset({folder}), everything=True))))
    expected = clean(space)
    assert {name: body for name, body in space.documents().items() if name in expected} == expected


def test_an_open_document_is_waited_for(space: Space, live: Live) -> None:
    first = next(one for one in live.build() if isinstance(one, Made))
    path = space.output / first.path
    owner = path.with_name(f"~${path.name[2:]}")
    owner.write_bytes(b"")
    space.edit("title: 华东区域销售代理合同", "title: 华东代理合同")
    list(live.build(Change(frozenset({space.one}))))
    assert live.waiting == {space.one}
    owner.unlink()
    assert path.name in written(list(live.build(Change(frozenset(live.waiting)))))
    assert live.waiting == set()
    assert space.documents() == clean(space)


def test_another_build_meanwhile_is_taken_over(space: Space, live: Live) -> None:
    list(live.build())
    space.edit("title: 华东区域销售代理合同", "title: 华东代理合同")
    space.build()
    assert not written(list(live.build(Change(frozenset({space.one})))))
    with lock(space.output), pytest.raises(GeneratorError):
        list(live.build())
    assert not written(list(live.build()))


def test_a_workspace_that_is_gone_is_empty(space: Space, live: Live) -> None:
    list(live.build())
    shutil.rmtree(space.root / "specs")
    assert list(live.build(Change(frozenset(), everything=True))) == []


def test_a_project_that_is_broken_from_the_start_has_its_earlier_documents(space: Space) -> None:
    space.build()
    space.edit("title:", "titel:")
    live = Live(space.root, space.output, "", settle)
    list(live.build())
    assert {str(one.path) for one in live.made[space.one]} == space.documents().keys()
    assert all(one.written is False for one in live.made[space.one])
    assert live.whole()[space.one].project is None
