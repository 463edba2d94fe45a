"""The command line: arguments, exit codes and printing."""

from __future__ import annotations

import sys

import click

from generator.cli.app import app
from generator.cli.language import terminal_language
from generator.diagnostics import GeneratorError

__all__ = ["main"]


def main() -> None:
    """Run ``jiayi``; exit 0 fine, 1 findings, 2 usage or configuration, 3 environment."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that lacks a character must not end the run
    try:
        app(prog_name="jiayi")
    except GeneratorError as error:
        language = terminal_language()
        click.echo(f"jiayi: {error.message.of(language)}", err=True)
        if error.hint is not None:
            click.echo(f"       {error.hint.of(language)}", err=True)
        sys.exit(3)
