"""The command line: arguments, exit codes and printing."""

from __future__ import annotations

import atexit
import gc
import sys

from generator.cli import interrupt

__all__ = ["main"]

OBJECTS = 100_000
"""How many objects are made before those in cycles are looked for: a command makes few cycles and soon ends."""


def main() -> None:
    """Run ``jiayi``; exit 0 fine, 1 findings, 2 usage or configuration, 3 environment, 130 where Ctrl-C ended it."""
    interrupt.install()
    gc.set_threshold(OBJECTS)
    atexit.register(gc.freeze)  # at the end all memory goes at once: no cycle in it is looked for
    try:
        status = _status()
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


def _status() -> int:
    from generator.cli import quick  # noqa: PLC0415  # from here on no Ctrl-C is lost

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that lacks a character must not end the run
    try:
        status = quick.answer(sys.argv[1:])
    except OSError:  # the full command finds it again, and says it
        status = None
    if status is None:
        from generator.cli.whole import run  # noqa: PLC0415  # most of the program, which a quick answer needs none of

        status = run()
    return status
