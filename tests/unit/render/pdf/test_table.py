import pytest

from generator.render.pdf.flow import Stack
from generator.render.pdf.table import Cell, Column, RowBox, Table, facts
from generator.render.pdf.text import Typesetter


def lay(table: Table, width: float = 480) -> Stack:
    box = table.lay(Typesetter(), width)
    assert isinstance(box, Stack)
    return box


def test_a_table_wider_than_its_frame_is_refused() -> None:
    with pytest.raises(ValueError, match=r"120\.00%"):
        Table((Column("a", 0.6), Column("b", 0.6)), ())


def test_a_row_that_does_not_fill_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="row 1 fills 1 of 2"):
        Table((Column("a", 0.5), Column("b", 0.5)), (("1", "2"), ("1",)))


def test_numbers_stand_on_the_right() -> None:
    row = lay(Table((Column("金额", 0.5, "right"),), (("1,000.00",),))).rows[0]
    assert isinstance(row, RowBox)
    piece = row.cells[0].lines[0].pieces[0]
    assert piece.x + piece.width == pytest.approx(240 - 10)


def test_the_head_is_repeated_and_every_row_kept() -> None:
    table = lay(Table((Column("编号", 0.2), Column("事项", 0.8)), [(str(i), "事项" * i) for i in range(40)]))
    parts = table.split(300)
    assert parts is not None
    first, rest = parts
    assert isinstance(first, Stack)
    assert isinstance(rest, Stack)
    assert first.head is rest.head is table.head
    assert len(first.rows) + len(rest.rows) == 40
    assert first.height <= 300


def test_a_tall_cell_is_cut_by_lines_and_loses_none() -> None:
    table = lay(Table((Column("编号", 0.2), Column("事项", 0.8)), (("1", "合同条款" * 400),)))
    parts = table.split(200)
    assert parts is not None
    lines = []
    for part in parts:
        assert isinstance(part, Stack)
        row = part.rows[0]
        assert isinstance(row, RowBox)
        lines += [line.text for line in row.cells[1].lines]
    assert "".join(lines) == "合同条款" * 400


def test_spans_add_up() -> None:
    row = lay(
        Table((Column("a", 0.5), Column("b", 0.25), Column("c", 0.25)), ((Cell("x", span=2), "y"),))
    ).rows[0]
    assert isinstance(row, RowBox)
    assert [cell.width for cell in row.cells] == [360, 120]


def test_facts_fill_the_last_row() -> None:
    table = facts((("甲方", "A"), ("乙方", "B"), ("范围", "C")))
    assert len(table.rows) == 2
    assert facts(()).rows == []
