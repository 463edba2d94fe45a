"""The command line: arguments, exit codes and printing."""

from __future__ import annotations

import sys

from generator.cli import interrupt

__all__ = ["main"]


def main() -> None:
    """Run ``jiayi``; exit 0 fine, 1 findings, 2 usage or configuration, 3 environment."""
    interrupt.install()
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
    sys.exit(status)
