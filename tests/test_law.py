"""Every citation against the texts of the laws in tests/law: the law, its dates, the article and the words quoted."""

from __future__ import annotations

import datetime
import importlib.util
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import ROOT

from generator.law import LAWS, READ_ON, cite, cited, named

FOLDER = ROOT / "tests" / "law"


def _tool() -> Any:
    spec = importlib.util.spec_from_file_location("statutes", ROOT / "tools/statutes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["statutes"] = module
    spec.loader.exec_module(module)
    return module


TOOL = _tool()
CITATIONS = list(TOOL.citations())
TEXTS: dict[tuple[str, str], dict[str, Any]] = {
    (data["title"], data["text"]): data
    for data in (yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yaml")))
}


def _bare(text: str) -> str:
    return "".join(text.split())


def problem(one: Any, texts: Mapping[tuple[str, str], Mapping[str, Any]]) -> str:
    """Return what is wrong with a citation, nothing where it holds."""
    if one.law is None:
        return f"{one.name} is unknown, or no text of it is in force on {READ_ON}"
    text = texts.get((one.law.title, one.law.text))
    if text is None:
        return f"no text of {one.law.title} {one.law.text}: run python tools/statutes.py FOLDER"
    if (one.law.effective, one.law.until) != (text["effective_from"], text["effective_to"]):
        return "other dates"
    if one.number not in text["articles"]:
        return "no such article"
    return "" if _bare(one.quote) in _bare(text["articles"][one.number]) else "not a quotation"


def test_every_citation_holds() -> None:
    assert len(CITATIONS) > 200
    assert [
        f"{one.where}, {one.name} {one.number}: {wrong}"
        for one in CITATIONS
        if (wrong := problem(one, TEXTS))
    ] == []


def test_only_what_is_cited_is_kept() -> None:
    used = {(one.law.title, one.law.text, one.number) for one in CITATIONS if one.law}
    kept = {(*law, number) for law, data in TEXTS.items() for number in data["articles"]}
    assert kept <= used


SOUND = next(one for one in CITATIONS if one.where == "L107" and one.law.text == "2017年修正")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(SOUND, law=None), "unknown"),
        (replace(SOUND, law=replace(SOUND.law, title="中华人民共和国合同法")), "no text"),
        (replace(SOUND, law=replace(SOUND.law, text="2009年修正")), "no text"),
        (replace(SOUND, law=replace(SOUND.law, effective=datetime.date(2017, 9, 1))), "other dates"),
        (replace(SOUND, law=replace(SOUND.law, until=None)), "other dates"),
        (replace(SOUND, number=29), "no such article"),
        (replace(SOUND, quote="对仲裁事项或者仲裁机构没有约定"), "not a quotation"),
    ],
)
def test_a_wrong_citation_is_found(wrong: Any, said: str) -> None:
    assert problem(SOUND, TEXTS) == ""
    assert said in problem(wrong, TEXTS)


def test_spaces_alone_make_no_difference() -> None:
    assert problem(replace(SOUND, quote="对仲裁事项 或者\n仲裁委员会没有约定"), TEXTS) == ""


def test_a_clause_on_a_law_out_of_force_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LAWS, "中华人民共和国著作权法", (replace(named("著作权法")[-1], until=READ_ON),))
    wrong = {one.where for one in TOOL.citations() if problem(one, TEXTS).startswith("著作权法 is unknown")}
    assert "intellectual-property" in wrong


def test_clauses_rest_on_the_texts_in_force_today() -> None:
    assert datetime.date(2026, 11, 23) == READ_ON
    used = [one.law for one in CITATIONS if one.where == "disputes"]
    assert [law.text for law in used if law.title.endswith("仲裁法")] == ["2025年修订"]


def test_the_words_of_clauses_name_laws_in_force_today() -> None:
    files = sorted((ROOT / "templates" / "clauses").glob("*.yaml"))
    named_in = [(path.stem, law) for path in files for law in cited(path.read_text("utf-8"))]
    assert named_in
    assert [name for name, law in named_in if not any(text.is_in_force(READ_ON) for text in law)] == []


@pytest.mark.parametrize("law", TEXTS, ids=" ".join)
def test_every_text_says_what_it_is(law: tuple[str, str]) -> None:
    data = TEXTS[law]
    keys = ["title", "text", "status", "effective_from", "effective_to", "source", "articles"]
    assert list(data) == keys
    assert data["source"]
    assert data["articles"]
    assert (data["status"] == "现行有效") == (data["effective_to"] is None)
    assert all(text.strip() == text != "" for text in data["articles"].values())


LINES = """# 中华人民共和国示范法

2020年1月1日 通过

## 第一章

第一条 为了\u200b示范，制定本法。

第二款，依照第二条办理。

第十条\u3000示范  从严：

（一）其一。

# 附则

此行不属于任何一条。
第十一条 本法自2020年3月1日起施行。
"""


def _made(folder: Path, name: str, text: str, stated: Mapping[str, Any]) -> Any:
    (folder / name).write_text(text, "utf-8")
    return TOOL.read(folder / name, stated)


def test_a_file_is_read_article_by_article(tmp_path: Path) -> None:
    source = _made(tmp_path, "示范法(2020-01-01).md", LINES, {})
    assert (source.title, source.adopted) == ("中华人民共和国示范法", "2020-01-01")
    assert source.effective == datetime.date(2020, 3, 1)
    assert source.articles == {
        1: "为了示范，制定本法。\n第二款，依照第二条办理。",
        10: "示范  从严：\n（一）其一。",
        11: "本法自2020年3月1日起施行。",
    }


def test_a_revised_text_does_not_take_the_first_ones_date(tmp_path: Path) -> None:
    name = "示范法(2022-05-05).md"
    assert _made(tmp_path, name, LINES, {}).effective is None
    assert _made(tmp_path, name, LINES, {"effective": "2022-06-01 (revision)"}).effective == datetime.date(
        2022, 6, 1
    )


def test_a_reprint_is_called_by_its_file(tmp_path: Path) -> None:
    source = _made(tmp_path, "SECONDARY_示范法(2020-01-01).md", "> 自2020年2月1日起施行\n第一条 一。\n", {})
    assert (source.title, source.articles) == ("示范法", {1: "一。"})
    assert source.effective == datetime.date(2020, 2, 1)


def test_an_article_given_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="twice"):
        _made(tmp_path, "示范法(2020-01-01).md", "第一条 一。\n第一条 二。\n", {})


def test_the_files_are_made_from_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, target = tmp_path / "statutes", tmp_path / "law"
    folder.mkdir()
    target.mkdir()
    (target / "old.yaml").write_text("{}", "utf-8")
    monkeypatch.setattr(TOOL, "TARGET", target)
    old, new = cite("仲裁法", "第十八条", "旧", "2017年修正"), cite("仲裁法", "第二十九条", "新")
    for adopted, day, one in (("2017-09-01", "2018年1月1日", old), ("2025-09-12", "2026年3月1日", new)):
        text = f"# 中华人民共和国仲裁法\n{one.article} 甲\n乙：丙 # 丁。\n第九十条 自{day}起施行。\n"
        (folder / f"仲裁法({adopted}).md").write_text(text, "utf-8")
    wanted = [
        TOOL.Citation("L1", "仲裁法", old.law, 18),
        TOOL.Citation("L1", "仲裁法", new.law, 29),
        TOOL.Citation("L2", "仲裁法", new.law, 30),
        TOOL.Citation("L3", "民法典", named("民法典")[-1], 1),
        TOOL.Citation("c", "无此法", None, 1),
    ]
    monkeypatch.setattr(TOOL, "citations", lambda: wanted)
    missing = list(TOOL.make(folder))
    assert missing == [
        "c: no text of 无此法 is in force",
        "L2: 中华人民共和国仲裁法 2025年修订 30 is not in the folder",
        "L3: 中华人民共和国民法典  1 is not in the folder",
    ]
    assert {path.name for path in target.iterdir()} == {
        "arbitration-law-2017.yaml",
        "arbitration-law-2025.yaml",
    }
    data = yaml.safe_load((target / "arbitration-law-2017.yaml").read_text("utf-8"))
    assert (data["status"], data["effective_to"]) == ("已被新文本取代", datetime.date(2026, 3, 1))
    assert data["articles"] == {18: "甲\n乙：丙 # 丁。"}
