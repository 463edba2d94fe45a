"""Numbered sources of printed figures: a small number beside a row, and at the end the file and line behind it."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.locale import join
from generator.render.pdf import Block, Column, Content, Run, Table, Tone


@dataclass(slots=True)
class Sources:
    """The places that a report has cited so far, in the order of their numbers."""

    _numbers: dict[str, int] = field(default_factory=dict)

    def cite(self, place: str) -> Run:
        """Return the number of ``place`` in brackets, nothing where it is not known; one place has one number."""
        if not place:
            return Run("")
        number = self._numbers.setdefault(place, len(self._numbers) + 1)
        return Run(f" [{number}]", tone=Tone.FAINT)

    def table(self, file: str, lines: str, language: str) -> list[Block]:
        """Return a row for each file with its cited lines by number; nothing where none was cited."""
        by_file: dict[str, list[str]] = {}
        for place, number in self._numbers.items():
            name, _, line = place.rpartition(":")
            by_file.setdefault(name, []).append(f"[{number}] {line}")
        rows: list[tuple[Content, ...]] = [(name, join(by_file[name], language)) for name in sorted(by_file)]
        columns = (Column(file, 0.42), Column(lines, 0.58))
        return [Table(columns, rows)] if rows else []
