"""Findings as programs read them."""

from __future__ import annotations

import json

from generator.diagnostics import Code, Related, Severity, Span, Text, found
from generator.report import reporter

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
