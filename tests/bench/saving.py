"""Row ``save``: from a saved file to the contract rewritten, for programs that watch: ours, a naive script, typst, RenderCV.

All watchers run at once, idle but for the one whose file is saved; the saves go round in turn, first by plain writing, then by
atomic rename, each with another sum. The clock starts before the file is written and stops when the document on the disk, polled
every 0.2 ms, has changed and holds the new sum. Equal: the same contract (the starter's, about 40 headings). Not equal: jiayi
watches 200 projects, checks, and makes the other four documents too; the script reads the same YAML for the sum alone and checks
nothing; typst and RenderCV make a PDF, RenderCV of a CV whose sections are the articles.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import watchers
from measure import Line, Setting, Unavailable, bounded, first_line, missing
from watchers import Watcher

SAVES, PAUSE = 30, 0.35
START, PATIENCE = 60, 15
"""Seconds: between saves, to begin to watch, to notice a save."""
MAKERS = {
    "jiayi watch": watchers.ours,
    "watchdog script, docxtpl": watchers.script,
    "typst, kept": watchers.typst,
    "RenderCV --watch": watchers.rendercv,
}
MODES = ("write", "rename")


class Running:
    """A watcher's process, and its times in milliseconds by mode of saving, or why there are none."""

    def __init__(self, watcher: Watcher, log: Path) -> None:
        self.watcher, self.log = watcher, log
        self.times: dict[str, list[float]] = {mode: [] for mode in MODES}
        self.reason: dict[str, str] = {}

    def __enter__(self) -> Running:
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                self.watcher.command,
                cwd=self.watcher.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def begin(self) -> None:
        """Save until the watcher has answered twice; raises :class:`Unavailable`."""
        end, answered, step = time.monotonic() + START, 0, 1000
        while answered < 2:
            if time.monotonic() > end:
                raise Unavailable(f"does not react: {self.said()}")
            step += 1
            try:
                self.save("write", step, 3)
                answered += 1
            except TimeoutError:
                continue
            time.sleep(PAUSE)

    def save(self, mode: str, step: int, patience: float) -> float:
        """Save the source with the sum of ``step`` and return the milliseconds until the target holds it."""
        watcher = self.watcher
        text, amount = watcher.text(step)
        before = _state(watcher.target)
        fresh = watcher.source.with_name(f".{watcher.source.name}.saving")
        begun = time.perf_counter()
        if mode == "rename":
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(watcher.source)
        else:
            watcher.source.write_text(text, encoding="utf-8")
        while (now := time.perf_counter()) - begun < patience:
            state = _state(watcher.target)
            if state not in (None, before):
                if watcher.holds(watcher.target.read_bytes(), amount):
                    return (now - begun) * 1000
                before = state if _state(watcher.target) == state else before
            time.sleep(0.0002)
            if self.process.poll() is not None:
                raise Unavailable(f"ended: {self.said()}")
        raise TimeoutError

    def said(self) -> str:
        """Return the last line that the watcher printed."""
        return first_line(self.log.read_text(encoding="utf-8", errors="replace"))


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_ino, status.st_size


def save(setting: Setting) -> Iterator[Line]:
    """Yield median and 95th percentile of ours and of each peer."""
    with ExitStack() as stack:
        running, absent = {}, {}
        for name, maker in MAKERS.items():
            try:
                one = stack.enter_context(Running(maker(setting), setting.scratch / f"{len(running)}.log"))
                one.begin()
                running[name] = one
            except Unavailable as error:
                absent[name] = str(error)
        for mode in MODES:
            _phase(list(running.values()), mode, setting.count(SAVES, 2))
        yield from _lines(running, absent)


def _phase(running: list[Running], mode: str, saves: int) -> None:
    for step in range(saves):
        for one in running:
            if mode in one.reason:
                continue
            try:
                one.times[mode].append(one.save(mode, step + 1 + 100 * MODES.index(mode), PATIENCE))
            except TimeoutError:
                one.reason[mode] = f"does not notice a save by {mode}"
            except Unavailable as error:
                one.reason.update(dict.fromkeys(MODES, str(error)))
            time.sleep(PAUSE + os.urandom(1)[0] / 5000)


def _lines(running: dict[str, Running], absent: dict[str, str]) -> Iterator[Line]:
    own = running.get("jiayi watch")
    for mode in MODES:
        what = f"save ({mode}) → contract rewritten"
        if own is None or not own.times[mode]:
            yield Line(
                what, None, note=f"failed: {absent.get('jiayi watch') or (own and own.reason.get(mode))}"
            )
            ours = None
        else:
            ours = statistics.median(own.times[mode])
            note = f"{len(own.times[mode])} saves, most {max(own.times[mode]):.0f} ms"
            yield bounded(f"{what}, median", ours, "ms", 20, note)
            yield bounded(f"{what}, p95", _p95(own.times[mode]), "ms", 60)
        for name in MAKERS:
            if name != "jiayi watch":
                yield _peer(what, mode, ours, name, running.get(name), absent.get(name, ""))


def _peer(what: str, mode: str, ours: float | None, name: str, one: Running | None, reason: str) -> Line:
    if one is None:
        return missing(what, name, reason)
    if not one.times[mode]:
        return Line(what, None, peer=f"{name} {one.watcher.version}", note=one.reason.get(mode, ""))
    median = statistics.median(one.times[mode])
    peer = f"{name} {one.watcher.version}"
    note = f"its p95 {_p95(one.times[mode]):.0f} ms; {one.reason.get(mode, '')}".rstrip("; ")
    return Line(what, ours, "ms", peer, median, median / ours if ours else None, note=note)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
