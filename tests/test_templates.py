"""The committed Word templates are what their builders make, and can be used."""

from __future__ import annotations

import importlib.util
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import docx
import pytest
from docx.shared import Mm

from generator.documents.filters import filters
from generator.render.docx.engine import compile_template

ROOT = Path(__file__).parents[1]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("templates_builder", ROOT / "tools/templates.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BUILDER = builder()
ALL = sorted(BUILDER.FOLDER.rglob("*.docx"))


def named(path: Path) -> str:
    return str(path.relative_to(BUILDER.FOLDER).with_suffix(""))


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("name", BUILDER.names())
def test_the_committed_template_is_the_built_one(name: str, tmp_path: Path) -> None:
    for path in BUILDER.make(name, tmp_path):
        committed, built = parts(BUILDER.FOLDER / path.relative_to(tmp_path)), parts(path)
        assert list(committed) == list(built)
        differing = [part for part, content in built.items() if committed[part] != content]
        assert differing == [], f"run: python tools/templates.py {name}"


@pytest.mark.parametrize("path", ALL, ids=named)
def test_every_template_compiles(path: Path) -> None:
    made, findings = compile_template(f"zh-CN/{named(path)}.docx", path.read_bytes(), filters())
    assert made
    assert findings == ()


@pytest.mark.parametrize("path", ALL, ids=named)
def test_templates_are_clean(path: Path) -> None:
    names = set(parts(path))
    for unwanted in ("stylesWithEffects", "thumbnail", "customXml"):
        assert not [name for name in names if unwanted in name]


@pytest.mark.parametrize("name", BUILDER.names())
def test_the_official_page_is_that_of_the_standard(name: str) -> None:
    """GB/T 9704-2012, 5.2: A4, upper and left margin 37 and 28 mm, a text block of 156 by 225 mm."""
    section = docx.Document(str(BUILDER.FOLDER / "official" / f"{name}.docx")).sections[0]
    across = section.page_width - section.left_margin - section.right_margin
    along = section.page_height - section.top_margin - section.bottom_margin
    landscape = section.page_width > section.page_height
    assert (round(across / Mm(1)), round(along / Mm(1))) == ((225, 156) if landscape else (156, 225))
    with zipfile.ZipFile(BUILDER.FOLDER / "official" / f"{name}.docx") as package:
        assert b"<w:evenAndOddHeaders/>" in package.read("word/settings.xml")
    sides = (section.top_margin, section.left_margin)
    assert [round(one / Mm(1)) for one in sides] == ([28, 37] if landscape else [37, 28])


@pytest.mark.parametrize("path", ALL, ids=named)
def test_tables_fit_the_text_block(path: Path) -> None:
    document = docx.Document(str(path))
    section = document.sections[0]
    width = (section.page_width - section.left_margin - section.right_margin) / 635
    for table in document.element.body.iter(f"{W}tbl"):
        columns = [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")]
        assert sum(columns) <= width + len(columns)


def test_what_a_template_says_is_the_same_on_both_pages() -> None:
    for path in BUILDER.FOLDER.glob("*.docx"):
        plain, official = (docx.Document(str(one)) for one in (path, path.parent / "official" / path.name))
        texts = [["".join(one.itertext()) for one in document.element.body] for document in (plain, official)]
        assert texts[0] == texts[1]
