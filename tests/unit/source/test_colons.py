import pytest

from generator.source import read


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("party:\n  名称：张三\n  电话：123", ["Y135", "Y135"]),
        ("party:\n  name:张三", ["Y135"]),
        ("a: 1\n  名：张三", ["Y135"]),
        ("price:100", ["Y123"]),
        ("note:\n  注意：以下内容\n  仅供参考", []),
        ("note:\n  http://example.com", []),
        ("note:\n  10:30", []),
        ("- 注意：付款", []),
        ("note: |\n  名称：张三\n  电话：123", []),
        ("note: '名称：张三'", []),
        ("名：称: 1", []),
        ("time: 14:00\nsite: http://x.cn:80/a", []),
    ],
)
def test_lines_that_look_like_keys(text: str, codes: list[str]) -> None:
    assert [found.code for found in read("a.yaml", text.encode()).diagnostics] == codes
