"""Files are old or new, never half, and stay inside their folder."""

from __future__ import annotations

import errno
import multiprocessing
import os
import stat
import tempfile
from pathlib import Path

import pytest

from generator.build.manifest import FOLDER, NAME
from generator.build.write import LOCK, clean, lock, own_folder, write, write_manifest
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
    assert sorted(one.name for one in tmp_path.iterdir() if one.name != FOLDER) == ["x.docx"]
    assert not list((tmp_path / FOLDER).iterdir())


def test_leftovers_are_removed_but_not_lock_and_manifest(tmp_path: Path) -> None:
    write(tmp_path, tmp_path / "p" / "good.docx", b"whole")
    write_manifest(tmp_path, b"[]")
    (tmp_path / FOLDER / LOCK).write_bytes(b"")
    (tmp_path / FOLDER / "tmpabc.docx").write_bytes(b"half")
    clean(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == sorted(
        [LOCK, NAME, "good.docx"]
    )
    clean(tmp_path / "nowhere")


def test_a_link_in_place_of_our_own_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / FOLDER).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(GeneratorError):
        own_folder(tmp_path)


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


@pytest.mark.parametrize("step", ["fsync", "mkstemp", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "x.docx"
    write(tmp_path, path, b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    owner = {"fsync": os, "mkstemp": tempfile, "replace": Path}[step]
    monkeypatch.setattr(owner, step, full)
    with pytest.raises(GeneratorError, match="No space left"):
        write(tmp_path, path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir() if one.name != FOLDER) == ["x.docx"]
    assert not list((tmp_path / FOLDER).iterdir())


def test_an_interrupt_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, tmp_path / "x.docx", b"new")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_file_system_that_syncs_no_folders_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def refuse(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    assert write(tmp_path, tmp_path / "x.docx", b"new") is True


def test_a_leftover_that_cannot_be_removed_is_an_environment_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_folder(tmp_path) / "tmpabc.docx").write_bytes(b"half")

    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(GeneratorError, match="Permission denied"):
        clean(tmp_path)


def test_everyone_may_read_what_is_written(tmp_path: Path) -> None:
    write(tmp_path, tmp_path / "x.docx", b"new")
    assert stat.S_IMODE((tmp_path / "x.docx").stat().st_mode) == 0o644


def test_a_link_to_the_same_bytes_becomes_a_file(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(b"same")
    (tmp_path / "x.docx").symlink_to(target)
    assert write(tmp_path, tmp_path / "x.docx", b"same") is True
    assert not (tmp_path / "x.docx").is_symlink()
