"""Rows ``large-project`` and ``memory``: one project of 8,000 lines read and judged, and what building the samples needs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from measure import ROOT, Line, Setting, Unavailable, bounded
from memory import run_measured

SAMPLE = ROOT / "specs" / "service-desk-outsourcing.yaml"
LINES = 8000


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
    done = run_measured(setting.jiayi("build", "-q", "-o", str(setting.scratch / "out")))
    yield bounded("build of the samples: peak memory", done.peak, "MB", 200, f"{done.seconds:.1f} s")
