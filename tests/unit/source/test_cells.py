"""Tables as cells: every cell has its text and its place, whatever program wrote the file."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest

from generator.source.cells import Sheet, Unreadable, read_cells


def rows(raw: bytes, name: str = "data/a.csv") -> dict[int, list[str]]:
    sheet = read_cells(name, raw)
    assert isinstance(sheet, Sheet), sheet
    return {number: [cell.text for cell in row] for number, row in sheet.rows.items()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_of_office_programs(encoding: str) -> None:
    assert rows("指标,数值\r\n满意度,4.5\r\n".encode(encoding)) == {1: ["指标", "数值"], 2: ["满意度", "4.5"]}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators(separator: str) -> None:
    text = f"甲{separator}乙\n1{separator}2"
    assert rows(text.encode()) == {1: ["甲", "乙"], 2: ["1", "2"]}


def test_quotes_breaks_and_blank_rows() -> None:
    text = 'a,b\n"一,""二""\n三", x \n\n,\n5,6'
    assert rows(text.encode()) == {1: ["a", "b"], 2: ['一,"二"\n三', "x"], 6: ["5", "6"]}


def test_a_cell_knows_its_place() -> None:
    sheet = read_cells("data/a.csv", "指标,数值\n满意度, 4.5 \n".encode())
    assert isinstance(sheet, Sheet)
    cell = sheet.rows[2][1]
    span = sheet.lines.span(cell.start, cell.end)
    assert (span.file, span.line, span.column, span.end_column) == ("data/a.csv", 2, 6, 9)


@pytest.mark.parametrize(
    "raw",
    [b'a,b\n"open,2\n', b'a,b\n"x"y,2\n', b"\x00\x01", b"\xff\xfe\x00", b"x" * (9 * 1024 * 1024)],
)
def test_what_is_no_table_is_refused(raw: bytes) -> None:
    assert isinstance(read_cells("data/a.csv", raw), Unreadable)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04torn", b"a,b"])
def test_what_is_no_workbook_is_refused(raw: bytes) -> None:
    assert isinstance(read_cells("data/a.xlsx", raw), Unreadable)


def test_a_workbook_reads_as_its_reader_sees_it() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["指标", "数值", "日期", None])
    page.append(["回款率", 0.925, datetime.date(2026, 9, 30), "一\n二"])
    page["B2"].number_format = "0.0%"
    page.append([None, None])
    page.append(["单数", 12.0, True])
    out = io.BytesIO()
    book.save(out)
    found = rows(out.getvalue(), "data/a.xlsx")
    assert found[2] == ["回款率", "92.5%", "2026-09-30", "一 二"]
    assert found[4][:3] == ["单数", "12", "true"]
    assert set(found) == {1, 2, 4}
    assert isinstance(read_cells("data/a.xlsx", out.getvalue(), "无此表"), Unreadable)


def test_a_cell_of_a_workbook_has_its_row_as_line() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"], page["B3"] = "x", "y"
    out = io.BytesIO()
    book.save(out)
    sheet = read_cells("data/a.xlsx", out.getvalue())
    assert isinstance(sheet, Sheet)
    cell = sheet.rows[3][1]
    assert sheet.lines.span(cell.start, cell.end).line == 3
    assert sheet.lines.text[cell.start : cell.end] == "y"
