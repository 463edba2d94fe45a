"""The watcher with a real observer and real files."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from generator.serve.watcher import LONGEST, QUIET, UNCLOSED, Change, Watcher

LONG = 60.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path.resolve() / "space"
    (root / "specs" / "folder").mkdir(parents=True)
    for name in ("one.yaml", "two.yaml", "folder/a.yaml"):
        (root / "specs" / name).write_text("a: 1\n", encoding="utf-8")
    return root


def watching(folder: Path, poll: float | None = None) -> Watcher:
    watched = (folder / "jiayi.yaml", folder / "specs", folder / "templates")
    return Watcher(folder, watched, (folder / "output", folder / "specs" / "output"), poll)


@pytest.fixture(params=["events", "poll"])
def watcher(folder: Path, request: pytest.FixtureRequest) -> Iterator[Watcher]:
    with watching(folder, 0.05 if request.param == "poll" else None) as one:
        yield one


@pytest.fixture
def eventful(folder: Path) -> Iterator[Watcher]:
    with watching(folder) as one:
        yield one


def until(watcher: Watcher, done: Callable[[set[Path], bool], bool]) -> list[Change]:
    """Return the changes until those together are enough."""
    changes, paths, everything, end = [], set[Path](), False, time.monotonic() + LONG
    while time.monotonic() < end:
        change = watcher.next(0.2)
        if change is not None:
            changes.append(change)
            paths |= change.paths
            everything = everything or change.everything
        if done(paths, everything):
            return changes
    raise AssertionError((paths, everything))


def replace(path: Path, text: str) -> None:
    """Save as editors do: to a temporary file that is renamed."""
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


def test_a_plain_write(folder: Path, watcher: Watcher) -> None:
    (folder / "specs" / "one.yaml").write_text("a: 2\n", encoding="utf-8")
    until(watcher, lambda paths, _: folder / "specs" / "one.yaml" in paths)


def test_an_atomic_save(folder: Path, watcher: Watcher) -> None:
    replace(folder / "specs" / "one.yaml", "a: 2\n")
    until(watcher, lambda paths, _: folder / "specs" / "one.yaml" in paths)


def test_a_save_as_vim_does_it(folder: Path, watcher: Watcher) -> None:
    path = folder / "specs" / "one.yaml"
    path.rename(folder / "specs" / "one.yaml~")
    path.write_text("a: 2\n", encoding="utf-8")
    (folder / "specs" / "one.yaml~").unlink()
    (folder / "specs" / ".one.yaml.swp").write_bytes(b"x")
    changes = until(watcher, lambda paths, _: path in paths)
    assert all(change.paths == {path} for change in changes)


def test_delete_and_recreate(folder: Path, watcher: Watcher) -> None:
    path = folder / "specs" / "one.yaml"
    path.unlink()
    until(watcher, lambda paths, _: path in paths)
    path.write_text("a: 3\n", encoding="utf-8")
    until(watcher, lambda paths, _: path in paths)


def test_new_removed_and_renamed_projects(folder: Path, watcher: Watcher) -> None:
    new = folder / "specs" / "new"
    new.mkdir()
    (new / "all.yaml").write_text("a: 1\n", encoding="utf-8")
    until(watcher, lambda paths, everything: new / "all.yaml" in paths or (everything and new in paths))
    new.rename(folder / "specs" / "newer")
    until(watcher, lambda paths, _: any(path.is_relative_to(folder / "specs" / "newer") for path in paths))
    shutil.rmtree(folder / "specs" / "newer")
    until(watcher, lambda paths, _: any(path.is_relative_to(folder / "specs" / "newer") for path in paths))


def test_a_file_in_a_folder_made_later_is_watched(folder: Path, eventful: Watcher) -> None:
    new = folder / "specs" / "new"
    new.mkdir()
    until(eventful, lambda paths, _: new in paths)
    path = new / "later.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    until(eventful, lambda paths, _: path in paths)


def test_workspace_file_and_templates_count_and_others_do_not(folder: Path, watcher: Watcher) -> None:
    (folder / "README.md").write_text("x", encoding="utf-8")
    (folder / "specs" / "~$one.docx").write_bytes(b"x")
    (folder / "jiayi.yaml").write_text("language: zh-CN\n", encoding="utf-8")
    changes = until(watcher, lambda paths, _: folder / "jiayi.yaml" in paths)
    assert {path for change in changes for path in change.paths} == {folder / "jiayi.yaml"}
    clause = folder / "templates" / "clauses" / "a.yaml"
    clause.parent.mkdir(parents=True)
    clause.write_text("id: a\n", encoding="utf-8")
    until(watcher, lambda paths, everything: clause in paths or everything)


def test_output_inside_what_is_watched_does_not_loop(folder: Path, watcher: Watcher) -> None:
    output = folder / "specs" / "output"
    output.mkdir()
    (output / "x.docx").write_bytes(b"x")
    (folder / "output").mkdir()
    (folder / "output" / "x.docx").write_bytes(b"x")
    assert watcher.next(0.6) is None


def test_reading_is_no_change(folder: Path, watcher: Watcher) -> None:
    for path in (folder / "specs").rglob("*.yaml"):
        path.read_bytes()
    assert watcher.next(0.4) is None


def test_one_save_is_one_change_at_once(folder: Path, eventful: Watcher) -> None:
    path, taken = folder / "specs" / "one.yaml", []
    for number in range(15):
        opened = time.perf_counter()
        with path.open("w", encoding="utf-8") as file:
            file.write("a: ")
            file.flush()
            file.write(f"{number}\n")
        begun = time.perf_counter()
        starved = begun - opened >= UNCLOSED  # the writer itself was held up: it was not closed for long
        change = eventful.next(LONG)
        taken.append(time.perf_counter() - begun)
        assert change == Change(frozenset({path}))
        assert eventful.next(0.05) is None or starved
    assert sorted(taken)[len(taken) // 2] < 0.05  # no wait for quiet; a loaded machine has room


def test_an_unclosed_file_is_waited_for_but_not_for_ever(folder: Path, eventful: Watcher) -> None:
    path = folder / "specs" / "one.yaml"
    with path.open("w", encoding="utf-8") as file:
        file.write("a: half")
        file.flush()
        begun = time.monotonic()
        assert eventful.next(LONG) == Change(frozenset({path}))
        assert time.monotonic() - begun >= 0.1
        file.write(" whole\n")
    assert eventful.next(LONG) == Change(frozenset({path}))


def test_a_checkout_of_200_files_is_one_change(folder: Path, eventful: Watcher) -> None:
    (folder / ".git").mkdir()
    lock = folder / ".git" / "index.lock"

    def checkout() -> None:
        lock.write_bytes(b"")
        for number in range(200):
            (folder / "specs" / f"p{number}.yaml").write_text(f"a: {number}\n", encoding="utf-8")
            if number % 40 == 0:
                time.sleep(0.12)  # longer than the wait for quiet
        lock.unlink()

    worker = threading.Thread(target=checkout)
    worker.start()
    change = eventful.next(LONG)
    worker.join()
    assert change is not None
    assert len(change.paths) == 200
    assert eventful.next(0.3) is None


def test_a_burst_without_git_is_few_changes(folder: Path, eventful: Watcher) -> None:
    moments = [time.monotonic()]
    for number in range(200):
        (folder / "specs" / f"p{number}.yaml").write_text(f"a: {number}\n", encoding="utf-8")
        moments.append(time.monotonic())
    changes = until(eventful, lambda paths, _: len(paths) == 200)
    pauses = sum(after - before >= QUIET / 2 for before, after in pairwise(moments))
    assert len(changes) <= 4 + pauses + int((moments[-1] - moments[0]) / LONGEST)


def test_a_folder_that_is_deleted_and_comes_back(folder: Path, watcher: Watcher) -> None:
    path = folder / "specs" / "one.yaml"
    shutil.rmtree(folder / "specs")
    until(watcher, lambda paths, everything: bool(paths) and everything)
    (folder / "specs").mkdir()
    path.write_text("a: 5\n", encoding="utf-8")
    until(watcher, lambda paths, _: path in paths or folder / "specs" in paths)
    while watcher.next(2.5) is not None:
        pass
    path.write_text("a: 66\n", encoding="utf-8")
    until(watcher, lambda paths, _: path in paths)


def test_the_whole_workspace_is_moved_away_and_back(folder: Path, watcher: Watcher) -> None:
    path = folder / "specs" / "one.yaml"
    folder.rename(folder.with_name("away"))
    until(watcher, lambda paths, _: bool(paths))
    folder.with_name("away").rename(folder)
    until(watcher, lambda paths, _: path in paths)
    path.write_text("a: 7777\n", encoding="utf-8")
    until(watcher, lambda paths, _: path in paths)


def test_nothing_is_left_running(folder: Path) -> None:
    before = threading.active_count()
    with watching(folder):
        assert threading.active_count() > before
    assert threading.active_count() == before


LIMITED = """
import resource, sys
from pathlib import Path
folder = Path(sys.argv[1])
from generator.serve.watcher import Watcher
with open("/dev/null") as null:
    used = null.fileno()
before = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (used + 1, before[1]))  # a look needs one, inotify more
with Watcher(folder, (folder / "specs",)) as watcher:
    change = watcher.next(5)
    resource.setrlimit(resource.RLIMIT_NOFILE, before)
    print(len(change.notices), "max_user_watches" in change.notices[0].en, flush=True)
    sys.stdin.readline()
    while (change := watcher.next(10)) is None or not change.paths:
        pass
    print(sorted(path.name for path in change.paths), flush=True)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="inotify is Linux's")
def test_a_reached_limit_falls_back_to_looking_and_says_so(folder: Path) -> None:
    assert resource.RLIMIT_NOFILE
    process = subprocess.Popen(
        [sys.executable, "-c", LIMITED, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin
    assert process.stdout
    assert process.stdout.readline() == "1 True\n"
    (folder / "specs" / "one.yaml").write_text("a: 22\n", encoding="utf-8")
    process.stdin.write("\n")
    process.stdin.flush()
    assert "one.yaml" in process.stdout.readline()
    assert process.wait(60) == 0


def test_what_events_lose_a_look_finds(folder: Path, eventful: Watcher) -> None:
    path = folder / "specs" / "one.yaml"
    eventful._disarm()  # as after a lost queue: no event comes, and nothing says so
    path.write_text("a: 9\n", encoding="utf-8")
    until(eventful, lambda paths, _: path in paths)


def test_a_new_time_alone_comes_once(folder: Path, eventful: Watcher) -> None:
    path = folder / "specs" / "one.yaml"
    os.utime(path, ns=(1, 1))
    assert eventful.next(LONG) is not None
    assert eventful.next(0.5) is None
