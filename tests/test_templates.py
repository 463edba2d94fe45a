"""The committed Word templates are what their builders make, and can be used."""

from __future__ import annotations

import importlib.util
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from generator.documents.filters import filters
from generator.render.docx.engine import compile_template

ROOT = Path(__file__).parents[1]


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("templates_builder", ROOT / "tools/templates.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BUILDER = builder()


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("name", BUILDER.names())
def test_the_committed_template_is_the_built_one(name: str, tmp_path: Path) -> None:
    committed, built = parts(BUILDER.FOLDER / f"{name}.docx"), parts(BUILDER.make(name, tmp_path))
    assert list(committed) == list(built)
    differing = [part for part, content in built.items() if committed[part] != content]
    assert differing == [], f"run: python tools/templates.py {name}"


@pytest.mark.parametrize("path", sorted(BUILDER.FOLDER.glob("*.docx")), ids=lambda path: path.stem)
def test_every_template_compiles(path: Path) -> None:
    made, findings = compile_template(f"zh-CN/{path.name}", path.read_bytes(), filters())
    assert made
    assert findings == ()


@pytest.mark.parametrize("path", sorted(BUILDER.FOLDER.glob("*.docx")), ids=lambda path: path.stem)
def test_templates_are_clean(path: Path) -> None:
    names = set(parts(path))
    for unwanted in ("stylesWithEffects", "thumbnail", "customXml"):
        assert not [name for name in names if unwanted in name]
