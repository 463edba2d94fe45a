"""The tree keeps its promises: floors, packages, mirror of tests, sizes, and nothing that ties it to a machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for path in (ROOT / "generator").rglob("*.py") if "__pycache__" not in path.parts)
FILES = [
    ROOT / name
    for name in subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
]
TEXT = {".py", ".md", ".toml", ".yaml", ".yml", ".json", ".sh", ".txt", ".js", ".css", ".html", ".svg", ""}


def test_imports_only_point_down() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_package_is_listed_for_the_wheel() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
        "packages"
    ]
    packages = {
        ".".join(path.relative_to(ROOT).parent.parts) for path in MODULES if path.name == "__init__.py"
    }
    assert set(listed) == packages | {"generator.schemas", "generator.templates"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module says in one sentence what it is for"
    assert text.count("\n") <= 400
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name


def test_only_cli_prints_and_only_build_writes() -> None:
    for path in MODULES:
        floor = path.relative_to(ROOT / "generator").parts[0]
        calls = {
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.Call)
        }
        if floor != "cli":
            assert not calls & {"print", "click.echo", "sys.exit"}, path
        if floor not in ("cli", "build"):
            assert not {call for call in calls if call.endswith((".write_text", ".write_bytes"))}, path


def test_nothing_below_the_command_line_asks_the_clock_or_chance() -> None:
    for path in MODULES:
        if path.relative_to(ROOT / "generator").parts[0] == "cli":
            continue
        text = path.read_text(encoding="utf-8")
        for word in (
            "datetime.now(",
            "date.today(",
            " time.time(",
            "import random",
            "import secrets",
            "import uuid",
            "urlopen",
        ):
            assert word not in text, f"{path}: {word}"


def test_committed_files_stand_alone() -> None:
    forbidden = (
        "/" + "work/",
        "../" + "shared",
        "py" + "pi.org",
        "registry." + "npmjs",
        "pythonhosted" + ".org",
        "deb." + "debian.org",
        "crates" + ".io",
        "npm" + "mirror",
        "/" + "root/",
        "/" + "home/",
        "/" + "Users/",
        "shared" + "/",
    )
    for path in FILES:
        if path.suffix in TEXT and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            for word in forbidden:
                assert word not in text, f"{path.relative_to(ROOT)} names {word}"


COVERED_TOGETHER = {
    "rules": "tests/cases holds a case file for each check",
    "model": "test_conformance compares it with the schemas",
    "load/codes.py": "values alone; test_manual reads every page",
    "documents/evaluation_blank.py": "test_evaluation holds it against the filled form",
    "source/stream.py": "test_syntax and test_limits reach it through the reader",
    "source/strict.py": "test_syntax reaches it through the reader",
    "source/syntax_codes.py": "values alone; test_syntax meets each",
    "source/tabs.py": "test_limits and test_syntax reach it through the reader",
}


def test_tests_mirror_the_modules() -> None:
    """A module has its own test file, or one beside it that imports it; a package may be tested as one."""
    missing = []
    for path in MODULES:
        inner = path.relative_to(ROOT / "generator")
        excused = {inner.parts[0], inner.as_posix()} & COVERED_TOGETHER.keys()
        if excused or path.name in ("__init__.py", "__main__.py"):
            continue
        folder = ROOT / "tests" / "unit" / inner.parent
        own, whole = folder / f"test_{path.stem}.py", folder.with_name(f"test_{folder.name}.py")
        parent = ".".join(("generator", *inner.parent.parts))
        imported = rf"from {parent}(\.{path.stem} import|(?s: import [^.]*\b{path.stem}\b))"
        tests = "".join(file.read_text(encoding="utf-8") for file in folder.glob("test_*.py"))
        if not (own.is_file() or whole.is_file() or re.search(imported, tests)):
            missing.append(inner.as_posix())
    assert not missing, "modules without a test beside them"


def test_no_module_is_excused_that_has_a_test_or_is_gone() -> None:
    for name in COVERED_TOGETHER:
        path = ROOT / "generator" / name
        assert path.exists(), name
        assert not (ROOT / "tests" / "unit" / name).with_name(f"test_{path.stem}.py").exists(), name


def test_tests_have_a_module_to_test() -> None:
    for path in (ROOT / "tests" / "unit").rglob("test_*.py"):
        folder = ROOT / "generator" / path.relative_to(ROOT / "tests" / "unit").parent
        assert folder.is_dir(), path
