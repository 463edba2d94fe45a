"""CSV and XLSX files as rows of text cells, each cell with its place in a text that can be shown."""

from __future__ import annotations

import codecs
import datetime
import io
import re
from decimal import Decimal
from typing import Any

from generator.diagnostics import Text
from generator.model.value import record
from generator.source.decode import LARGEST, normal, surely_gbk
from generator.source.tree import Lines

MOST_ROWS, MOST_COLUMNS = 100_000, 500

_QUOTED = re.compile(r'[ ]*"((?:[^"]|"")*)"[ ]*')
_SEPARATORS = (",", "\t", ";")


@record
class Cell:
    """The text of one cell, blanks at both ends left out, and where it stands in the text of its file."""

    text: str
    start: int
    end: int


@record
class Sheet:
    """The rows of a file by their number in it, from 1; ``lines`` is the text that places point into.

    For XLSX that text has one line for each row, with tabs between the cells.
    """

    lines: Lines
    rows: dict[int, tuple[Cell, ...]]


@record
class Unreadable:
    """Why a file cannot be read as a table, and what to do."""

    message: Text
    hint: Text | None = None


def read_cells(name: str, raw: bytes, sheet: str | None = None) -> Sheet | Unreadable:
    """Return the cells of the file ``name``: CSV in UTF-8, UTF-16 with BOM or GB18030, or one sheet of an XLSX."""
    if len(raw) > LARGEST:
        return Unreadable(Text("表格文件大于 8 MiB", "the table file is larger than 8 MiB"))
    return _xlsx(name, raw, sheet) if name.lower().endswith(".xlsx") else _csv(name, raw)


def _csv(name: str, raw: bytes) -> Sheet | Unreadable:
    text = _text(raw)
    if text is None:
        hint = Text("在 Excel 中另存为“CSV UTF-8”", "save it as “CSV UTF-8” in Excel")
        return Unreadable(Text("不是可以识别的文本编码", "not text in a known encoding"), hint)
    lines = Lines.of(name, text)
    separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
    rows: dict[int, tuple[Cell, ...]] = {}
    at = 0
    while at < len(text):
        begin, cells, at = at, *_record(text, at, separator)
        if cells is None:
            message = Text(
                f"第 {lines.number(begin)} 行的引号没有成对",
                f"a quote in line {lines.number(begin)} is not closed",
            )
            return Unreadable(message)
        if any(cell.text for cell in cells):
            rows[lines.number(begin)] = tuple(cells)
    return Sheet(lines, rows)


def _record(text: str, at: int, separator: str) -> tuple[list[Cell] | None, int]:
    """Return the cells of the record at ``at`` and where the next begins; ``None`` where a quote is not closed."""
    cells: list[Cell] = []
    while True:
        quoted = _QUOTED.match(text, at)
        end = quoted.end() if quoted else _plain_end(text, at, separator)
        if text[end : end + 1] not in {separator, "\n", ""} or (
            not quoted and text[at:end].lstrip(" ")[:1] == '"'
        ):
            return None, at
        if quoted:
            cells.append(Cell(quoted[1].replace('""', '"').strip(), at, end))
        else:
            plain = text[at:end].strip()
            start = at + text[at:end].find(plain)
            cells.append(Cell(plain, start, start + len(plain)))
        at = end + 1
        if text[end : end + 1] != separator:
            return cells, at


def _plain_end(text: str, at: int, separator: str) -> int:
    ends = [found for found in (text.find(separator, at), text.find("\n", at)) if found >= 0]
    return min(ends, default=len(text))


def _text(raw: bytes) -> str | None:
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text: str | None = normal(raw.decode("utf-16" if wide else "utf-8"))
    except UnicodeDecodeError:
        text = None if wide else surely_gbk(raw)
    return None if text is None or "\0" in text else text


def _xlsx(name: str, raw: bytes, sheet: str | None) -> Sheet | Unreadable:
    import openpyxl  # noqa: PLC0415  # most projects have no table

    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except Exception:  # noqa: BLE001  # openpyxl passes on whatever zip and XML readers raise
        hint = Text("在 Excel 或 WPS 中打开并另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")
        return Unreadable(Text("不是可以读取的 XLSX 文件", "not an XLSX file that can be read"), hint)
    if sheet is not None and sheet not in book.sheetnames:
        names = "、".join(book.sheetnames[:8])
        return Unreadable(
            Text(f"没有工作表“{sheet}”；有：{names}", f"no sheet “{sheet}”; there are: {names}")
        )
    try:
        found = book[sheet] if sheet is not None else book.worksheets[0]
        written = [
            [_shown(cell) for cell in row[:MOST_COLUMNS]]
            for _, row in zip(range(MOST_ROWS), found.iter_rows(), strict=False)
        ]
    except Exception:  # noqa: BLE001  # a torn sheet is found while its rows are read
        return Unreadable(Text("工作表无法读取", "the sheet cannot be read"))
    return _laid_out(name, written)


def _laid_out(name: str, written: list[list[str]]) -> Sheet:
    rows: dict[int, tuple[Cell, ...]] = {}
    at = 0
    for number, texts in enumerate(written, 1):
        cells = []
        for text in texts:
            cells.append(Cell(text.strip(), at, at + len(text)))
            at += len(text) + 1
        at += not texts
        if any(cell.text for cell in cells):
            rows[number] = tuple(cells)
    return Sheet(Lines.of(name, "\n".join("\t".join(texts) for texts in written)), rows)


def _shown(cell: Any) -> str:
    """Return a cell as its reader sees it: percents as percents, whole numbers without a point, ISO days."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(sep=" ")
    if isinstance(value, (int, float)):
        number = Decimal(repr(value))
        if "%" in str(cell.number_format):
            return f"{_plain(number * 100)}%"
        return _plain(number)
    return re.sub(r"[\t\r\n]+", " ", str(value))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
