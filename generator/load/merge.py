"""Several files put together as one project, every value still knowing its own file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from generator.diagnostics import Diagnostic, Place, Related, Route, Span
from generator.source import Source, locate


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of one file (``inner``) that stands at ``outer`` in the whole."""

    outer: Route
    source: Source
    inner: Route


@dataclass(slots=True)
class Merged:
    """The data of a project and where each piece of it was read."""

    first: Source
    data: dict[str, Any] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def span(self, route: Route, part: Literal["key", "value"] = "value") -> Span:
        """Return the position of ``route``, or of the nearest thing above it that was written down."""
        source, inner = self._home(route)
        return source.span(inner, part)

    def _home(self, route: Route) -> tuple[Source, Route]:
        """Return the file in which ``route`` stands, and its route there."""
        owners = [piece for piece in self.parts if route[: len(piece.outer)] == piece.outer]
        if not owners:
            home = next((piece.source for piece in self.parts if piece.outer == ("project",)), self.first)
            return home, ()
        owner = max(owners, key=lambda piece: len(piece.outer))
        return owner.source, (*owner.inner, *route[len(owner.outer) :])

    def locate(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the findings with each symbolic place made a position in a file."""
        return tuple(self._located(diagnostic) for diagnostic in diagnostics)

    def _located(self, diagnostic: Diagnostic) -> Diagnostic:
        where = diagnostic.location
        return replace(
            diagnostic,
            location=self._spot(where) if where is not None else None,
            related=tuple(Related(one.message, self._spot(one.location)) for one in diagnostic.related),
        )

    def _spot(self, location: Place | Span) -> Span:
        if isinstance(location, Span):
            return location
        source, inner = self._home(location.route)
        return locate(source, Place(inner, location.part, location.within))
