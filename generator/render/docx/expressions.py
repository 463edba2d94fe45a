"""What a tag may say: a small part of Jinja that can only look at values, never call or calculate."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from jinja2 import nodes

from generator.diagnostics import Code, Severity, Text

SYNTAX = Code(
    "T126",
    Severity.ERROR,
    Text("模板标签语法错误", "Tag that cannot be read"),
    Text(
        "标签须写成 {{ 名称 }}、{% if 条件 %}…{% endif %}、{% for 项 in 列表 %}…{% endfor %} 或 {% set 名称 = 值 %}，"
        "并且每个块都要结束。本程序不支持 raw、macro、include、import 等其他语句。",
        "Write {{ name }}, {% if condition %}…{% endif %}, {% for item in list %}…{% endfor %} or "
        "{% set name = value %}, and end every block. Other statements (raw, macro, include, import …) do not exist.",
    ),
)
REFUSED = Code(
    "T127",
    Severity.ERROR,
    Text("模板表达式不被允许", "Expression that a template may not use"),
    Text(
        "模板只取值，不计算：不能调用函数或方法，不能做算术，不能访问以下划线开头的名称，不能用变量作下标。"
        "金额、比例、日期等由程序算好，再用过滤器（如 |money、|date）打印。",
        "A template looks values up and does not calculate: no calls, no arithmetic, no names that begin with an "
        "underscore, no computed index. Amounts, shares and dates are worked out by the program and printed through "
        "a filter such as |money or |date.",
    ),
)
UNKNOWN_FILTER = Code(
    "T128",
    Severity.ERROR,
    Text("过滤器或测试不存在", "Unknown filter or test"),
    Text(
        "竖线后面的过滤器、is 后面的测试，只能用本程序提供的那些；请检查拼写。",
        "After a bar stands a filter, after “is” a test; only those which the program offers can be used. "
        "Check the spelling.",
    ),
)

TESTS = frozenset({"defined", "none", "equalto", "in"})
MAX_DEPTH = 60
BLOCK_DEPTH = 5
"""A block in a block counts five, an expression in an expression one: eleven blocks, below Python's own limits."""

_FORBIDDEN_NAMES = frozenset({"self", "super", "caller", "varargs", "kwargs"})
_ALLOWED: frozenset[type[nodes.Node]] = frozenset(
    {
        *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.Name),
        *(nodes.Const, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr),
        *(nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Tuple, nodes.List, nodes.Keyword),
    }
)
_KINDS: dict[type[nodes.Node], Text] = {
    nodes.Call: Text("调用函数或方法", "a call"),
    nodes.Concat: Text("用 ~ 连接", "joining with ~"),
    nodes.Slice: Text("切片", "a slice"),
    nodes.Dict: Text("字典", "a dictionary"),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is wrong with a tag, and the line of the source that Jinja saw it on."""

    line: int
    code: Code
    message: Text


def refusals(tree: nodes.Template, filters: Set[str]) -> Iterator[Refusal]:
    """Yield what ``tree`` says and a template may not; ``filters`` are the names that exist."""
    stack: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        if type(node) not in _ALLOWED:
            yield _refuse(node, _KINDS.get(type(node)) or _kind(node))
            continue
        if depth > MAX_DEPTH:
            yield _refuse(node, Text("嵌套过深", "nesting that deep"))
            continue
        yield from _check(node, filters)
        deeper = depth + (BLOCK_DEPTH if isinstance(node, nodes.For | nodes.If) else 1)
        stack += [(child, deeper) for child in node.iter_child_nodes()]


def names(tree: nodes.Template) -> frozenset[str]:
    """Return the names that a template without refusals takes from its context."""
    stored = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    asked = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"}
    return frozenset(asked - stored - {"loop"})


def _check(node: nodes.Node, filters: Set[str]) -> Iterator[Refusal]:
    match node:
        case nodes.Name(name=name) if name.startswith("_") or name in _FORBIDDEN_NAMES:
            yield _refuse(node, Text(f"名称 {name}", f"the name {name}"))
        case nodes.Getattr(attr=attr) if attr.startswith("_"):
            yield _refuse(node, Text(f"名称 {attr}", f"the name {attr}"))
        case nodes.Getitem(arg=arg) if not _is_index(arg):
            yield _refuse(node, Text("变量作下标", "an index that is not a plain name or number"))
        case nodes.Const(value=value) if not (value is None or isinstance(value, str | int)):
            yield _refuse(node, Text(f"常量 {value}", f"the constant {value}"))
        case nodes.Compare(expr=left, ops=operands):
            sides = [left, *(operand.expr for operand in operands)]
            if any(isinstance(side, nodes.Const) and side.value is None for side in sides):
                yield _refuse(
                    node, Text("与 none 比较（请写 is none）", "a comparison with none (write “is none”)")
                )
        case nodes.CondExpr(expr2=None):
            yield _refuse(node, Text("没有 else 的条件表达式", "a conditional expression without else"))
        case nodes.For(recursive=True):
            yield _refuse(node, Text("递归循环", "a recursive loop"))
        case nodes.Filter(name=name) if name not in filters:
            yield _unknown(node, name, filters)
        case nodes.Filter(node=None):
            yield _refuse(node, Text("过滤器块", "a filter block"))
        case nodes.Test(name=name) if name not in TESTS:
            yield _unknown(node, name, TESTS)


def _is_index(node: nodes.Node) -> bool:
    if not isinstance(node, nodes.Const) or isinstance(node.value, bool):
        return False
    return isinstance(node.value, int) or (isinstance(node.value, str) and not node.value.startswith("_"))


def _kind(node: nodes.Node) -> Text:
    name = type(node).__name__
    if isinstance(node, nodes.BinExpr | nodes.UnaryExpr):
        operator = getattr(node, "operator", name)
        return Text(f"运算 {operator}", f"the operator {operator}")
    return Text(f"语句 {name}", f"the statement {name}")


def _refuse(node: nodes.Node, what: Text) -> Refusal:
    return Refusal(
        node.lineno, REFUSED, Text(f"模板中不能使用{what.zh}", f"a template may not use {what.en}")
    )


def _unknown(node: nodes.Node, name: str, known: Iterable[str]) -> Refusal:
    close = difflib.get_close_matches(name, list(known), 1)
    zh, en = (f"，是否想写 {close[0]}？", f"; did you mean {close[0]}?") if close else ("", "")
    return Refusal(node.lineno, UNKNOWN_FILTER, Text(f"没有 {name}{zh}", f"there is no {name}{en}"))
