"""The examples in the manual pages do what the pages say."""

import importlib
import pkgutil
import re
import textwrap

import pytest

import generator.source
from generator.diagnostics import Code
from generator.source import read
from generator.source.manual import quoted

MODULES = [generator.source] + [
    importlib.import_module(f"generator.source.{module.name}")
    for module in pkgutil.iter_modules(generator.source.__path__)
]
CODES = sorted(
    {value for module in MODULES for value in vars(module).values() if isinstance(value, Code)},
    key=lambda c: c.id,
)


def example(code: Code, heading: str) -> str:
    match = re.search(rf"^{heading}\n\n((?:    .*\n|\n(?=    ))+)", code.manual.en + "\n", re.MULTILINE)
    return textwrap.dedent(match[1]).rstrip("\n") + "\n" if match else ""


def test_codes_are_unique_and_bilingual() -> None:
    assert len({code.id for code in CODES}) == len(CODES) > 25
    for code in CODES:
        assert re.fullmatch(r"Y1\d\d", code.id)
        for text in (code.title, code.manual):
            assert re.search("[一-鿿]", text.zh)
            assert text.en
        assert "为什么：" in code.manual.zh
        assert "Why: " in code.manual.en


@pytest.mark.parametrize("code", [c for c in CODES if example(c, "Wrong:")], ids=lambda c: c.id)
def test_wrong_example_gives_the_code_and_right_example_nothing(code: Code) -> None:
    wrong, right = (read("a.yaml", example(code, heading).encode()) for heading in ("Wrong:", "Right:"))
    assert {found.code for found in wrong.diagnostics} == {code.id}
    assert all(found.severity is code.severity for found in wrong.diagnostics)
    assert right.diagnostics == ()
    assert right.data is not None


@pytest.mark.parametrize("value", ["a: b", 'say "x"', "it's", "D:\\合同", '"', "长" * 30])
def test_quoted_reads_back(value: str) -> None:
    assert read("a.yaml", f"k: {quoted(value)}".encode()).data == {"k": value}
    assert len(quoted("长" * 100)) < 50
