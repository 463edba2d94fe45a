"""The one entry of the bench: ``make bench``, or ``python tests/bench/run.py [--only NAME] [--json FILE] [--markdown]``.

Everything of a row runs in this one run, in turn with its peers; figures are medians, and what counts is the ratio.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import cold
import contract
import many
import own_template
import portfolio
import project
import saving
import summary
from measure import ROOT, Line, Setting, Unavailable, as_json, first_line, markdown, table

ROWS: dict[str, Callable[[Setting], Iterator[Line]]] = {
    "contract": contract.short,
    "contract-long": contract.long,
    "contract-own-template": own_template.own_template,
    "summary": summary.summary,
    "save": saving.save,
    "cold-build": cold.build,
    "cold-one": cold.one,
    "thousand": many.thousand,
    "cold-check": cold.check,
    "portfolio": portfolio.portfolio,
    "large-project": project.large,
    "memory": project.memory,
}


def main() -> int:
    """Run the rows that are wanted and print the table."""
    wanted = _arguments()
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(prefix="jiayi-bench-") as folder:
        for name in wanted.only or ROWS:
            scratch = Path(folder, name)
            scratch.mkdir()
            for line in _row(name, _setting(scratch, wanted.quick)):
                lines.append(line)
                if not wanted.markdown:
                    print(table([line]), flush=True)
    if wanted.markdown:
        print(markdown(lines, _said()))
    if wanted.json:
        wanted.json.write_text(as_json(lines, _about()) + "\n", encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=ROWS, metavar="NAME", help=", ".join(ROWS))
    parser.add_argument("--quick", action="store_true", help="a smoke test: once each, figures mean nothing")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the lines as JSON too")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser.parse_args()


def _setting(scratch: Path, quick: bool) -> Setting:
    peers = ROOT / ".venv-bench"
    rust = peers / "rust-docxtpl"
    return Setting(
        sys.executable, str(peers / "bin" / "python"), str(rust / "bin" / "python"), scratch, quick
    )


def _row(name: str, setting: Setting) -> Iterator[Line]:
    """Yield the lines of one row; what goes wrong in it becomes its last line and the next rows go on."""
    try:
        yield from ROWS[name](setting)
    except Unavailable as error:
        yield Line(name, None, note=f"not available here: {first_line(error)}")
    except Exception as error:  # noqa: BLE001  (one row that fails must not take the others with it)
        if os.environ.get("BENCH_TRACE"):
            traceback.print_exc()
        yield Line(name, None, note=f"failed: {type(error).__name__}: {first_line(error)}")


def _about() -> dict[str, object]:
    return {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _output("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"),
        "python": platform.python_version(),
        "node": _output("node", "--version"),
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
    }


def _said() -> str:
    about = _about()
    return (
        f"Measured by `make bench` at {about['commit']}: Python {about['python']}, Node {about['node']}, {about['system']}. "
        "Medians of runs in turn; × is how many times the other takes what jiayi takes, or what share where “of it” stands."
    )


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "?"
    except OSError:
        return "?"


if __name__ == "__main__":
    sys.exit(main())
