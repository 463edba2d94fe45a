"""A command with its time and the memory of all its processes together."""

from __future__ import annotations

import resource
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import ROOT, Unavailable, first_line

EVERY = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command took: seconds, the peak in MB of all its processes together, what it printed."""

    seconds: float
    peak: float
    said: str


def run_measured(words: Sequence[str], folder: Path = ROOT) -> Done:
    """Run a command; raises :class:`Unavailable` where it fails.

    The peak is the sum over the command and its children of what each holds alone and its share of what they hold together
    (PSS), looked at ten times a second; where the system does not tell, the peak of the largest child of ours so far.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        begun = time.perf_counter()
        child = subprocess.Popen(words, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
        peak = 0
        while child.poll() is None:
            peak = max(peak, _held(child.pid))
            time.sleep(EVERY)
        seconds = time.perf_counter() - begun
        said.seek(0)
        text = said.read()
    if child.returncode:
        raise Unavailable(f"{' '.join(words[1:4])} ended with {child.returncode}: {first_line(text)}")
    return Done(seconds, (peak or resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024, text)


def _held(process: int) -> int:
    """Return the kilobytes that a process and its children hold, 0 where that cannot be read."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        own = next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
        children = {
            child
            for task in Path(f"/proc/{process}/task").iterdir()
            for child in (task / "children").read_text(encoding="ascii").split()
        }
    except (OSError, StopIteration):
        return 0
    return own + sum(_held(int(child)) for child in children)
