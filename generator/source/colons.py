"""Colons that do not separate key and value: full-width, without a space after it, or one too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Text, found
from generator.model.value import record
from generator.source.manual import error, page, quoted, warning
from generator.source.tree import Lines

Y123 = error(
    123,
    Text(zh="冒号后缺空格", en="no space after the colon"),
    page(
        Text(
            zh="键后的冒号必须跟一个空格（或换行）。",
            en="A space (or a line break) must follow the colon of a key.",
        ),
        Text(
            zh="没有空格时，YAML 把“price:100”整个当作一段文本，例如网址和时间就是这样写的。",
            en="Without it YAML takes “price:100” as one text; web addresses and times are written so.",
        ),
        wrong="price:100\ncurrency: CNY",
        right="price: 100\ncurrency: CNY",
    ),
)
Y124 = error(
    124,
    Text(zh="未加引号的值里有“冒号加空格”", en="“colon and space” in a value without quotes"),
    page(
        Text(zh="值里含有“: ”时请给整个值加引号。", en="Put the whole value in quotes if it contains “: ”."),
        Text(
            zh="第二个“: ”会被看作又一个键，YAML 因此无法判断值到哪里为止。",
            en="A second “: ” looks like another key, so YAML cannot tell where the value ends.",
        ),
        wrong="title: 附件一: 报价单",
        right='title: "附件一: 报价单"',
    ),
)
Y126 = error(
    126,
    Text(zh="键后用了全角冒号", en="full-width colon after a key"),
    page(
        Text(
            zh="键和值之间要用半角冒号加空格“: ”，不能用中文输入法的“：”。值里的“：”没有问题。",
            en="Key and value are separated by “: ” (ASCII colon and space), not by the full-width “：”. "
            "Inside a value “：” is fine.",
        ),
        Text(
            zh="对 YAML 来说“：”只是普通文字，整行会被当成一段文本，这一项就丢了。",
            en="To YAML “：” is an ordinary character: the line becomes mere text and the entry is lost.",
        ),
        wrong="甲方：张三\n乙方: 李四",
        right="甲方: 张三\n乙方: 李四",
    ),
)
Y135 = warning(
    135,
    Text(zh="这一行像“键: 值”，却被读成文本", en="this line looks like “key: value” but is read as text"),
    page(
        Text(
            zh="多行的未加引号文本里，每一行都像“键：值”。若是键值，请用“: ”；若确是文本，请加引号或用 |。",
            en="Each line of a text without quotes looks like “key:value”. Use “: ” if they are keys; use quotes or | "
            "if it is text.",
        ),
        Text(
            zh="YAML 会把这些行悄悄连成一段文字，条目就不见了。",
            en="YAML silently joins such lines into one text, and the entries are gone.",
        ),
        wrong="party:\n  名称：张三\n  电话：123",
        right="party:\n  名称: 张三\n  电话: 123",
    ),
)

_KEY_LIKE = re.compile(
    r"""^[ ]*(?:-[ ]+)*(?P<key>"[^"\n]{1,60}"|'[^'\n]{1,60}'|[^\s"'#:：\[\]{},0-9&*!|>@`%-][^"'#:：\n]{0,30})"""
    r"(?P<colon>[:：])(?!//)(?P<rest>.*)",
    re.MULTILINE,
)
_FOLDED = re.compile(r"^[ ]*(?=\w{1,16}[:：](?!//)\S)", re.MULTILINE)


@record
class Repair:
    """A replacement of equal length, made only so that the parser can go on and find more."""

    at: int
    text: str


def misspelt(lines: Lines, text: str, offset: int) -> tuple[Diagnostic, Repair] | None:
    """Return what is wrong with the colon of the key in the line of ``offset``, if anything."""
    start, end = lines.start(offset), lines.end(offset)
    match = _KEY_LIKE.match(text, start, end)
    if not match:
        return None
    colon, rest = match.start("colon"), match["rest"]
    key = match["key"].strip()
    if match["colon"] == "：":
        message = Text(zh=f"“{key}” 后面是全角冒号“：”", en=f"a full-width colon “：” follows “{key}”")
        problem = found(
            Y126, message, lines.span(colon), hint=Text(zh=f"写成 {key}: 值", en=f"write {key}: value")
        )
    elif rest and rest[0] not in " \t":
        message = Text(zh=f"“{key}:” 后面缺少空格", en=f"no space after “{key}:”")
        hint = Text(zh=f"写成 {key}: {rest.strip()[:30]}", en=f"write {key}: {rest.strip()[:30]}")
        problem = found(Y123, message, lines.span(colon, colon + 2), hint=hint)
    else:
        return None
    filler = " " + "x" * (len(rest) - 1) if rest else ""
    return problem, Repair(colon, f":{filler}")


def preceding(lines: Lines, text: str, offset: int) -> list[tuple[Diagnostic, Repair]]:
    """Return the misspelt colons of the unbroken run of lines that ends above the line of ``offset``."""
    faults: list[tuple[Diagnostic, Repair]] = []
    at = lines.start(offset)
    while at > 0 and len(faults) < 20:
        at = lines.start(at - 1)
        content = text[at : lines.end(at)].strip()
        if content and not content.startswith("#"):
            fault = misspelt(lines, text, at)
            if fault is None:
                break
            faults.append(fault)
    return faults[::-1]


def in_value(lines: Lines, text: str, offset: int) -> Diagnostic | None:
    """Return the finding for a second colon at ``offset``, if the line has one before it."""
    before = text[lines.start(offset) : offset]
    if not re.search(r":(?=\s)", before):
        return None
    line = lines.text[lines.start(offset) : lines.end(offset)]
    value = quoted(re.sub(r"^.*?:\s+", "", line, count=1).rstrip())
    return found(
        Y124,
        Text(zh="未加引号的值里又出现了“: ”", en="another “: ” inside a value without quotes"),
        lines.span(offset),
        hint=Text(zh=f"给整个值加引号：{value}", en=f"put the whole value in quotes: {value}"),
    )


def rest_of_value(lines: Lines, text: str, offset: int) -> tuple[Repair, ...]:
    """Return repairs for the colon at ``offset`` and, outside brackets, all that follow in its line."""
    rest = text[offset : lines.end(offset)]
    if "{" in text[lines.start(offset) : offset] or "[" in text[lines.start(offset) : offset]:
        return (Repair(offset, "x"),)
    return tuple(Repair(offset + match.start(), "x") for match in re.finditer(r":(?=\s|$)", rest))


def folded(text: str) -> list[int]:
    """Return the offsets of lines that look like ``key：value`` or ``key:value``."""
    return [match.end() for match in _FOLDED.finditer(text)]


def lost_keys(
    lines: Lines, start: int, end: int, suspects: frozenset[int], *, root: bool
) -> Iterator[Diagnostic]:
    """Yield a finding if every full line of the plain scalar from ``start`` to ``end`` looks like a key."""
    text = lines.text
    rows = [start] if not text[lines.start(start) : start].strip() else []
    at = text.find("\n", start, end)
    while at >= 0:
        if content := text[at + 1 : lines.end(at + 1)]:
            rows.append(at + 1 + len(content) - len(content.lstrip()))
        at = text.find("\n", at + 1, end)
    if not rows or not suspects.issuperset(rows):
        return
    for row in rows:
        fault = misspelt(lines, text, row)
        if fault and root:
            yield fault[0]
        elif fault:
            message = Text(
                zh=f"{fault[0].message.zh}，这一行被读成文本", en=f"{fault[0].message.en}: read as text"
            )
            hint = Text(
                zh="若是键值，请用半角冒号加空格；若是文本，请加引号或用 |",
                en="if it is a key write “: ”; if it is text, use quotes or |",
            )
            yield found(Y135, message, fault[0].location, hint=hint)
