"""Files are old or new, never half, and stay inside their folder."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from generator.build.write import LOCK, TEMPORARY, clean, lock, write
from generator.diagnostics import GeneratorError


def test_a_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.docx"
    assert write(tmp_path, path, b"one") is True
    before = path.stat().st_mtime_ns
    assert write(tmp_path, path, b"one") is False
    assert path.stat().st_mtime_ns == before
    assert write(tmp_path, path, b"two") is True
    assert path.read_bytes() == b"two"
    assert [one.name for one in path.parent.iterdir()] == ["b.docx"]


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (root / "p").symlink_to(outside)
    with pytest.raises(GeneratorError):
        write(root, root / "p" / "x.docx", b"x")
    assert not list(outside.iterdir())


def test_a_link_in_place_of_a_file_is_replaced_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_bytes(b"keep")
    root = tmp_path / "root"
    root.mkdir()
    (root / "x.docx").symlink_to(target)
    assert write(root, root / "x.docx", b"new") is True
    assert target.read_bytes() == b"keep"
    assert not (root / "x.docx").is_symlink()


def test_a_folder_in_the_way_is_an_environment_error(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    with pytest.raises(GeneratorError):
        write(tmp_path, tmp_path / "x.docx", b"x")
    assert [one.name for one in tmp_path.iterdir()] == ["x.docx"]


def test_leftovers_are_removed_but_not_the_lock(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / f"{TEMPORARY}abc.docx").write_bytes(b"half")
    (tmp_path / LOCK).write_bytes(b"")
    (tmp_path / "p" / "good.docx").write_bytes(b"whole")
    clean(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [LOCK, "good.docx"]
    clean(tmp_path / "nowhere")


def _hold(
    folder: str, ready: multiprocessing.synchronize.Event, done: multiprocessing.synchronize.Event
) -> None:
    with lock(Path(folder)):
        ready.set()
        done.wait(30)


def test_two_builds_do_not_share_a_folder(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(str(tmp_path), ready, done))
    other.start()
    assert ready.wait(30)
    with pytest.raises(GeneratorError), lock(tmp_path):
        pass
    other.kill()  # a killed build frees the folder by itself
    other.join()
    with lock(tmp_path):
        pass


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"")
    with pytest.raises(GeneratorError), lock(tmp_path / "output"):
        pass
