"""(Re)build templates/zh-CN/**/*.docx: ``python tools/templates.py [name …]``; each ``template_<name>.py`` makes one.

Such a module has ``TITLE`` (the template's document title) and ``build()``, which returns the python-docx document.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

TOOLS = Path(__file__).parent
FOLDER = TOOLS.parent / "templates" / "zh-CN"


def names() -> tuple[str, ...]:
    """Return the names of all templates that have a module here."""
    return tuple(sorted(path.stem.removeprefix("template_") for path in TOOLS.glob("template_*.py")))


def make(name: str, folder: Path = FOLDER) -> tuple[Path, Path]:
    """Build the template ``name`` into ``folder``, its official page into a folder there, and return both paths."""
    sys.path.insert(0, str(TOOLS))
    try:
        module = importlib.import_module(f"template_{name}")
        base = importlib.import_module("word_base")
    finally:
        sys.path.remove(str(TOOLS))
    path, official = folder / f"{name}.docx", folder / "official" / f"{name}.docx"
    base.save(module.build(), path, module.TITLE)
    base.save(base.officially(module.build()), official, module.TITLE)
    return path, official


if __name__ == "__main__":
    for chosen in sys.argv[1:] or names():
        for made in make(chosen):
            print(made.relative_to(TOOLS.parent))
