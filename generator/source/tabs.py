"""Tabs outside quoted text and comments: as indentation, after a colon, within a value."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic, Text, found
from generator.source.manual import error, page
from generator.source.tree import Lines

Y128 = error(
    128,
    Text(zh="用了制表符（Tab）", en="a tab is used"),
    page(
        Text(
            zh="缩进和冒号后的间隔只能用空格。制表符只能出现在引号内、| 多行文本内和注释里。",
            en="Indent and separate with spaces only. Tabs may stand in quoted text, in | text and in comments.",
        ),
        Text(
            zh="制表符有多宽因编辑器而异，不同的 YAML 程序对它的理解也不同。",
            en="How wide a tab is depends on the editor, and YAML programs disagree about it.",
        ),
        wrong="party:\n\tname: 甲公司",
        right="party:\n  name: 甲公司",
    ),
)


def describe(lines: Lines, text: str, at: int) -> tuple[Diagnostic, bool]:
    """Return the finding for the tab at ``at``, and whether a space in its place leaves the meaning alone."""
    if text[lines.start(at) : at].strip():
        message = Text(zh="这里是制表符（Tab），不是空格", en="a tab stands here, not a space")
        hint = Text(
            zh="换成空格；文本里的制表符要放在引号内", en="use a space; a tab that is text belongs in quotes"
        )
        return found(Y128, message, lines.span(at), hint=hint), True
    rows = len(re.findall(r"^ *\t", text[lines.start(at) :], re.MULTILINE))
    zh, en = (f"（从这里起有 {rows} 行）", f" ({rows} lines from here on)") if rows > 1 else ("", "")
    message = Text(zh=f"用制表符（Tab）缩进{zh}", en=f"a tab is used to indent{en}")
    hint = Text(zh="每一级用两个空格缩进", en="indent with two spaces for each level")
    return found(Y128, message, lines.span(at), hint=hint), False


def stray(lines: Lines, text: str, shields: list[tuple[int, int]], end: int) -> list[int]:
    """Return the offsets of tabs before ``end`` that stand neither in ``shields`` nor in a comment.

    libyaml lets some of them pass and the pure parser none; YAML programs disagree, so none is accepted.
    ``shields`` are the extents of quoted and block text, in the order of the text.
    """
    strays: list[int] = []
    current = 0
    comment = -1
    for match in re.finditer(r"\t|#", text[:end]):
        at = match.start()
        while current < len(shields) and shields[current][1] <= at:
            current += 1
        if current < len(shields) and shields[current][0] <= at:
            continue
        if match[0] == "#":
            after_quote = current > 0 and shields[current - 1][1] == at
            if after_quote or text[at - 1 : at] in ("", " ", "\t", "\n"):
                comment = lines.number(at)
        elif lines.number(at) != comment:
            strays.append(at)
    return strays
