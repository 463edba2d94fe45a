"""Characters that must not reach a contract: control characters, hidden line breaks, invisible marks, conflicts."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from generator.diagnostics import Code, Diagnostic, Text, found
from generator.source.manual import error, page, warning
from generator.source.tree import Lines

MOST = 20
"""So many findings of one kind are shown; the last one tells how many follow."""

_COUNTED = 2000

_PASTE = Text(
    zh="删除此字符；它常常是从 PDF、网页或聊天软件粘贴进来的",
    en="delete the character; it is often pasted from a PDF, a web page or a chat",
)

Y110 = error(
    110,
    Text(zh="不能打印的控制字符", en="control character"),
    page(
        Text(
            zh='文本中（或双引号内的转义如 "\\x00"、"\\ud800"）有控制字符、非字符或单独的代理项。',
            en='The text, or an escape such as "\\x00" or "\\ud800" in double quotes, holds a control character, '
            "a noncharacter or a lone surrogate.",
        ),
        Text(
            zh="Word 文件是 XML，装不下这些字符：打开时会报“文件已损坏”。",
            en="A Word file is XML and cannot carry them: it would be reported as damaged.",
        ),
        wrong='title: "框架\\x08协议"',
        right='title: "框架协议"',
    ),
)
Y111 = error(
    111,
    Text(zh="看不见的换行符", en="hidden line break"),
    page(
        Text(
            zh="U+2028、U+2029、U+0085 是看不见的换行符，常随网页或 PDF 粘贴进来。换行请直接按回车，多行文本用 |。",
            en="U+2028, U+2029 and U+0085 are line breaks that cannot be seen, often pasted from web pages and PDFs. "
            "Press Enter for a new line and use | for text of several lines.",
        ),
        Text(
            zh="有的 YAML 程序把它当换行：一个值里就能藏进一个新的键。",
            en="Some YAML programs take them as line breaks: a new key could hide inside a value.",
        ),
        wrong='note: "第一行\\L第二行"',
        right="note: |\n  第一行\n  第二行",
    ),
)
Y112 = warning(
    112,
    Text(zh="看不见的字符", en="invisible character"),
    page(
        Text(
            zh="文本中有零宽字符或改变文字方向的控制符：看上去没有，却会打印、比较、检索进去。",
            en="The text holds a zero-width character or one that changes the direction of writing: it is not seen, "
            "but it is printed, compared and searched.",
        ),
        Text(
            zh="合同文字必须所见即所得；方向控制符能让金额或名称看起来与实际不同。",
            en="Contract text must be what it looks like; direction marks can make an amount or a name look different.",
        ),
        wrong='party: "甲\\u200b公司"',
        right='party: "甲公司"',
    ),
)
Y113 = error(
    113,
    Text(zh="未解决的合并冲突", en="unresolved merge conflict"),
    page(
        Text(
            zh="文件里还有 git 的冲突标记（<<<<<<<、=======、>>>>>>>）。请决定保留哪一边，再删去三行标记。",
            en="The file still holds git's conflict markers (<<<<<<<, =======, >>>>>>>). Decide which side stays and "
            "delete the three marker lines.",
        ),
        Text(
            zh="冲突标记可能藏在多行文本里而不破坏 YAML，两种条款就会一起打印出来。",
            en="Inside a text of several lines the markers are valid YAML, and both versions would be printed.",
        ),
        wrong="<<<<<<< HEAD\nprice: 100\n=======\nprice: 120\n>>>>>>> main",
        right="price: 120",
    ),
)

_UNPRINTABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_BREAKS = "\x85\u2028\u2029"
_HIDDEN = "\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f"
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
_EACH = (
    re.compile(f"(?P<unprintable>[{_UNPRINTABLE}]+)"),
    re.compile(f"(?P<breaks>[{_BREAKS}]+)"),
    re.compile(f"(?P<hidden>[{_HIDDEN}]+|(?<![\ufe0f{_EMOJI}])\u200d+|\u200d+(?![{_EMOJI}]))"),
)
_UNREADABLE = re.compile(f"[{_UNPRINTABLE}{_BREAKS}]")
_SUSPECT = re.compile(f"[{_UNPRINTABLE}{_BREAKS}{_HIDDEN}\u200d]")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_NAMED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "v": "\v",
    "f": "\f",
    "e": "\x1b",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}
_MARKER = re.compile(r"^(?:<{7} .*|={7}|>{7} .*|\|{7} .*)$", re.MULTILINE)


def inspect(lines: Lines) -> Iterator[Diagnostic]:
    """Yield the characters of the text that cannot be printed (errors) or seen (warnings)."""
    if not _SUSPECT.search(lines.text):
        return
    for pattern in _EACH:
        hits = ((match, _judge(match)) for match in islice(pattern.finditer(lines.text), _COUNTED))
        yield from capped(
            found(code, text, lines.span(*match.span()), hint=_PASTE) for match, (code, text) in hits
        )


def conflicts(lines: Lines) -> tuple[Diagnostic, ...]:
    """Return the merge-conflict markers of the text."""
    text = lines.text
    if not any(mark in text for mark in ("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return ()
    message = Text(zh="git 合并冲突还没有解决", en="a git merge conflict is not resolved")
    hint = Text(zh="保留一边，删去标记行", en="keep one side and delete the marker lines")
    hits = islice(_MARKER.finditer(text), _COUNTED)
    return tuple(capped(found(Y113, message, lines.span(*hit.span()), hint=hint) for hit in hits))


def printable(text: str) -> str:
    """Return the text, as long as before, with U+FFFD for each character that no YAML parser may see.

    U+FEFF becomes its successor U+2060: libyaml would skip it at the start of a line.
    """
    return _UNREADABLE.sub("\ufffd", text).replace("\ufeff", "\u2060")


def escapes(lines: Lines, start: int, end: int) -> Iterator[Diagnostic]:
    """Yield what is wrong with characters written as escapes in the double-quoted text at ``start``."""
    for escape in _ESCAPE.finditer(lines.text, start, end):
        written = escape[0][1:]
        point = int(written[1:], 16) if len(written) > 1 else ord(_NAMED.get(written, " "))
        character = chr(point) if point <= sys.maxunicode else " "
        if bad := next(filter(None, (pattern.match(character) for pattern in _EACH)), None):
            code, message = _judge(bad)
            yield found(code, message, lines.span(*escape.span()), hint=_PASTE)


def _judge(match: re.Match[str]) -> tuple[Code, Text]:
    character = match[0][0]
    point = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    en = f"{point} {name}".strip()
    if match.lastgroup == "unprintable":
        return Y110, Text(zh=f"不能打印的字符 {point}", en=f"character {en} cannot be printed")
    if match.lastgroup == "breaks":
        return Y111, Text(zh=f"看不见的换行符 {point}", en=f"hidden line break {en}")
    what = (
        "改变文字方向的字符" if unicodedata.bidirectional(character) not in {"BN", "ON"} else "看不见的字符"
    )
    return Y112, Text(zh=f"{what} {point}（{name}）", en=f"invisible character {en}")


def capped(findings: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield at most ``MOST`` findings of each code, the last one with the number that follow."""
    seen: dict[str, int] = {}
    last: dict[str, Diagnostic] = {}
    for finding in findings:
        seen[finding.code] = seen.get(finding.code, 0) + 1
        if seen[finding.code] < MOST:
            yield finding
        elif seen[finding.code] == MOST:
            last[finding.code] = finding
    for code, finding in last.items():
        more = seen[code] - MOST
        zh, en = (f"（后面还有 {more} 处）", f" (and {more} more)") if more else ("", "")
        message = Text(zh=finding.message.zh + zh, en=finding.message.en + en)
        yield replace(finding, message=message)
