"""From file-system events to batches of changed paths that a build may trust.

Events make it fast; a slow look at all files makes it sure, whatever the system loses: queue overflow, a folder that
was replaced, a limit that was reached, a network drive.
"""

from __future__ import annotations

import errno
import os
import queue
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from generator.diagnostics import Text

LOOK = 2.0
"""Seconds between two looks at all files where events come, too."""

QUIET = 0.05
"""Seconds without an event after which several changes, or a removal, count as complete."""

UNCLOSED = 0.15
"""Seconds without an event after which a written file counts as complete though nobody closed it."""

LONGEST = 1.0
"""Seconds after which a burst is passed on though it goes on."""

GIT = 20.0
"""Seconds that a git command is waited for at most."""

POLL = 1.0
_TEMPORARY = re.compile(
    r"^(~\$.*|\..*\.sw[a-z]|\.#.*|#.*#|4913|.*~|.*\.tmp|.*___jb_(tmp|old)___|\.goutputstream-.*|\..*)$"
)
_LIMIT = Text(
    "系统的监视数量已到上限，改为定时查看（每秒一次）。可调大 fs.inotify.max_user_watches 和 max_user_instances。",
    "the system's limit of watches is reached: looking once a second instead. "
    "Raise fs.inotify.max_user_watches and max_user_instances.",
)

Seen = dict[Path, tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Change:
    """What was written, moved or removed; ``everything`` where all is to be looked at; ``notices`` for the user."""

    paths: frozenset[Path]
    everything: bool = False
    notices: tuple[Text, ...] = ()


@dataclass(slots=True)
class _Pending:
    """What has happened and was not passed on yet, with the time of the last event."""

    done: set[Path] = field(default_factory=set)
    gone: set[Path] = field(default_factory=set)
    unclosed: set[Path] = field(default_factory=set)
    since: float = 0.0
    last: float = 0.0

    def due(self) -> float | None:
        """Return the time at which it may be passed on, ``None`` where there is nothing."""
        if not (self.done or self.gone or self.unclosed):
            return None
        wait = 0.0 if len(self.done) == 1 and not self.gone else QUIET
        if self.unclosed:
            wait = UNCLOSED
        return min(self.last + wait, self.since + LONGEST)


class Watcher:
    """Watches files and folders inside one folder; use it as a context manager.

    ``watched`` need not exist; ``ignored`` may lie inside what is watched. With ``poll`` (seconds) no events are
    asked for and only looks are taken.
    """

    def __init__(
        self, folder: Path, watched: Sequence[Path], ignored: Sequence[Path] = (), poll: float | None = None
    ) -> None:
        self._folder, self._watched = folder, tuple(watched)
        self._ignored, self._poll = tuple(ignored), poll
        self._events: queue.Queue[tuple[str, Path]] = queue.Queue()
        self._observer: BaseObserver | None = None
        self._armed: dict[Path, tuple[int, int]] = {}
        self._seen: Seen = {}
        self._notices: list[Text] = []
        self._looked = 0.0

    def __enter__(self) -> Watcher:
        self._seen = self._scan()
        self._looked = time.monotonic()
        self._arm()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._disarm()

    def next(self, timeout: float | None = None) -> Change | None:
        """Return the next change as soon as it is complete; ``None`` where none came within ``timeout`` seconds."""
        end = None if timeout is None else time.monotonic() + timeout
        pending = _Pending()
        while True:
            now = time.monotonic()
            due = pending.due()
            if due is not None and now >= due and not self._git_works(pending):
                return self._change(pending)
            if due is None and now >= self._looked + self._interval():
                found = self._look()
                if found is not None:
                    return found
                continue
            if due is None and end is not None and now >= end:
                return Change(frozenset(), notices=self._told()) if self._notices else None
            targets = [
                due,
                end if due is None else None,
                self._looked + self._interval() if due is None else None,
            ]
            until = min(target for target in targets if target is not None)
            self._wait(pending, max(until - now, 0.001))

    def _interval(self) -> float:
        if self._poll is not None:
            return self._poll
        return LOOK if self._observer is not None else POLL

    def _wait(self, pending: _Pending, seconds: float) -> None:
        """Take the events that come within ``seconds``."""
        try:
            kind, path = self._events.get(timeout=seconds)
        except queue.Empty:
            return
        while True:
            self._note(pending, kind, path)
            try:
                kind, path = self._events.get_nowait()
            except queue.Empty:
                return

    def _note(self, pending: _Pending, kind: str, path: Path) -> None:
        if not self._matters(path):
            return
        now = time.monotonic()
        pending.since = pending.since if pending.due() is not None else now
        pending.last = now
        for group in (pending.done, pending.gone, pending.unclosed):
            group.discard(path)
        {"done": pending.done, "gone": pending.gone, "unclosed": pending.unclosed}[kind].add(path)

    def _matters(self, path: Path) -> bool:
        if _TEMPORARY.match(path.name) or any(path.is_relative_to(one) for one in self._ignored):
            return False
        return any(path.is_relative_to(one) for one in self._watched)

    def _git_works(self, pending: _Pending) -> bool:
        """Return whether git is at work, so that more will follow."""
        if time.monotonic() > pending.since + GIT:
            return False
        busy = any(
            (folder / ".git" / "index.lock").exists() for folder in (self._folder, *self._folder.parents)
        )
        if busy:
            pending.last = time.monotonic()
            pending.since = max(pending.since, pending.last - LONGEST / 2)
        return busy

    def _change(self, pending: _Pending) -> Change:
        paths = pending.done | pending.gone | pending.unclosed
        folders = any(path.is_dir() or path in self._armed for path in paths)
        if folders:
            self._looked = min(
                self._looked, time.monotonic() - LOOK + 0.3
            )  # what came with a new folder is looked for
            self._arm()
        self._remember(paths)
        return Change(frozenset(paths), folders, self._told())

    def _remember(self, paths: set[Path]) -> None:
        """Keep what was passed on from being found once more by the next look."""
        for path in paths:
            state = _state(path)
            if state is None:
                self._seen.pop(path, None)
            elif not path.is_dir():
                self._seen[path] = state

    def _look(self) -> Change | None:
        """Return what a look at all files finds that no event has told."""
        if self._poll is None:
            self._arm()
        now = self._scan()
        self._looked = time.monotonic()
        before, self._seen = self._seen, now
        paths = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
        if paths or self._notices:
            return Change(frozenset(paths), bool(paths), self._told())
        return None

    def _told(self) -> tuple[Text, ...]:
        told, self._notices = tuple(self._notices), []
        return told

    def _scan(self) -> Seen:
        return {path: state for top in self._watched for path in self._files(top) if (state := _state(path))}

    def _files(self, path: Path) -> Iterator[Path]:
        try:
            if not path.is_dir():
                yield path
                return
            entries = sorted(path.iterdir())
        except OSError:  # gone while we look
            return
        for entry in entries:
            if self._matters(entry):
                yield from self._files(entry)

    def _arm(self) -> None:
        """Ask for events of what is watched, anew where a folder was replaced since."""
        if self._poll is not None:
            return
        wanted = {path: identity for path in (self._folder, *self._watched) if (identity := _identity(path))}
        if self._observer is not None and wanted == self._armed:
            return
        if self._observer is None and self._armed:
            return  # the limit was reached
        self._disarm()
        self._armed = wanted
        try:
            self._observer = self._started(wanted)
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM):
                raise
            self._notices.append(_LIMIT)

    def _started(self, wanted: dict[Path, tuple[int, int]]) -> BaseObserver:
        observer = Observer()
        try:
            for path in wanted:
                observer.schedule(_Handler(self._events), str(path), recursive=path != self._folder)
            observer.start()
        except BaseException:
            _stop(observer)
            raise
        return observer

    def _disarm(self) -> None:
        if self._observer is not None:
            _stop(self._observer)
            self._observer = None


class _Handler(FileSystemEventHandler):
    """Puts events into a queue; an event that cannot be understood is left to the next look."""

    def __init__(self, events: queue.Queue[tuple[str, Path]]) -> None:
        self._events = events

    def dispatch(self, event: FileSystemEvent) -> None:
        kind, path = event.event_type, Path(os.fsdecode(event.src_path))
        if kind == "moved":
            self._events.put(("gone", path))
            self._events.put(("done", Path(os.fsdecode(event.dest_path))))
        elif kind == "deleted":
            self._events.put(("gone", path))
        elif kind == "closed" or (event.is_directory and kind == "created"):
            self._events.put(("done", path))
        elif kind in ("created", "modified") and not event.is_directory:
            self._events.put(("unclosed", path))


def _stop(observer: BaseObserver) -> None:
    if observer.is_alive():
        observer.stop()
        observer.join(1)
    else:
        for emitter in observer.emitters:
            emitter.stop()


def _state(path: Path) -> tuple[int, int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_ctime_ns


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if path.is_dir() else None
