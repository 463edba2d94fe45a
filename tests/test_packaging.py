"""The wheel holds what it needs and works in an empty environment and an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from support import ROOT

from generator.model.profile import ProjectKind

VENDOR = ROOT / "templates" / "preview" / "vendor"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = tmp_path_factory.mktemp("source") / "jiayi"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(source)], check=True)
    for name in subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-mo", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines():  # what is not committed yet belongs to the program under test, too
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    shutil.copytree(VENDOR, source / VENDOR.relative_to(ROOT))  # git does not know it
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_what_it_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, target, pattern in (
        ("schemas", "generator/schemas", "*.json"),
        ("templates", "generator/templates", "*.*"),
    ):
        for path in (ROOT / folder).rglob(pattern):
            if path.suffix in (".json", ".docx", ".yaml", ".ttf", ".txt", ".html", ".css", ".js", ".svg"):
                assert f"{target}/{path.relative_to(ROOT / folder).as_posix()}" in names
    for path in (ROOT / "generator").rglob("*.py"):
        assert path.relative_to(ROOT).as_posix() in names
    assert "generator/py.typed" in names
    assert not [name for name in names if name.startswith(("tests", "tools", "specs"))]
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_wheel_shows_word_files(wheel: Path) -> None:
    """Taken from npm by ``make``; licences come along."""
    with zipfile.ZipFile(wheel) as package:
        for name in ("docx-preview.min.js", "jszip.min.js", "docx-preview-LICENSE.txt", "jszip-LICENSE.txt"):
            body = package.read(f"generator/templates/preview/vendor/{name}")
            assert body == (VENDOR / name).read_bytes()
        assert b"Apache License" in package.read(
            "generator/templates/preview/vendor/docx-preview-LICENSE.txt"
        )


def test_nothing_of_others_is_committed() -> None:
    names = subprocess.run(["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=True)
    assert not [name for name in names.stdout.splitlines() if "vendor/" in name or "node_modules" in name]


def test_the_main_job_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", str(wheel)], check=True, capture_output=True)
    command = python.with_name("jiayi")
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [command, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )

    module = [python, "-m", "generator", "--version"]
    shown = subprocess.run(module, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert shown.stdout.startswith("jiayi, version "), shown.stderr
    assert run(tmp_path, "--version").stdout.startswith("jiayi, version ")
    for kind in ProjectKind:
        made = run(tmp_path, "new", f"demo-{kind}", "--kind", kind)
        assert made.returncode == 0, made.stderr
        done = run(tmp_path / f"demo-{kind}", "build")
        assert done.returncode == 0, done.stdout + done.stderr
        names = "\n".join(path.name for path in (tmp_path / f"demo-{kind}" / "output").rglob("*.*"))
        for part in ("合同_", "绩效评价表_", ".pdf"):
            assert part in names, names
