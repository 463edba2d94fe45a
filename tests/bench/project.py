"""Rows ``large-project`` and ``memory``: one project of 8,000 lines read and judged, and what building the samples needs."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from measure import ROOT, Line, Setting, Unavailable, bounded, first_line

SAMPLE = ROOT / "specs" / "service-desk-outsourcing.yaml"
LINES = 8000
PEAK = (
    "import resource, subprocess, sys;"
    "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode;"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, code)"
)
"""Prints the peak memory of a command and its children's in MB, the largest process alone, and its exit code."""


def large(setting: Setting) -> Iterator[Line]:
    """Yield reading, shape and rules of a project of 8,000 lines, warm."""
    from generator.load import load_project, open_workspace  # noqa: PLC0415

    specs = setting.scratch / "specs"
    specs.mkdir()
    (setting.scratch / "jiayi.yaml").write_bytes((ROOT / "jiayi.yaml").read_bytes())
    file = specs / "large.yaml"
    body = _large(SAMPLE.read_text(encoding="utf-8"))
    workspace = open_workspace(setting.scratch)
    taken = []
    for number in range(setting.count(6) + 1):
        # another byte each time, so that nothing kept from the last reading answers
        file.write_text(f"{body}# {number}\n", encoding="utf-8")
        begun = time.perf_counter()
        loaded = load_project(workspace, file)
        taken.append((time.perf_counter() - begun) * 1000)
        if loaded.project is None:
            raise Unavailable(f"the large project has {len(loaded.diagnostics)} findings")
    yield bounded(
        f"read, shape, rules of {body.count(chr(10)):,} lines", statistics.median(taken), "ms", 1000
    )


def _large(text: str) -> str:
    head, _, rest = text.partition("\nlog:")
    contact = text.split("\ncontacts:", 1)[1].split("id:", 1)[1].split("\n", 1)[0].strip()
    entries = "".join(
        f"  - id: big-{number}\n    date: 2026-03-02\n    by: {contact}\n    text: 第{number}条日志，处理工单并回访客户\n"
        for number in range((LINES - text.count("\n")) // 4)
    )
    return f"{head}\nlog:\n{entries}{rest or chr(10)}"


def memory(setting: Setting) -> Iterator[Line]:
    """Yield the peak memory and the time of building all samples into an empty folder."""
    begun = time.perf_counter()
    peak = peak_of(
        setting, [setting.python, "-m", "generator", "build", "-q", "-o", str(setting.scratch / "out")]
    )
    seconds = time.perf_counter() - begun
    yield bounded("build of the samples: memory of the largest process", peak, "MB", 200, f"{seconds:.1f} s")


def peak_of(setting: Setting, words: list[str], folder: Path = ROOT) -> float:
    """Return the peak memory in MB of a command, of its largest process; raises :class:`Unavailable` where it fails."""
    done = subprocess.run(
        [setting.python, "-c", PEAK, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    peak, _, code = done.stdout.strip().rpartition(" ")
    if done.returncode or code.strip() != "0":
        raise Unavailable(
            f"{' '.join(words[1:])} ended with {code or done.returncode}: {first_line(done.stderr)}"
        )
    return float(peak)
