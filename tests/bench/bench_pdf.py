"""Medians of what a PDF costs: loading the fonts, rendering a report, one process after another. Prints, asserts nothing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "unit" / "render" / "pdf")]

LOAD = "import time; from generator.render.pdf import fonts; t = time.perf_counter(); fonts.faces(); print(time.perf_counter() - t)"
IMPORT = "import time; t = time.perf_counter(); import generator.render.pdf; print(time.perf_counter() - t)"


def median(times: int, work: Callable[[], float]) -> str:
    return f"{statistics.median(work() for _ in range(times)) * 1000:.1f} ms"


def fresh(code: str) -> float:
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(result.stdout)


def main() -> None:
    import sample

    from generator.render import pdf

    document = sample.report()
    rendered = pdf.render(document)

    def warm() -> float:
        start = time.perf_counter()
        pdf.render(document)
        return time.perf_counter() - start

    print(f"report: {rendered.pages} pages, {len(rendered.data):,} bytes")
    print("render, warm:", median(15, warm))
    print("fonts, new process:", median(5, lambda: fresh(LOAD)))
    print("import, new process:", median(5, lambda: fresh(IMPORT)))


if __name__ == "__main__":
    main()
