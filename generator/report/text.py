"""Findings for people: what is wrong, the source line with a caret, what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import click

from generator.diagnostics import Diagnostic, Severity, Span, Text

WIDTH = 100
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
NAMES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}
HINT = Text("办法", "help")
BASIS = Text("依据", "law")


def text(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], language: str) -> str:
    """Return all findings with source frames, then a count; colours are ANSI codes that ``click.echo`` may strip."""
    blocks = ["\n".join(_block(diagnostic, sources, language)) for diagnostic in diagnostics]
    return "\n\n".join([*blocks, summary(diagnostics, language)])


def summary(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """Return one line that counts the findings."""
    counts = {severity: sum(d.severity is severity for d in diagnostics) for severity in Severity}
    if not diagnostics:
        return click.style(Text("没有发现问题", "no problems found").of(language), fg="green")
    zh = "，".join(f"{count} 个{NAMES[severity].zh}" for severity, count in counts.items() if count)
    en = ", ".join(
        f"{count} {NAMES[severity].en}{'s' if count > 1 and severity is not Severity.INFO else ''}"
        for severity, count in counts.items()
        if count
    )
    return click.style(Text(f"共 {zh}", en).of(language), bold=True)


def _block(diagnostic: Diagnostic, sources: Mapping[str, str], language: str) -> Iterator[str]:
    colour = COLOURS[diagnostic.severity]
    head = click.style(f"{NAMES[diagnostic.severity].of(language)}[{diagnostic.code}]", fg=colour, bold=True)
    yield f"{head}: {click.style(visible(diagnostic.message.of(language)), bold=True)}"
    if isinstance(diagnostic.location, Span):
        yield from frame(diagnostic.location, sources, colour)
    for related in diagnostic.related:
        if isinstance(related.location, Span):
            yield from frame(related.location, sources, "blue", visible(related.message.of(language)))
    if diagnostic.hint is not None:
        yield f"  = {click.style(HINT.of(language), fg='green')}: {visible(diagnostic.hint.of(language))}"
    for statute in diagnostic.statutes:
        yield f"  = {click.style(BASIS.of(language), fg='green')}: {statute}"


def frame(span: Span, sources: Mapping[str, str], colour: str, note: str = "") -> Iterator[str]:
    """Yield the position and, where the source is at hand, its line with carets under the span."""
    yield f"  --> {visible(span.file)}:{span.line}:{span.column}"
    lines = sources.get(span.file, "").split("\n")
    if span.line > len(lines) or not lines[span.line - 1].strip():
        return
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    left, cut = _crop(line, start)
    gutter = " " * len(str(span.line))
    shown = visible(left + line[cut:])
    shown = _fit(shown, WIDTH)
    before = width(visible(left + line[cut:start]))
    carets = max(1, min(width(visible(line[start:end])), WIDTH - before))
    bar = click.style("|", fg="blue")
    yield f" {gutter} {bar}"
    yield f" {click.style(str(span.line), fg='blue')} {bar} {shown}"
    yield f" {gutter} {bar} {' ' * before}{click.style('^' * carets, fg=colour)}{' ' + note if note else ''}"


def _crop(line: str, start: int) -> tuple[str, int]:
    """Return a mark and the offset to show ``line`` from, so that ``start`` can be seen."""
    if width(line[:start]) <= WIDTH // 2:
        return "", 0
    return "…", start - WIDTH // 4


def _fit(line: str, room: int) -> str:
    used = 0
    for index, char in enumerate(line):
        used += width(char)
        if used > room:
            return line[:index] + "…"
    return line


def width(string: str) -> int:
    """Return how many columns of a terminal ``string`` takes: two for a full-width character."""
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me")
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in string
    )


def visible(string: str) -> str:
    """Return ``string`` with tabs as blanks and control characters as pictures, safe to show on a terminal."""
    return "".join(_picture(char) for char in string)


def _picture(char: str) -> str:
    code = ord(char)
    if char in "\t\n\r":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "�" if unicodedata.category(char) in ("Cc", "Cf", "Cs") else char
