"""Rows ``cold-*``: commands from nothing to their end, each in a process of its own, in turn with their peers."""

from __future__ import annotations

import statistics
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from measure import ROOT, Line, Setting, at_most, command_times, first_line

SAMPLE = ROOT / "specs" / "service-desk-outsourcing.yaml"


class Broken(Exception):  # noqa: N818  (it is a reason, printed in the table)
    """A command ended with an exit code that it should not have; the text is what it said."""


def command(words: Sequence[str], folder: Path = ROOT, allowed: tuple[int, ...] = (0,)) -> Callable[[], str]:
    """Return an action that runs ``words`` in ``folder``, gives back what it printed and insists on the exit code."""

    def action() -> str:
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode not in allowed:
            raise Broken(f"{' '.join(words[1:4])} ended with {done.returncode}: {first_line(done.stderr)}")
        return done.stdout

    return action


def check(setting: Setting) -> Iterator[Line]:
    """Yield a cold ``jiayi check`` of one sample beside importing what it is built on."""
    ours = command([setting.python, "-m", "generator", "check", str(SAMPLE)])
    base = command([setting.python, "-c", "import jinja2, yaml, jsonschema"])
    taken = command_times({"ours": ours, "base": base}, setting.count(11))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    yield at_most(
        "cold check of one sample",
        medians["ours"],
        "python -c 'import jinja2, yaml, jsonschema'",
        medians["base"],
        3,
    )
