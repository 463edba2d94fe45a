"""Tables whose rows become entries of a project's lists."""

from __future__ import annotations

from generator.model.value import value


@value
class TableWord:
    """Word: one word of the file."""

    cell: str
    value: str


@value
class TableColumn:
    """Column: one column and its field."""

    heading: str
    field: str
    words: tuple[TableWord, ...] = ()


@value
class TableConstant:
    """Constant: a field that every row has."""

    field: str
    value: str


@value
class LeftOutRow:
    """Left-out row: a row and why it does not count."""

    row: int
    reason: str


@value
class Table:
    """Table: a CSV or XLSX file whose rows become entries of a list."""

    file: str
    into: str
    sheet: str | None = None
    header_row: int | None = None
    columns: tuple[TableColumn, ...]
    constants: tuple[TableConstant, ...] = ()
    ignore: tuple[str, ...] = ()
    left_out: tuple[LeftOutRow, ...] = ()
