"""What libyaml and the pure Python parser read differently is refused, so that every machine reads the same."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Text, found
from generator.source import tabs
from generator.source.colons import Y123
from generator.source.syntax_codes import Y127, Y132
from generator.source.tree import Lines


def flow_scalar(lines: Lines, text: str, start: int, end: int) -> Diagnostic | None:
    """Return the finding for a plain scalar inside brackets that only one of the parsers accepts."""
    mark = text.find("?", start, end)
    if mark >= 0:
        return question(lines, mark)
    if text[end : end + 1] == ":" and text[end + 1 : end + 2] in tuple(",[]{}"):
        return tight_colon(lines, end)
    return None


def question(lines: Lines, at: int) -> Diagnostic:
    """Return the finding for a question mark in plain text inside brackets."""
    message = Text(
        zh="方括号或花括号内的文本含有 ?，需要加引号", en="text with ? inside brackets must be quoted"
    )
    return found(Y127, message, lines.span(at))


def tight_colon(lines: Lines, at: int) -> Diagnostic:
    """Return the finding for a colon that a bracket or comma follows at once."""
    message = Text(zh="冒号后面缺少空格", en="no space after the colon")
    return found(Y123, message, lines.span(at))


def block_scalar(lines: Lines, text: str, start: int, end: int) -> Diagnostic | None:
    """Return the finding for a block scalar with ``|#`` in its first line or a tab as its indentation."""
    stop = min(lines.end(start), end)
    comment = text.find("#", start, stop)
    if comment > 0 and text[comment - 1] in "|>+-0123456789":
        message = Text(zh="# 前面缺少空格", en="no space before #")
        return found(Y132, message, lines.rest(comment))
    if not any(digit in text[start:stop] for digit in "123456789"):
        at = stop + len(text[stop:end]) - len(text[stop:end].lstrip(" \n"))
        if text[at : at + 1] == "\t":
            return tabs.describe(lines, text, at)[0]
    return None
