"""Row ``portfolio``: hundreds of projects with a year of history each: their check, the report over all, and its memory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import workspaces
from measure import Line, Setting, bounded
from memory import Done, run_measured

COUNTS = (10, 50, 200, 1000)
CHECK, REPORT, MEMORY = 20.0, 5.0, 400.0
"""Bounds at 200 projects: seconds of the check, seconds of the report, MB."""


def portfolio(setting: Setting) -> Iterator[Line]:
    """Yield check, first report, report again and peak memory for each number of projects."""
    taken: dict[int, float] = {}
    for count in COUNTS[:1] if setting.quick else COUNTS:
        root = setting.scratch / f"of-{count}"
        workspaces.of_samples(root, count)
        check = _run(setting, root, "check")
        first, again = (_run(setting, root, "portfolio", "--within", "30d") for _ in range(2))
        taken[count] = check.seconds
        note = f"{check.seconds / count * 1000:.0f} ms each"
        bound = count == 200
        yield _line(f"check of {count:,} projects", check.seconds, "s", CHECK if bound else None, note)
        yield _line(f"report over {count:,}, nothing known", first.seconds, "s", None)
        yield _line(
            f"report over {count:,}, unchanged projects", again.seconds, "s", REPORT if bound else None
        )
        peak = max(check.peak, first.peak, again.peak)
        yield _line(f"peak memory at {count:,} projects", peak, "MB", MEMORY if bound else None)
    if len(taken) > 1:
        yield _flat(taken)


def _flat(taken: dict[int, float]) -> Line:
    """Return the dearest against the cheapest further project, from each number of projects to the next."""
    more = [
        (taken[large] - taken[small]) / (large - small) * 1000 for small, large in pairwise(sorted(taken))
    ]
    note = ", ".join(f"{each:.0f}" for each in more) + " ms"
    return bounded("check: dearest further project against cheapest", max(more) / min(more), "×", 1.5, note)


def _run(setting: Setting, root: Path, *words: str) -> Done:
    return run_measured(setting.jiayi(*words), root)


def _line(what: str, ours: float, unit: str, most: float | None, note: str = "") -> Line:
    return bounded(what, ours, unit, most, note) if most else Line(what, ours, unit, note=note)
