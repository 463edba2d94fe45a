"""Install the peers of the bench: ``.venv-bench`` for Python's, one more inside for rust-docxtpl, ``npm ci`` for Node's.

The peers get environments of their own so that jiayi is timed with what its users have and nothing else, and because
rust-docxtpl refuses to live beside docxtpl. A peer that cannot be installed is reported and leaves its lines empty.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
PEERS = ROOT / ".venv-bench"
RUST = PEERS / "rust-docxtpl"


def main() -> None:
    """Install what pyproject's extras ``bench`` and ``bench-rust`` and the lock file name."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    for folder, wanted in ((PEERS, extras["bench"]), (RUST, extras["bench-rust"])):
        if not (folder / "bin" / "python").exists():
            run([sys.executable, "-m", "venv", str(folder)])
        if not pip(folder, wanted):  # then those that can be had, one at a time
            for name in wanted:
                pip(folder, [name])
    run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], Path(__file__).parent / "peers")


def pip(folder: Path, wanted: Sequence[str]) -> bool:
    """Install ``wanted`` into the environment ``folder`` and return whether that went well."""
    return run([str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *wanted])


def run(command: Sequence[str], folder: Path = ROOT) -> bool:
    """Run a command and return whether it went well; what it says is shown where it did not."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as error:
        print(f"{command[0]}: {error}", file=sys.stderr)
        return False
    if done.returncode:
        print(done.stderr, file=sys.stderr)
    return done.returncode == 0


main()
