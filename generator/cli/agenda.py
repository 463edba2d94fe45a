"""``jiayi due``: which rows of which projects are listed."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from generator.diagnostics import Text
from generator.load import Loaded
from generator.model.common import Side
from generator.report.agenda import Board, wanted

MOST = 36500
"""Days ahead at most: a hundred years."""


def days(within: str, language: str) -> int:
    """Return a number of days such as ``14`` or ``14d``; raises ``click.UsageError`` (exit code 2) for anything else."""
    found = re.fullmatch(r"([0-9]{1,5})d?", within.strip())
    if found is None or int(found[1]) > MOST:
        message = Text(
            f"--within 写天数，例如 14d，不是 {within}", f"--within is days such as 14d, not {within}"
        )
        raise click.UsageError(message.of(language))
    return int(found[1])


def boards(loaded: Iterable[Loaded], within: int, party: str | None) -> tuple[Board, ...]:
    """Return what is due in every project that can be read; ``party`` is ``a``, ``b`` or nothing."""
    side = Side(f"party_{party}") if party else None
    return tuple(
        Board(
            one.project, tuple((row, one.merged.span(row.route)) for row in wanted(one.project, within, side))
        )
        for one in loaded
        if one.project is not None and one.merged is not None
    )
