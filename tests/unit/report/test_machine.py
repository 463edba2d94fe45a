"""Findings as programs read them."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import Code, Related, Severity, Span, Text, found
from generator.law import cite
from generator.report import FORMATS, reporter

CODE = Code("X101", Severity.WARNING, Text("题", "title"), Text("页", "page"))
SPAN = Span("specs/a,b.yaml", 3, 5, 3, 9)
FINDING = found(
    CODE,
    Text("100% 错\n了", "100% wrong"),
    SPAN,
    hint=Text("改", "mend"),
    related=[Related(Text("见", "see"), SPAN)],
)
NOWHERE = found(CODE, Text("无", "nowhere"))


def test_json() -> None:
    first, second = json.loads(reporter("json")([FINDING, NOWHERE], {}, "zh"))
    assert first["message"] == "100% 错\n了"
    assert first["location"] == {
        "file": "specs/a,b.yaml",
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 9,
    }
    assert first["related"][0]["location"]["line"] == 3
    assert second["location"] is None
    assert json.loads(reporter("json")([], {}, "zh")) == []


LAWFUL = found(
    CODE,
    Text("错", "wrong"),
    hint=Text("改", "mend"),
    statutes=[cite("仲裁法", "第十八条", "对", "2017年修正")],
)
CITED = "错\n改\n《中华人民共和国仲裁法》（2017年修正）第十八条"


def test_what_a_finding_rests_on() -> None:
    (record,) = json.loads(reporter("json")([LAWFUL], {}, "zh"))
    assert record["statutes"] == [
        {
            "law": "中华人民共和国仲裁法",
            "text": "2017年修正",
            "article": "第十八条",
            "effective_from": "2018-01-01",
            "effective_to": "2026-03-01",
            "quote": "对",
        }
    ]
    assert reporter("github")([LAWFUL], {}, "zh").endswith(CITED.replace("\n", "%0A"))
    log = json.loads(reporter("sarif")([LAWFUL], {}, "zh"))
    assert log["runs"][0]["results"][0]["message"]["text"] == CITED


def test_github_commands_are_escaped() -> None:
    line, nowhere = reporter("github")([FINDING, NOWHERE], {}, "zh").split("\n")
    assert line.startswith("::warning file=specs/a%2Cb.yaml,line=3,col=5,endLine=3,endColumn=9,title=X101::")
    assert line.endswith("100%25 错%0A了%0A改")
    assert nowhere == "::warning title=X101::无"


def test_sarif() -> None:
    log = json.loads(reporter("sarif")([FINDING, NOWHERE], {}, "en"))
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"] == [{"id": "X101"}]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 5
    assert run["results"][0]["relatedLocations"][0]["message"]["text"] == "see"
    assert "locations" not in run["results"][1]


def test_sarif_names_files_as_addresses() -> None:
    span = Span("specs/合 同#1%.yaml", 1, 1, 1, 2)
    log = json.loads(reporter("sarif")([found(CODE, Text("题", "title"), span)], {}, "en"))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "specs/%E5%90%88%20%E5%90%8C%231%25.yaml"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_hostile_text(form: str) -> None:
    text = Text("\x1b[31m\u2028\r\n::error::x\ud800", "\x1b[31m\u2028\r\n::error::x\ud800")
    shown = reporter(form)([found(CODE, text, SPAN)], {"specs/a,b.yaml": "a\nb\nc\x1b]0;x\x07d\n"}, "zh")
    if form in ("json", "sarif"):
        assert json.loads(shown)
    if form == "github":
        assert len(shown.split("\n")) == 1
