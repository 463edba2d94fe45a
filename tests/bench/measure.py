"""What is measured beside what, the programs that take part, and the table that comes of it."""

from __future__ import annotations

import json
import statistics
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "peers"
PATIENCE = 300
"""Seconds that one program gets for one answer."""


class Unavailable(Exception):  # noqa: N818  (it is a reason, printed in the table)
    """A program could not be run here; the text says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: ``ours`` beside ``theirs``, both in ``unit``, and what was to be reached.

    ``ratio`` is theirs / ours for work done and ours / theirs where the goal says so (``at most``); ``met`` is
    ``None`` where there is no goal. A line without ``ours`` or ``theirs`` says in ``note`` why.
    """

    what: str
    ours: float | None
    unit: str = "ms"
    peer: str = ""
    theirs: float | None = None
    ratio: float | None = None
    goal: str = ""
    met: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """How to run: Python of ours, of the peers, and of the one that cannot live beside docxtpl; ``quick`` is a smoke test."""

    python: str
    peer_python: str
    rust_python: str
    scratch: Path
    quick: bool = False

    def jiayi(self, *words: str) -> list[str]:
        """Return the command that a user types, as installed beside our Python."""
        installed = Path(self.python).with_name("jiayi")
        return [str(installed), *words] if installed.exists() else [self.python, "-m", "generator", *words]

    def count(self, full: int, least: int = 1) -> int:
        """Return how often to do what a full run does ``full`` times."""
        return least if self.quick else full


def faster(what: str, ours: float, peer: str, theirs: float, least: float | None, **more: str) -> Line:
    """Return a line whose goal is to be ``least`` times as fast as the peer."""
    ratio = theirs / ours
    goal = f"≥ {least:g}×" if least else ""
    return Line(
        what, ours, "ms", peer, theirs, ratio, goal, ratio >= least if least else None, more.get("note", "")
    )


def at_most(what: str, ours: float, peer: str, theirs: float, most: float | None, **more: str) -> Line:
    """Return a line whose goal is to take at most ``most`` times what the peer takes."""
    ratio = ours / theirs
    goal = f"≤ {most:g}× of it" if most else ""
    return Line(
        what, ours, "ms", peer, theirs, ratio, goal, ratio <= most if most else None, more.get("note", "")
    )


def bounded(what: str, ours: float, unit: str, most: float, note: str = "") -> Line:
    """Return a line whose goal is a bound of its own, in ``unit``."""
    return Line(what, ours, unit, goal=f"≤ {most:g} {unit}", met=ours <= most, note=note)


def missing(what: str, peer: str, reason: object) -> Line:
    """Return a line for a peer that could not take part."""
    return Line(what, None, peer=peer, note=f"not available here: {first_line(reason)}")


def first_line(reason: object) -> str:
    """Return the last line that is not empty of ``reason``, which in a traceback says what happened."""
    lines = [line for line in str(reason).splitlines() if line.strip()]
    return lines[-1].strip()[:200] if lines else type(reason).__name__


@dataclass(slots=True)
class Program:
    """A program that stays warm: it reads one JSON object per line and answers with one.

    ``{"times": n}`` makes n documents, each with another number in it, and answers ``{"ms": […]}``;
    ``{"save": path}`` writes one for inspection. The first line that it prints says which version it is.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] | None = None
    version: str = ""
    times: list[float] = field(default_factory=list)
    _child: subprocess.Popen[str] | None = None

    def __enter__(self) -> Program:
        self._child = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=dict(self.environment) if self.environment else None,
        )
        self.version = str(self._answer()["version"])
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.communicate()

    def ask(self, **request: object) -> dict[str, object]:
        """Return the answer to ``request``; raises :class:`Unavailable` where the program ended instead."""
        assert self._child is not None
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(json.dumps(request) + "\n")
            self._child.stdin.flush()
        except BrokenPipeError:
            raise Unavailable(self._last_words()) from None
        return self._answer()

    def run(self, times: int) -> list[float]:
        """Return how long each of ``times`` documents took, in milliseconds."""
        taken = self.ask(times=times)["ms"]
        assert isinstance(taken, list)
        return taken

    def _answer(self) -> dict[str, object]:
        assert self._child is not None
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            raise Unavailable(self._last_words())
        answer: dict[str, object] = json.loads(line)
        return answer

    def _last_words(self) -> str:
        assert self._child is not None
        return self._child.communicate(timeout=PATIENCE)[1] or "it ended without a word"


@dataclass(slots=True)
class Field:
    """Programs that run in turn: those that work, and why the others do not."""

    programs: dict[str, Program] = field(default_factory=dict)
    absent: dict[str, str] = field(default_factory=dict)

    def median(self, name: str) -> float:
        """Return the median of one program's times in milliseconds; raises :class:`Unavailable`."""
        if name in self.absent:
            raise Unavailable(self.absent[name])
        return statistics.median(self.programs[name].times)

    def label(self, name: str) -> str:
        """Return the program's name and version; raises :class:`Unavailable`."""
        if name in self.absent:
            raise Unavailable(self.absent[name])
        return f"{name} {self.programs[name].version}".strip()


def enter(stack: ExitStack, programs: Iterable[Program]) -> Field:
    """Start ``programs``; one that does not start is kept with its reason."""
    one = Field()
    for program in programs:
        try:
            one.programs[program.name] = stack.enter_context(program)
        except (Unavailable, OSError, ValueError, subprocess.SubprocessError) as error:
            one.absent[program.name] = first_line(error)
    return one


def in_turn(one: Field, rounds: int, each: int, warm_up: int) -> None:
    """Let all programs of ``one`` make ``each`` documents in turn, ``rounds`` times, so that noise meets all."""
    for number in range(rounds + 1):
        for name, program in tuple(one.programs.items()):
            try:
                taken = program.run(each if number else warm_up)
            except Unavailable as error:
                one.absent[name] = first_line(error)
                del one.programs[name]
                continue
            if number:
                program.times += taken


def command_times(commands: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Run ``commands`` in turn and return how long each run took, in milliseconds."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, action in commands.items():
            begun = time.perf_counter()
            action()
            taken[name].append((time.perf_counter() - begun) * 1000)
    return taken


def table(lines: Iterable[Line]) -> str:
    """Return the table for a terminal."""
    return "\n".join(map(_terminal, lines))


def _terminal(line: Line) -> str:
    mark = {True: "✓", False: "✗", None: " "}[line.met]
    ours = _figure(line.ours, line.unit)
    against = f"{line.peer}: {_figure(line.theirs, line.unit)}" if line.peer else ""
    ratio = f"{line.ratio:.2f}×" if line.ratio is not None else ""
    parts = (f"{mark} {line.what:<44} {ours:>12}", against, ratio, line.goal, line.note)
    return "  ".join(part for part in parts if part).rstrip()


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return "—"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"


def markdown(lines: Iterable[Line], about: str) -> str:
    """Return the table for a README: every line, the slower ones too."""
    head = "| what | jiayi | peer | its figure | ratio | to reach | reached |\n|---|--:|---|--:|--:|---|---|"
    rows = (
        f"| {line.what} | {_figure(line.ours, line.unit)} | {line.peer or '–'} | "
        f"{_figure(line.theirs, line.unit) if line.peer and line.theirs is not None else '–'} | "
        f"{f'{line.ratio:.2f} ×' if line.ratio is not None else '–'} | {line.goal or '–'} | "
        f"{ {True: 'yes', False: '**no**', None: '–'}[line.met] }{f' ({line.note})' if line.note else ''} |"
        for line in lines
    )
    return "\n".join((head, *rows, "", about))


def as_json(lines: Iterable[Line], about: Mapping[str, object]) -> str:
    """Return the lines as JSON."""
    return json.dumps({**about, "lines": [asdict(line) for line in lines]}, ensure_ascii=False, indent=2)
