"""Text from the caller, made printable: what cannot be printed is reported, never dropped or shown as a box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.diagnostics import Diagnostic, Place, Span
from generator.render.pdf import fonts
from generator.render.pdf.lines import Line, Run, set_lines, sort
from generator.render.pdf.links import is_safe, refused_link
from generator.render.pdf.theme import Style

Content = str | Run | Sequence[str | Run]
"""What can be set: plain text, a run, or several of both."""


def runs(content: Content) -> tuple[Run, ...]:
    """Return the content as runs."""
    parts = (content,) if isinstance(content, str | Run) else content
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def advance_of(text: str, size: float, bold: bool = False) -> float:
    """Return the width in points of text set without any adjustment; every character must be in the font."""
    return sum(sort(character, bold).advance for character in text) * size / 1000


@dataclass(slots=True)
class Typesetter:
    """Sets text for one document and remembers what it could not set."""

    findings: dict[tuple[str, str], Diagnostic] = field(default_factory=dict)

    def clean(self, text: str, place: Place | Span | None = None) -> str:
        """Return printable text: what the font lacks is reported and shown as ``[U+XXXX]``, never as a box."""
        text = text.replace("\t", " ").replace("\r\n", "\n")
        if fonts.covers(text.replace("\n", "")):
            return text
        shown = []
        for character in text:
            if character == "\n" or fonts.covers(character):
                shown.append(character)
            else:
                self.findings.setdefault(("glyph", character), fonts.missing_glyph(character, place))
                shown.append(f"[U+{ord(character):04X}]")
        return "".join(shown)

    def runs(self, content: Content) -> tuple[Run, ...]:
        """Return the content as runs that can be printed; an unsafe link is reported and dropped."""
        cleaned = []
        for run in runs(content):
            link = run.link
            if link is not None and not is_safe(link):
                self.findings.setdefault(("link", link), refused_link(link, run.place))
                link = None
            cleaned.append(replace(run, text=self.clean(run.text, run.place), link=link))
        return tuple(cleaned)

    def lines(self, content: Content, style: Style, width: float) -> tuple[Line, ...]:
        """Return the content set in lines of at most ``width`` points."""
        return set_lines(self.runs(content), style, width)

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Return the width in points of a label on one line."""
        return advance_of(self.clean(text).replace("\n", " "), size, bold)

    def label(self, content: Content, style: Style) -> Line:
        """Return the content set on one line, however long it is; where a line was ended stands a space."""
        joined = tuple(replace(run, text=run.text.replace("\n", " ")) for run in self.runs(content))
        lines = set_lines(joined, style, 1e6)
        return lines[0] if lines else Line((), 0.0, "")

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return each finding once, in the order in which they were met."""
        return tuple(self.findings.values())
