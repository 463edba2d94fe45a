"""Compiled templates and clauses are found again by the next build, and only where nobody else can have put them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from building import BASE

from generator import shelf
from generator.build import cache

pytestmark = pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches" / "jiayi"


def is_kept() -> bool:
    """Return whether what one build keeps is there for the next."""
    cache.take("program")
    shelf.recall("text", (1,), lambda: 1)
    cache.keep()
    shelf.fill("", b"")
    cache.take("program")
    return shelf.recall("text", (1,), lambda: 2) == 1


def test_what_is_kept_is_there_for_the_next_and_for_this_user_alone(place: Path) -> None:
    assert is_kept()
    assert place.stat().st_mode & 0o077 == 0
    assert (place / cache.NAME).stat().st_mode & 0o077 == 0
    assert [path.name for path in place.iterdir()] == [cache.NAME]


def test_nothing_is_taken_from_where_others_may_write(place: Path) -> None:
    place.mkdir(parents=True)
    place.chmod(0o777)
    cache.take("program")
    shelf.recall("text", (1,), lambda: 1)
    cache.keep()
    assert (shelf.fresh(), list(place.iterdir())) == (0, [])
    place.chmod(0o700)
    assert is_kept()
    (place / cache.NAME).chmod(0o666)
    cache.take("program")
    shelf.recall("text", (1,), lambda: 1)
    assert shelf.fresh() == 1


def test_a_link_is_not_followed(place: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o777)
    place.parent.mkdir()
    place.symlink_to(tmp_path / "elsewhere")
    is_kept()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_few_things_are_not_kept_by_a_worker(place: Path) -> None:
    cache.take("program")
    shelf.recall("text", (1,), lambda: 1)
    cache.keep(cache.ENOUGH)
    assert list(place.iterdir()) == []


def test_no_folder_is_no_harm(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.parent.write_bytes(b"a file in the way")
    assert not is_kept()
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError))
    assert cache.folder() is None
    assert not is_kept()


def test_documents_are_the_same_with_and_without(tmp_path: Path, place: Path) -> None:
    root = tmp_path / "here"
    (root / "specs").mkdir(parents=True)
    shutil.copy(BASE, root / "specs" / "one.yaml")
    made, kept = [], []
    for _ in range(2):
        command = [sys.executable, "-m", "generator", "build", "-q", "--force"]
        subprocess.run(command, cwd=root, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": "0"})
        made.append({path: path.read_bytes() for path in (root / "output").rglob("*.[dp]*[xf]")})
        kept.append((place / cache.NAME).stat().st_mtime_ns)
    assert made[0]
    assert made[0] == made[1]
    assert kept[0] == kept[1], "the second build compiled something anew"
