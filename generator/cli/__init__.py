"""The command line: arguments, exit codes and printing."""

from __future__ import annotations

import sys

import click

from generator.cli.app import app
from generator.cli.language import terminal_language
from generator.diagnostics import GeneratorError, Text

__all__ = ["main"]


def main() -> None:
    """Run ``jiayi``; exit 0 fine, 1 findings, 2 usage or configuration, 3 environment."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that lacks a character must not end the run
    try:
        app(prog_name="jiayi")
    except GeneratorError as error:
        _say(error)
    except OSError as error:  # the system refused: no permission, a name too long, the current folder gone
        reason = ": ".join(
            filter(None, (error.filename and str(error.filename), error.strerror or str(error)))
        )
        _say(GeneratorError(Text(reason, reason)))
    sys.exit(3)


def _say(error: GeneratorError) -> None:
    from generator.report.text import visible  # noqa: PLC0415  # used where something failed

    language = terminal_language()
    click.echo(f"jiayi: {visible(error.message.of(language))}", err=True)
    if error.hint is not None:
        click.echo(f"       {visible(error.hint.of(language))}", err=True)
