"""What the documents of the repository say is true."""

from __future__ import annotations

import re

import pytest
from support import ROOT

from generator.cli.app import app
from generator.cli.manual import codes

DOCS = ("README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")


@pytest.mark.parametrize("name", DOCS)
def test_links_and_pictures_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / target).is_file(), target


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_real_commands_and_targets(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert set(re.findall(r"`jiayi (\w+)", text)) <= set(app.commands)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^    make (\w+)", text, flags=re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)
    for code in re.findall(r"(?:错误|error)\[(\w+)\]", text):
        assert code in codes()
    for option in re.findall(r"`(--[\w-]+)", text):
        options = {
            name for command in (app, *app.commands.values()) for one in command.params for name in one.opts
        }
        assert option in options


def test_both_readmes_have_the_same_shape() -> None:
    def shape(name: str) -> list[str]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return re.findall(r"^(#+) |^(    \S)", text, flags=re.MULTILINE)

    assert len(shape("README.md")) == len(shape("README.zh-CN.md"))


def test_the_architecture_lists_every_floor() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    floors = [
        path
        for path in (ROOT / "generator").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    ]
    for path in floors:
        assert path.name.startswith("__") or f"`{path.stem}`" in text, path.stem
