"""Bounds that end every input in bounded time: depth of nesting and expansion of aliases."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Span, Text, found
from generator.source.manual import error, page
from generator.source.tree import Node

DEPTH = 64
"""The deepest nesting of lists and mappings."""

EXPANSION = 10_000
"""So many values may be added by aliases to those that are written out."""

Y143 = error(
    143,
    Text(zh="嵌套太深", en="nested too deeply"),
    page(
        Text(zh="列表和映射最多嵌套 64 层。", en="Lists and mappings may be nested 64 deep."),
        Text(
            zh="合同资料不会这么深；这样的文件多半是生成错了，或是用来使程序崩溃的。",
            en="Contract data are never so deep; such a file is broken or meant to crash a program.",
        ),
    ),
)
Y144 = error(
    144,
    Text(zh="别名无法使用", en="alias that cannot be used"),
    page(
        Text(
            zh="*名 引用前面用 &名 标出的值。名必须先定义、只定义一次，不能引用自己所在的值；"
            "展开后最多增加 10,000 个值。以 * 或 & 开头的文本要加引号。",
            en="*name refers to a value marked &name before. The name is defined first, once, and not used inside its "
            "own value; aliases may add 10,000 values. Quote a text that begins with * or &.",
        ),
        Text(
            zh="自己引用自己没有尽头；几行别名就能展开成几十亿个值。",
            en="A value inside itself has no end; a few lines of aliases can expand to thousands of millions of values.",
        ),
        wrong="office: *address",
        right="home: &address 北京市\noffice: *address",
    ),
)


def too_deep(span: Span) -> Diagnostic:
    """Return the finding for a list or mapping nested deeper than ``DEPTH``."""
    return found(Y143, Text(zh=f"嵌套超过 {DEPTH} 层", en=f"nested more than {DEPTH} deep"), span)


def bad_alias(span: Span, zh: str, en: str) -> Diagnostic:
    """Return the finding for an anchor or alias that cannot be used."""
    hint = Text(
        zh="直接写出值；以 * 或 & 开头的文本要加引号",
        en="write the value out; quote a text that begins with * or &",
    )
    return found(Y144, Text(zh=zh, en=en), span, hint=hint)


def size(node: Node, most: int = EXPANSION) -> int:
    """Return how many values a node holds with its aliases expanded; counting ends beyond ``most``."""
    count, todo = 0, [node]
    while todo and count <= most:
        count += 1
        children = todo.pop()[2]
        if isinstance(children, dict):
            todo.extend(child for _, _, child in children.values())
        elif children:
            todo.extend(children)
    return count
