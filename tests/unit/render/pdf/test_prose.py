import pytest

from generator.render.pdf.prose import WIDOW, Hanging, Heading, Item, Lines, Prose, Title, TitleBox
from generator.render.pdf.text import Typesetter


def test_a_paragraph_is_cut_without_widows() -> None:
    box = Prose("合同条款" * 60).lay(Typesetter(), 300)
    assert isinstance(box, Lines)
    total = len(box.lines)
    for room in range(0, int(box.height), 5):
        parts = box.split(room)
        if parts is not None:
            first, rest = parts
            assert isinstance(first, Lines)
            assert isinstance(rest, Lines)
            assert first.height <= room + 0.1
            assert min(len(first.lines), len(rest.lines)) >= WIDOW
            assert len(first.lines) + len(rest.lines) == total


def test_an_item_keeps_its_mark_on_the_first_part() -> None:
    parts = Item("（一）", "合同条款" * 60).lay(Typesetter(), 300).split(60)
    assert parts is not None
    first, rest = parts
    assert isinstance(first, Hanging)
    assert isinstance(rest, Hanging)
    assert first.mark is not None
    assert rest.mark is None
    assert first.left == rest.left


def test_heading_levels_are_checked() -> None:
    with pytest.raises(ValueError, match="heading level 4"):
        Heading("x", 4)


def test_a_title_grows_with_its_lines() -> None:
    short, long = (Title("项目" * count, "说明").lay(Typesetter(), 300).height for count in (3, 40))
    assert long > short


def test_a_title_is_broken_between_its_name_and_what_it_is() -> None:
    made = Title("嘉兴工厂智能仓储管理系统　2027年1月月度报告", "说明").lay(Typesetter(), 300)
    assert isinstance(made, TitleBox)
    assert [line.text for line in made.title] == ["嘉兴工厂智能仓储管理系统", "2027年1月月度报告"]
