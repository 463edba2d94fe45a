"""The whole command line, and what a failure of the environment is told as."""

from __future__ import annotations

import click

from generator.cli.app import app
from generator.cli.language import terminal_language
from generator.diagnostics import GeneratorError, Text


def run() -> int:
    """Run the command that the arguments name and return 3; every other status ends the program from within."""
    try:
        app(prog_name="jiayi")
    except GeneratorError as error:
        _say(error)
    except OSError as error:  # the system refused: no permission, a name too long, the current folder gone
        reason = ": ".join(
            filter(None, (error.filename and str(error.filename), error.strerror or str(error)))
        )
        _say(GeneratorError(Text(reason, reason)))
    return 3


def _say(error: GeneratorError) -> None:
    from generator.report.text import visible  # noqa: PLC0415  # used where something failed

    language = terminal_language()
    click.echo(f"jiayi: {visible(error.message.of(language))}", err=True)
    if error.hint is not None:
        click.echo(f"       {visible(error.hint.of(language))}", err=True)
