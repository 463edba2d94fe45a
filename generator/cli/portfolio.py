"""``jiayi portfolio``: the report over all projects, made from their cards."""

from __future__ import annotations

import datetime
from pathlib import Path

from generator import __version__
from generator.build.cards import Gathered
from generator.build.unit import created
from generator.build.write import lock, write
from generator.derive.portfolio import portfolio
from generator.diagnostics import Diagnostic, GeneratorError, Text
from generator.documents.portfolio import STEM, render


def make(
    gathered: Gathered, output: Path, within: int, epoch: str
) -> tuple[Path | None, bool, tuple[Diagnostic, ...]]:
    """Write the report below ``output``; return its path, whether its content is new, and findings.

    Raises ``GeneratorError`` where no project can be read or the system refuses.
    """
    space = gathered.workspace
    rates = space.settings.rates if space.settings else ()
    found = portfolio(gathered.cards.values(), rates, within)
    if found is None:
        raise GeneratorError(Text("没有可以汇总的项目", "no project can be summed up"))
    day = created(epoch) or datetime.datetime.combine(found.on, datetime.time(), datetime.UTC)
    party_a = space.settings.party_a if space.settings else None
    broken = [one.name for one in gathered.broken.values()]
    made = render(found, party_a.name if party_a else "", broken, space.language, day, __version__)
    if made.body is None:
        return None, False, made.diagnostics
    path = output / f"{STEM}.pdf"
    with lock(output):
        return path, write(output, path, made.body), made.diagnostics
