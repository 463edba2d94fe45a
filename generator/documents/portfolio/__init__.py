"""The portfolio report: all projects of a workspace, made from their cards, as a PDF for Party A alone."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from generator.derive.portfolio import Portfolio
from generator.diagnostics import Diagnostic, has_errors
from generator.documents.kind import Rendered
from generator.documents.word import say

STEM = "项目组合报告"
"""The name of its file."""


def render(
    found: Portfolio, author: str, broken: Sequence[str], language: str, created: datetime.datetime, tool: str
) -> Rendered:
    """Return the PDF of ``found``; ``broken`` are the names of projects that have errors and are not in it."""
    from generator.documents.portfolio.document import Board, document  # noqa: PLC0415  # the PDF side, slow to import
    from generator.documents.sources import Sources  # noqa: PLC0415  # likewise
    from generator.render import pdf  # noqa: PLC0415  # likewise

    properties = pdf.Properties(
        title=say(language, "portfolio_title"),
        created=created,
        author=author,
        language=language,
        provenance=(("ToolVersion", tool),),
    )
    made = pdf.render(document(Board(found, tuple(broken), language, Sources()), properties))
    diagnostics: tuple[Diagnostic, ...] = made.diagnostics
    return Rendered(None if has_errors(diagnostics) else made.data, diagnostics)
