"""Sources are numbered once each and listed by file."""

from generator.documents.sources import Sources
from generator.render.pdf import Table


def test_one_place_has_one_number() -> None:
    sources = Sources()
    cited = [sources.cite(place).text for place in ("a.yaml:3", "b.yaml:1", "a.yaml:3", "", "a.yaml:9")]
    assert cited == [" [1]", " [2]", " [1]", "", " [3]"]
    (table,) = sources.table("文件", "行", "zh-CN")
    assert isinstance(table, Table)
    assert [tuple(row) for row in table.rows] == [("a.yaml", "[1] 3、[3] 9"), ("b.yaml", "[2] 1")]


def test_nothing_cited_is_no_table() -> None:
    assert Sources().table("文件", "行", "zh-CN") == []
