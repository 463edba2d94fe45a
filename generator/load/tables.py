"""Rows of CSV and XLSX files made entries of a project's lists, each value still knowing its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.diagnostics import Code, Diagnostic, Route, Severity, Span, Text, found
from generator.files import Entry
from generator.load.merge import Merged, Part
from generator.shape.near import did_you_mean, listed
from generator.shape.schema import resolved
from generator.source import Source
from generator.source.cells import Cell, Sheet, Unreadable, read_cells
from generator.source.tree import Entry as Keyed
from generator.source.tree import Node

NO_FILE = Code(
    "W206",
    Severity.ERROR,
    Text("导入的表格不存在或无法读取", "an imported table is missing or cannot be read"),
    Text(
        "tables 中写的文件应当放在项目文件夹的 data/ 中，为 CSV（UTF-8 或 GBK）或 XLSX，不超过 8 MiB。写成单个文件的项目没有 data/，须改为文件夹。",
        "A file named in tables lies in data/ of the project's folder and is CSV (UTF-8 or GBK) or XLSX of at most 8 MiB. A "
        "project of one file has no data/: make it a folder.",
    ),
)
NO_COLUMN = Code(
    "W207",
    Severity.ERROR,
    Text("表格中没有这一列", "the table has no such column"),
    Text(
        "columns 或 ignore 中写的列名应与表头行的文字一致（前后空格不计），并且在表头中只出现一次。表头不在第一行的，写 header_row。",
        "A heading in columns or ignore is as the header row has it, blanks at the ends left out, and stands there once. Where "
        "the header is not the first row, state header_row.",
    ),
)
UNUSED_COLUMN = Code(
    "W208",
    Severity.WARNING,
    Text("表格中有没有导入的列", "the table has a column that is not imported"),
    Text(
        "表中的每一列都应当说明去处：导入的写在 columns，不导入的写在 ignore，这样不会有数据不声不响地丢掉。",
        "Every column is accounted for: in columns where it is imported, in ignore where it is not, so that no data are lost silently.",
    ),
)
NO_LIST = Code(
    "W209",
    Severity.ERROR,
    Text("导入的目标不存在", "what is imported into does not exist"),
    Text(
        "into 写的是项目的一个列表部分（如 measurements），或者其中某一项里的列表（如 feedback/surveys/s-2026-09/answers）；field 是该列表中的项的字段。",
        "into names a list of the project (such as measurements) or one within an entry of it (such as "
        "feedback/surveys/s-2026-09/answers); field is a field of its entries.",
    ),
)
LEFT_OUT = Code(
    "W210",
    Severity.INFO,
    Text("导入时剔除了行", "rows were left out"),
    Text(
        "left_out 中写明的行不计入。每次检查都会列出，以便核对表格行数等于计入行数加剔除行数。",
        "Rows stated in left_out do not count. They are listed by every check, so that the rows of the file are those that count and those left out.",
    ),
)

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
_QUARTER = re.compile(r"(\d{4})[-/.年]?\s*(?:第([一二三四1-4])季度|[Qq]([1-4]))")
_YES, _NO = frozenset({"true", "是", "√", "☑"}), frozenset({"false", "否", "×", "☐"})


def add_tables(merged: Merged, folder: Entry) -> Iterator[Diagnostic | Source]:
    """Add the rows of every table to the data of ``merged``; yield what is wrong, and each file that was read.

    What has not the shape of a table is left to the check of shape. Cells that are no number, day or period where the
    field is one stay text, which that check refuses at the cell.
    """
    files = {
        f"data/{file.name.rpartition('/')[2]}": file
        for data in folder.entries
        if data.is_folder and data.name.rpartition("/")[2] == "data"
        for file in data.entries
    }
    tables = merged.data.get("tables")
    for index, table in enumerate(tables if isinstance(tables, list) else ()):
        if _is_table(table):
            yield from _Import(merged, ("tables", index), table).run(files)


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        isinstance(table.get(key), kind) for key, kind in (("file", str), ("into", str), ("columns", list))
    )


class _Import:
    """One table on its way into the project."""

    def __init__(self, merged: Merged, route: Route, table: Mapping[str, Any]) -> None:
        self.merged, self.route, self.table = merged, route, table

    def run(self, files: Mapping[str, Entry]) -> Iterator[Diagnostic | Source]:
        """Yield findings and the source; the rows are in the data afterwards."""
        entry = files.get(self.table["file"])
        if entry is None or entry.body is None:
            name = self.table["file"]
            hint = did_you_mean(name, files)
            yield self._wrong(NO_FILE, ("file",), Text(f"没有文件 {name}", f"there is no {name}"), hint)
            return
        sheet = self.table.get("sheet")
        cells = read_cells(entry.name, entry.body, sheet if isinstance(sheet, str) else None)
        if isinstance(cells, Unreadable):
            yield self._wrong(NO_FILE, ("file",), cells.message, cells.hint)
            return
        schema = self._target()
        if schema is None:
            yield self._no_list()
            return
        yield from self._filled(cells, entry.name, schema)

    def _filled(self, cells: Sheet, name: str, schema: Mapping[str, Any]) -> Iterator[Diagnostic | Source]:
        columns, wrong = self._columns(cells, schema)
        yield from wrong
        if any(one.severity is Severity.ERROR for one in wrong):
            return
        left_out = {
            one["row"]: at
            for at, one in enumerate(self.table.get("left_out") or ())
            if isinstance(one, dict) and "row" in one
        }
        header = self.table.get("header_row") or 1
        entries, nodes = list[dict[str, Any]](), list[Node]()
        for number, row in cells.rows.items():
            if number <= header or number in left_out:
                continue
            entry, node = self._entry(row, columns, schema)
            entries.append(entry)
            nodes.append(node)
        for row, at in left_out.items():
            if row in cells.rows and row > header:
                yield self._left(cells, row)
            else:
                message = Text(f"第 {row} 行没有数据", f"row {row} has no data")
                yield self._wrong(NO_COLUMN, ("left_out", at, "row"), message)
        source = Source(name, cells.lines.text, entries, (), cells.lines, (0, len(cells.lines.text), nodes))
        self._append(entries, source)
        yield source

    def _columns(
        self, cells: Sheet, schema: Mapping[str, Any]
    ) -> tuple[dict[int, Mapping[str, Any]], list[Diagnostic]]:
        """Return the stated column at each position, and what is wrong with headings and fields."""
        header = cells.rows.get(self.table.get("header_row") or 1, ())
        places: dict[str, list[int]] = {}
        for at, cell in enumerate(header):
            places.setdefault(cell.text, []).append(at)
        columns: dict[int, Mapping[str, Any]] = {}
        wrong: list[Diagnostic] = []
        stated = [one for one in self.table["columns"] if isinstance(one, dict)]
        for at, one in enumerate(stated):
            heading = str(one.get("heading", "")).strip()
            if len(places.get(heading, ())) != 1:
                wrong.append(self._no_column(("columns", at, "heading"), heading, places))
            elif _field_schema(schema, str(one.get("field", ""))) is None:
                wrong.append(self._no_field(("columns", at, "field"), one, schema))
            else:
                columns[places[heading][0]] = one
        ignored = {str(one).strip() for one in self.table.get("ignore") or ()}
        if not wrong:
            unused = (
                cell
                for at, cell in enumerate(header)
                if at not in columns and cell.text not in {"", *ignored}
            )
            wrong = [self._unused(cells, cell) for cell in unused]
        return columns, wrong

    def _entry(
        self, row: tuple[Cell, ...], columns: Mapping[int, Mapping[str, Any]], schema: Mapping[str, Any]
    ) -> tuple[dict[str, Any], Node]:
        """Return one row as an entry and where its values stand; an empty cell is a field that is not given."""
        entry: dict[str, Any] = {}
        children: dict[str, Keyed] = {}
        start, end = row[0].start, row[-1].end
        for at, column in columns.items():
            cell, field = row[at] if at < len(row) else Cell("", end, end), column["field"]
            if (
                cell.text or field.rpartition(".")[2].isdigit()
            ):  # a list has no gaps: an empty cell is refused
                text = _word(column, cell.text)
                value = _value(text, _field_schema(schema, field) or {})
                _put(entry, children, field, value, (cell.start, cell.end))
                if text.endswith("%") and field == "value" and "unit" in schema["properties"]:
                    _put(entry, children, "unit", "%", (cell.start, cell.end))
        for one in self.table.get("constants") or ():
            if isinstance(one, dict) and isinstance(one.get("field"), str):
                value = _value(str(one.get("value", "")), _field_schema(schema, one["field"]) or {})
                _put(entry, children, one["field"], value, (start, end))
        return entry, (start, end, children)

    def _append(self, entries: list[dict[str, Any]], source: Source) -> None:
        """Put ``entries`` at the end of the list, copying what is on the way: data that were read may be shared."""
        node: Any = self.merged.data
        route: list[str | int] = []
        for step in self.table["into"].split("/"):
            key: str | int = step
            if isinstance(node, list):
                key = next(
                    at for at, one in enumerate(node) if isinstance(one, dict) and one.get("id") == step
                )
            child = node.get(key, []) if isinstance(node, dict) else node[int(key)]
            node[key] = child = child.copy()
            route.append(key)
            node = child
        for index, entry in enumerate(entries):
            self.merged.parts.append(Part((*route, len(node)), source, (index,)))
            node.append(entry)

    def _target(self) -> Mapping[str, Any] | None:
        """Return the schema of the entries, ``None`` where ``into`` names no list of the project."""
        schema: Mapping[str, Any] = resolved("part.json")
        node: Any = self.merged.data
        for step in self.table["into"].split("/"):
            if schema.get("type") == "array":
                node = next(
                    (one for one in node or () if isinstance(one, dict) and one.get("id") == step), None
                )
                schema = schema["items"]
                if node is None:
                    return None
            else:
                node = node.get(step) if isinstance(node, dict) else None
                schema = schema.get("properties", {}).get(step, {})
        items = schema.get("items", {}) if schema.get("type") == "array" else {}
        return items if "properties" in items and (node is None or isinstance(node, list)) else None

    def _wrong(self, code: Code, inner: Route, message: Text, hint: Text | None = None) -> Diagnostic:
        return found(code, message, self.merged.span((*self.route, *inner)), hint=hint)

    def _no_list(self) -> Diagnostic:
        into = self.table["into"]
        sections = resolved("part.json")["properties"]
        lists = [name for name, one in sections.items() if one.get("type") == "array"]
        message = Text(f"项目中没有列表 {into}", f"the project has no list {into}")
        return self._wrong(NO_LIST, ("into",), message, did_you_mean(into, lists))

    def _no_column(self, inner: Route, heading: str, places: Mapping[str, list[int]]) -> Diagnostic:
        if heading in places:
            message = Text(f"表头中有两列“{heading}”", f"two columns are headed “{heading}”")
            return self._wrong(NO_COLUMN, inner, message)
        names = [name for name in places if name]
        hint = did_you_mean(heading, names) or Text(
            f"表头有：{listed(names)}", f"the header has: {listed(names)}"
        )
        return self._wrong(NO_COLUMN, inner, Text(f"没有列“{heading}”", f"no column “{heading}”"), hint)

    def _no_field(self, inner: Route, column: Mapping[str, Any], schema: Mapping[str, Any]) -> Diagnostic:
        field, names = str(column.get("field", "")), list(schema["properties"])
        hint = did_you_mean(field, names) or Text(f"可用：{listed(names, 20)}", f"known: {listed(names, 20)}")
        return self._wrong(NO_LIST, inner, Text(f"没有字段 {field}", f"no field {field}"), hint)

    def _unused(self, cells: Sheet, cell: Cell) -> Diagnostic:
        message = Text(f"列“{cell.text}”没有导入", f"column “{cell.text}” is not imported")
        hint = Text("导入的写入 columns，不用的写入 ignore", "name it in columns or in ignore")
        return found(UNUSED_COLUMN, message, cells.lines.span(cell.start, cell.end), hint=hint)

    def _left(self, cells: Sheet, row: int) -> Diagnostic:
        reason = next(one for one in self.table["left_out"] if one.get("row") == row).get("reason", "")
        first, last = cells.rows[row][0], cells.rows[row][-1]
        where: Span = cells.lines.span(first.start, last.end)
        return found(
            LEFT_OUT, Text(f"第 {row} 行不计入：{reason}", f"row {row} does not count: {reason}"), where
        )


def _field_schema(schema: Mapping[str, Any], field: str) -> Mapping[str, Any] | None:
    """Return the schema of a field, deeper ones by dots; ``None`` where there is none."""
    for step in field.split("."):
        inner = schema.get("items") if step.isdigit() else schema.get("properties", {}).get(step)
        if inner is None:
            return None
        schema = inner
    return schema


def _put(
    entry: dict[str, Any], children: dict[str, Keyed], field: str, value: Any, place: tuple[int, int]
) -> None:
    *way, last = field.split(".")
    if last.isdigit():
        _put_item(entry, children, way, value, place)
        return
    for step in way:
        entry = entry.setdefault(step, {})
        _, _, node = children.setdefault(step, (*place, (*place, {})))
        inner = node[2]
        if not isinstance(inner, dict):
            return
        children = inner
    entry[last] = value
    children[last] = (*place, (*place, None))


def _put_item(
    entry: dict[str, Any], children: dict[str, Keyed], way: list[str], value: Any, place: tuple[int, int]
) -> None:
    """Put ``value`` at the end of a list: columns of one list stand in the order of their numbers."""
    name = ".".join(way)
    values = entry.setdefault(name, [])
    _, _, node = children.setdefault(name, (*place, (*place, [])))
    values.append(value)
    if isinstance(node[2], list):
        node[2].append((*place, None))


def _word(column: Mapping[str, Any], text: str) -> str:
    words = (one for one in column.get("words") or () if isinstance(one, dict))
    return next((str(one.get("value", "")) for one in words if one.get("cell") == text), text)


def _value(text: str, schema: Mapping[str, Any]) -> Any:
    """Return ``text`` as a value of the field's type where it is one, else the text."""
    kind = schema.get("type")
    if kind in {"number", "integer"}:
        return _number(text)
    if kind == "boolean":
        return True if text in _YES else False if text in _NO else text
    if schema.get("format") == "date":
        match = _DAY.fullmatch(text)
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else text
    return _period(text) if schema.get("x-type") == "period" else text


def _number(text: str) -> Any:
    plain = re.sub(r"(?<=\d)[,，](?=\d{3}(?:\D|$))", "", text).removesuffix("%").strip()
    try:
        number = Decimal(plain) if re.fullmatch(r"[-+]?\d+(\.\d+)?", plain) else None
    except InvalidOperation:
        return text
    if number is None:
        return text
    return int(number) if "." not in plain else number


def _period(text: str) -> str:
    if match := _QUARTER.fullmatch(text):
        number = match[3] or str("一二三四".find(match[2]) + 1 or match[2])
        return f"{match[1]}-Q{number}"
    match = _MONTH.fullmatch(text)
    return f"{match[1]}-{int(match[2]):02}" if match else text
