"""Rows of a table become entries of a list; what is wrong is said at the cell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.load import Loaded, load_project, open_workspace

TABLE = """\
tables:
  - file: data/m.csv
    into: measurements
    columns:
      - {heading: 指标, field: kpi, words: [{cell: 一级可用率, value: KPI}]}
      - {heading: 期间, field: period}
      - {heading: 数值, field: value}
"""


@pytest.fixture
def folder(root: Path) -> Path:
    text = (root / "specs" / "one.yaml").read_text(encoding="utf-8")
    (root / "specs" / "one.yaml").unlink()
    folder = root / "specs" / "one"
    (folder / "data").mkdir(parents=True)
    (folder / "project.yaml").write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, csv: str, table: str = TABLE) -> Loaded:
    before = load_project(open_workspace(folder.parents[1]), folder).project
    assert before is not None
    (folder / "tables.yaml").write_text(table.replace("KPI", before.kpis[0].id), encoding="utf-8")
    (folder / "data" / "m.csv").write_text(csv, encoding="utf-8")
    return load_project(open_workspace(folder.parents[1]), folder)


def said(loaded: Loaded) -> list[tuple[str, str, int, int]]:
    return [
        (
            one.code,
            getattr(one.location, "file", ""),
            getattr(one.location, "line", 0),
            getattr(one.location, "column", 0),
        )
        for one in loaded.diagnostics
        if one.code.startswith(("W", "S", "Y"))
    ]


def test_rows_are_entries(folder: Path) -> None:
    loaded = run(folder, '指标,期间,数值\n一级可用率,2031年1月,"1,234.50"\n一级可用率,2031-02,96%\n')
    assert loaded.project is not None, loaded.diagnostics
    added = loaded.project.measurements[-2:]
    assert [one.value for one in added] == [Decimal("1234.50"), Decimal(96)]
    assert [one.period.number for one in added] == [1, 2]
    assert loaded.merged is not None
    span = loaded.merged.span(("measurements", len(loaded.project.measurements) - 1, "value"))
    assert (span.file, span.line, span.column) == ("specs/one/data/m.csv", 3, 15)
    assert "specs/one/data/m.csv" in loaded.sources


def test_a_bad_cell_is_refused_at_its_place(folder: Path) -> None:
    loaded = run(folder, "指标,期间,数值\n一级可用率,2031-01,很好\n一级可用率,一月,3\n没有,2031-02,3\n")
    assert loaded.project is None
    assert ("S101", "specs/one/data/m.csv", 2, 15) in said(loaded) or any(
        row[1:] == ("specs/one/data/m.csv", 2, 15) for row in said(loaded)
    )
    assert any(row[1:3] == ("specs/one/data/m.csv", 3) for row in said(loaded))


def test_an_unknown_word_is_refused_at_its_place(folder: Path) -> None:
    loaded = run(folder, "指标,期间,数值\n没有,2031-02,3\n")
    assert any(row[1:3] == ("specs/one/data/m.csv", 2) for row in said(loaded))


def test_every_column_is_accounted_for(folder: Path) -> None:
    csv = "指标,期间,数值,备注\n一级可用率,2031-01,3,x\n"
    assert ("W208", "specs/one/data/m.csv", 1, 10) in said(run(folder, csv))
    assert said(run(folder, csv, f"{TABLE}    ignore: [备注]\n")) == []


def test_rows_left_out_are_listed(folder: Path) -> None:
    table = f"{TABLE}    left_out: [{{row: 2, reason: 重复}}]\n"
    loaded = run(folder, "指标,期间,数值\n一级可用率,2031-01,3\n一级可用率,2031-02,4\n", table)
    assert said(loaded) == [("W210", "specs/one/data/m.csv", 2, 1)]
    assert loaded.project is not None
    assert loaded.project.measurements[-1].value == 4
    assert [row[0] for row in said(run(folder, "指标,期间,数值\n", table))] == ["W207"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("data/m.csv", "data/n.csv", "W206"),
        ("heading: 数值", "heading: 数量", "W207"),
        ("field: value", "field: valeu", "W209"),
        ("into: measurements", "into: measurement", "W209"),
        ("into: measurements", "into: kpis/none/bands", "W209"),
        ("into: measurements", "into: project", "W209"),
        ("columns:", "sheet: 3\n    columns:", "S"),
        ("field: value", "field: [1]", "S"),
    ],
)
def test_a_wrong_table_is_a_finding(folder: Path, old: str, new: str, code: str) -> None:
    loaded = run(folder, "指标,期间,数值\n一级可用率,2031-01,3\n", TABLE.replace(old, new))
    assert any(row[0].startswith(code) for row in said(loaded)), said(loaded)


@pytest.mark.parametrize("csv", ["", "\n\n", '"', "指标,期间,期间,数值\n", "\u0000"])
def test_a_torn_file_is_a_finding(folder: Path, csv: str) -> None:
    assert [row[0] for row in said(run(folder, csv))][:1] in (["W206"], ["W207"])


def test_constants_and_deeper_lists(folder: Path) -> None:
    table = (
        "tables:\n  - file: data/m.csv\n    into: measurements\n    columns: [{heading: 数值, field: value}]\n"
        "    constants: [{field: kpi, value: KPI}, {field: period, value: 2031年1月}]\n"
    )
    loaded = run(folder, "数值\n7\n", table)
    assert loaded.project is not None, loaded.diagnostics
    assert loaded.project.measurements[-1].value == 7


def test_a_project_of_one_file_has_no_data(root: Path) -> None:
    path = root / "specs" / "one.yaml"
    path.write_text(path.read_text(encoding="utf-8") + TABLE, encoding="utf-8")
    assert "W206" in [row[0] for row in said(load_project(open_workspace(root), path))]
