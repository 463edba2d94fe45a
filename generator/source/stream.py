"""The stream around the content: directives, and one document only."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic, Text, found
from generator.source.manual import error, page
from generator.source.tree import Lines

Y133 = error(
    133,
    Text(zh="无法使用的指令行", en="directive that cannot be used"),
    page(
        Text(
            zh="行首的 % 是 YAML 指令；只接受 %YAML 1.1 和 %YAML 1.2，也可以不写。",
            en="A % at the start of a line is a directive; only %YAML 1.1 and %YAML 1.2 are accepted, and needless.",
        ),
        Text(zh="其他指令会改变文件的读法。", en="Other directives change how the file is read."),
        wrong="%TAG ! tag:example.com,2026:\n---\na: 1",
        right="a: 1",
    ),
)
Y134 = error(
    134,
    Text(zh="多个文档", en="several documents"),
    page(
        Text(
            zh="一个文件只能有一个 YAML 文档：文件中间不要写 --- 或 ...。",
            en="A file holds one YAML document: no --- or ... in the middle of it.",
        ),
        Text(zh="只读第一个会丢掉其余内容。", en="To read only the first one would lose the rest."),
        wrong="a: 1\n---\nb: 2",
        right="---\na: 1\nb: 2",
    ),
)

_HEAD = re.compile(r"(?:[%#].*\n?|[ \t]*\n)+")
_DIRECTIVE = re.compile(r"^%.*", re.MULTILINE)
_VERSION = re.compile(r"%YAML +1\.[0-9]+ *(#.*)?")


def bad_directive(lines: Lines, at: int) -> Diagnostic:
    """Return the finding for a line that begins with ``%``."""
    message = Text(zh="以 % 开头的指令行不能使用", en="a directive line that begins with % cannot be used")
    hint = Text(zh="删除这一行；若是文本，请加引号", en="delete the line; if it is text, quote it")
    return found(Y133, message, lines.rest(at), hint=hint)


def several(lines: Lines, at: int) -> Diagnostic:
    """Return the finding for a second document that begins at ``at``."""
    message = Text(zh="一个文件里有多个 YAML 文档", en="the file holds more than one YAML document")
    hint = Text(
        zh="删除 --- 或 ... 分隔线，或拆成几个文件", en="delete the --- or ... line, or split the file"
    )
    return found(Y134, message, lines.rest(at), hint=hint)


def directives(lines: Lines, text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text with its leading ``%`` lines made comments, and findings for those not understood."""
    head = _HEAD.match(text)
    if not head or "%" not in head[0]:
        return text, ()
    findings = tuple(
        bad_directive(lines, match.start())
        for match in _DIRECTIVE.finditer(head[0])
        if not _VERSION.fullmatch(match[0])
    )
    return _DIRECTIVE.sub(lambda match: f"#{match[0][1:]}", head[0]) + text[head.end() :], findings
