"""Keys of mappings: text, given once, without blanks around it."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Related, Text, found
from generator.source.manual import error, page
from generator.source.tree import Lines

Y140 = error(
    140,
    Text(zh="重复的键", en="duplicate key"),
    page(
        Text(
            zh="同一级里同一个键只能出现一次。请删去一个，或改成列表。",
            en="A key may stand once on its level. Delete one of the two, or make a list.",
        ),
        Text(
            zh="多数程序悄悄取后一个值，合同里就只剩其中一个金额或日期。",
            en="Most programs silently take the last one, and only one of two amounts or dates would be printed.",
        ),
        wrong="price: 100\nprice: 120",
        right="price: 120",
    ),
)
Y141 = error(
    141,
    Text(zh="键不是文本", en="the key is not text"),
    page(
        Text(
            zh="键必须是文本。像数字、日期、true、null 的键要加引号；列表和映射不能作键。",
            en="A key is text. Quote one that looks like a number, a date, true or null; a list or mapping is no key.",
        ),
        Text(zh='2026 和 "2026" 会成为两个不同的键。', en='2026 and "2026" would be two different keys.'),
        wrong="2026: 100",
        right='"2026": 100',
    ),
)
Y142 = error(
    142,
    Text(zh="键的写法不对", en="malformed key"),
    page(
        Text(
            zh="键不能为空，不能以空格开头或结尾，也不能含有换行、制表符。",
            en="A key is not empty, has no blanks at its ends, and no line break or tab in it.",
        ),
        Text(zh="看不出差别的两个键会被当成两项。", en="Two keys that look the same would be two entries."),
        wrong='"name ": 甲公司',
        right="name: 甲公司",
    ),
)
Y146 = error(
    146,
    Text(zh="不支持合并键 <<", en="merge key << is not supported"),
    page(
        Text(
            zh="合并键 << 不属于 YAML 1.2。请把要共用的各项直接写出来，或用 *别名 引用整个值。",
            en="The merge key << is not part of YAML 1.2. Write the shared entries out, or refer to a whole value by "
            "an alias *name.",
        ),
        Text(
            zh="读合同资料的人应当在原处看到每一项。",
            en="Who reads contract data should see each entry where it stands.",
        ),
        wrong="base: &base {days: 30}\nterm:\n  <<: *base",
        right="base: &base {days: 30}\nterm: *base",
    ),
)


def duplicate(lines: Lines, key: str, start: int, end: int, first: tuple[int, int]) -> Diagnostic:
    """Return the finding for a key given before at ``first``."""
    line = lines.number(first[0])
    message = Text(
        zh=f"重复的键 “{key}”，第一次出现在第 {line} 行",
        en=f"duplicate key “{key}”; first given on line {line}",
    )
    note = Related(Text(zh="第一次出现", en="first given here"), lines.span(*first))
    hint = Text(
        zh="删去一个；若有多项，请写成列表", en="delete one of them; write a list if there are several"
    )
    return found(Y140, message, lines.span(start, end), hint=hint, related=(note,))


def not_text(lines: Lines, start: int, end: int, key: str | None) -> Diagnostic:
    """Return the finding for a key that is no text; ``None`` for a list or mapping."""
    if key is None:
        message = Text(zh="列表或映射不能作键", en="a list or mapping cannot be a key")
        hint = Text(zh="以 [ 或 { 开头的文本要加引号", en="quote a text that begins with [ or {")
    else:
        message = Text(zh=f"键 {key or '（空）'} 不是文本", en=f"the key {key or '(empty)'} is not text")
        hint = (
            Text(zh=f'加引号："{key}"', en=f'quote it: "{key}"')
            if key
            else Text(zh="写出键名", en="name the key")
        )
    return found(Y141, message, lines.span(start, end), hint=hint)


def merge(lines: Lines, start: int, end: int) -> Diagnostic:
    """Return the finding for a merge key."""
    message = Text(zh="不支持合并键 <<", en="the merge key << is not supported")
    hint = Text(
        zh="直接写出各项，或用 *别名 引用整个值",
        en="write the entries out, or refer to a whole value by *name",
    )
    return found(Y146, message, lines.span(start, end), hint=hint)


def malformed(lines: Lines, key: str, start: int, end: int) -> Diagnostic | None:
    """Return the finding for a key that is empty, has blanks at its ends, or control characters."""
    if not key:
        zh, en = "键是空的", "the key is empty"
    elif key != key.strip():
        zh, en = f"键 “{key.strip()}” 的前后有空白", f"there are blanks around the key “{key.strip()}”"
    elif min(key) < " ":
        zh, en = "键里有换行或制表符", "the key contains a line break or a tab"
    else:
        return None
    return found(Y142, Text(zh=zh, en=en), lines.span(start, end))
