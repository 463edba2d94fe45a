"""Medians of what a PDF costs: loading the fonts, rendering a report, one process after another. Prints, asserts nothing."""

from __future__ import annotations

import runpy
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.render import pdf

ROOT = Path(__file__).parents[2]
LOAD = "import time; from generator.render.pdf import fonts; t = time.perf_counter(); fonts.faces(); print(time.perf_counter() - t)"
IMPORT = "import time; t = time.perf_counter(); import generator.render.pdf; print(time.perf_counter() - t)"


def median(times: int, work: Callable[[], float]) -> str:
    return f"{statistics.median(work() for _ in range(times)) * 1000:.1f} ms"


def fresh(code: str) -> float:
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(result.stdout)


def main() -> None:
    document = runpy.run_path(str(ROOT / "tests" / "unit" / "render" / "pdf" / "sample.py"))["report"]()
    rendered = pdf.render(document)

    def warm() -> float:
        start = time.perf_counter()
        pdf.render(document)
        return time.perf_counter() - start

    sys.stdout.write(
        f"report: {rendered.pages} pages, {len(rendered.data):,} bytes\n"
        f"render, warm: {median(15, warm)}\n"
        f"fonts, new process: {median(5, lambda: fresh(LOAD))}\n"
        f"import, new process: {median(5, lambda: fresh(IMPORT))}\n"
    )


if __name__ == "__main__":
    main()
