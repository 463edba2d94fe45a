"""``jiayi watch``: a line for each build, findings as they come and go."""

from __future__ import annotations

import datetime
import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click

from generator.build.builder import Built, Made
from generator.build.reasons import joined
from generator.build.unit import created
from generator.cli.building import Wanted, settled
from generator.cli.interrupt import heed
from generator.diagnostics import Diagnostic, GeneratorError, Text, has_errors, ordered
from generator.files import name_of
from generator.report import reporter
from generator.report.text import visible
from generator.serve.live import Live
from generator.serve.watcher import Change, Watcher

RETRY = 1.0
"""Seconds after which a document that was open is tried again, and a Ctrl-C that was lost is heeded."""

SHOWN = 3
"""Changed files and documents that a line names; the others are counted."""

OFTEN = (700, 10, 10)
"""Python's own pace of looking for cycles, for a program that runs all day and should not grow."""


@dataclass(frozen=True, slots=True)
class Served:
    """How the preview is served: at which port (0: any that is free), and whether the browser is opened."""

    port: int = 0
    open: bool = False


@dataclass(slots=True)
class Watch:
    """What is watched, and what was said of it last."""

    live: Live
    language: str
    clock: Callable[[], datetime.datetime]
    show: Callable[[Live], None]
    said: dict[Path, tuple[Diagnostic, ...]] = field(default_factory=dict)

    def say(self, text: Text) -> None:
        """Print one line with the time of day."""
        click.echo(f"{self.clock():%H:%M:%S} {visible(text.of(self.language))}")

    def build(self, change: Change | None) -> None:
        """Build what ``change`` leads to and say so; a failure of the environment ends no watch."""
        begun = time.perf_counter()
        made: list[Made] = []
        try:
            for event in self.live.build(change):
                if isinstance(event, Made):
                    made.append(event)
                else:
                    self._project(event, made)
        except GeneratorError as error:
            self.say(error.message)
            if error.hint is not None:
                self.say(error.hint)
            return
        except OSError as error:  # a folder has gone while we read it: the next change finds it again
            reason = error.strerror or str(error)
            self.say(Text(f"读取时出错：{reason}", f"reading failed: {reason}"))
            return
        self._line(change, made, (time.perf_counter() - begun) * 1000)
        self.show(self.live)

    def _project(self, event: Built, made: list[Made]) -> None:
        """Print the findings of a project where they are not those that were printed last."""
        mine = [one for document in made if document.diagnostics for one in document.diagnostics]
        findings = ordered([*event.diagnostics, *mine])
        before, self.said[event.path] = self.said.get(event.path, ()), findings
        if findings == before:
            return
        if findings:
            click.echo(reporter("text")(findings, event.sources, self.language))
        elif has_errors(before):
            self.say(Text(f"{event.name}：问题已解决", f"{event.name}: no problems any more"))

    def _line(self, change: Change | None, made: list[Made], took: float) -> None:
        new = [one for one in made if one.written]
        failed = [one for one in made if one.written is None]
        if change is not None and not new and not failed and not change.everything:
            return
        what = self._what(change)
        names = _few([one.path.name for one in new])
        why = joined(reason for one in new[:SHOWN] for reason in one.reasons) if new else Text("", "")
        note = Text(f"（{why.zh}）", f" ({why.en})") if why.zh and change is not None else Text("", "")
        result = (
            Text(f"{len(new)} 份：{names.zh}", f"{len(new)} made: {names.en}")
            if new
            else Text("没有变化", "nothing changed")
        )
        lost = Text(f"；{len(failed)} 份未生成", f"; {len(failed)} not made") if failed else Text("", "")
        self.say(
            Text(
                f"{what.zh} → {result.zh}{lost.zh}{note.zh}，{took:.0f} 毫秒",
                f"{what.en} → {result.en}{lost.en}{note.en}, {took:.0f} ms",
            )
        )

    def _what(self, change: Change | None) -> Text:
        if change is None:
            return Text("首次构建", "first build")
        names = sorted(name_of(self.live.root, path) for path in change.paths)
        return _few(names) if names else Text("重试", "again")


def _few(names: list[str]) -> Text:
    shown, more = names[:SHOWN], len(names) - SHOWN
    zh, en = "、".join(shown), ", ".join(shown)
    return Text(f"{zh} 等 {len(names)} 个", f"{en} and {more} more") if more > 0 else Text(zh, en)


def watch(wanted: Wanted, poll: float | None, served: Served | None, language: str) -> None:
    """Build, then build again after each change, until the user stops it; no paths mean whatever projects there are."""
    created(wanted.epoch)
    root, folder = wanted.root, (wanted.output or wanted.root / "output").resolve()
    live = Live(
        root, folder, wanted.epoch, lambda inputs: settled(inputs, wanted.only, language)[0], wanted.paths
    )
    with (
        _preview(folder, served, language) as show,
        Watcher(root, live.watched(), (folder,), poll) as watcher,
    ):
        seen = Watch(live, language, lambda: datetime.datetime.now().astimezone(), show)
        seen.build(None)
        gc.collect()
        gc.set_threshold(*OFTEN)
        gc.freeze()  # what stays is not looked through again at each save
        seen.say(Text(f"正在监视 {root}，按 Ctrl-C 结束", f"watching {root}; Ctrl-C ends it"))
        while True:
            heed()
            change = watcher.next(RETRY)
            for notice in change.notices if change else ():
                seen.say(notice)
            if change is None:
                if live.waiting:
                    seen.build(Change(frozenset(live.waiting)))
            elif change.paths or change.everything:
                seen.build(change)


@contextmanager
def _preview(folder: Path, served: Served | None, language: str) -> Iterator[Callable[[Live], None]]:
    """Yield what shows a build: a page that is served meanwhile, or nothing."""
    if served is None:
        yield _nowhere
        return
    from generator.serve.preview import Preview  # noqa: PLC0415  # used where it is asked for
    from generator.serve.snapshot import Snapshot, snapshot  # noqa: PLC0415  # likewise

    preview = Preview(folder, "zh-CN" if language == "zh" else "en")
    address = preview.start(port=served.port)
    shown: list[Snapshot] = []

    def show(live: Live) -> None:
        if live.workspace is not None:
            before = shown.pop() if shown else None
            epoch = before.epoch + 1 if before else 1
            shown.append(snapshot(live.workspace, live.whole(), live.made, epoch, language, before))
            preview.publish(shown[0])

    click.echo(Text(f"预览：{address}", f"preview: {address}").of(language))
    if served.open:
        click.launch(address)
    try:
        yield show
    finally:
        preview.stop()


def _nowhere(_: Live) -> None:
    pass
