"""Text from the caller, made printable: what cannot be printed is reported, never dropped or shown as a box."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.diagnostics import Diagnostic, Place, Span
from generator.render.pdf import fonts
from generator.render.pdf.lines import Line, Run, set_lines
from generator.render.pdf.links import is_safe, refused_link
from generator.render.pdf.sorts import sort
from generator.render.pdf.theme import Style, Tone

Content = str | Run | Sequence[str | Run]
"""What can be set: plain text, a run, or several of both."""


def runs(content: Content) -> tuple[Run, ...]:
    """Return the content as runs."""
    parts = (content,) if isinstance(content, str | Run) else content
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


@functools.lru_cache(maxsize=2048)
def advance_of(text: str, bold: bool = False) -> int:
    """Return the width in 1/1000 em of text set without any adjustment; every character must be in the font."""
    return sum(sort(character, bold).advance for character in text)


Parts = tuple[tuple[str, bool, Tone | None, str | None], ...]
"""What decides how content is set: text, bold, tone and link of each run; not the place, which findings alone name."""

KEPT_LENGTH = 500
"""Lines of longer content are not kept, so that what is kept stays small."""


def _parts(content: Content) -> Parts:
    if isinstance(content, str):
        return ((content, False, None, None),)
    if isinstance(content, Run):
        return ((content.text, content.bold, content.tone, content.link),)
    return tuple(
        (one, False, None, None) if isinstance(one, str) else (one.text, one.bold, one.tone, one.link)
        for one in content
    )


@functools.lru_cache(maxsize=4096)
def _kept(parts: Parts, style: Style, width: float) -> tuple[Line, ...] | None:
    """Return the lines of content that can be printed as it is, else ``None``; kept from one document to the next."""
    if sum(len(text) for text, *_ in parts) > KEPT_LENGTH:
        return None
    for text, _, _, link in parts:
        if not fonts.covers(text.replace("\n", "")) or (link is not None and not is_safe(link)):
            return None
    return set_lines([Run(*part) for part in parts], style, width)


def _on_one_line(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", " ")


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
        kept = _kept(_parts(content), style, width)
        return set_lines(self.runs(content), style, width) if kept is None else kept

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Return the width in points of a label on one line."""
        return advance_of(self.clean(text).replace("\n", " "), bold) * size / 1000

    def label(self, content: Content, style: Style) -> Line:
        """Return the content set on one line, however long it is; where a line was ended stands a space."""
        if not isinstance(content, str):
            content = tuple(replace(run, text=_on_one_line(run.text)) for run in runs(content))
        elif "\n" in content:
            content = _on_one_line(content)
        lines = self.lines(content, style, 1e6)
        return lines[0] if lines else Line((), 0.0, "")

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return each finding once, in the order in which they were met."""
        return tuple(self.findings.values())
