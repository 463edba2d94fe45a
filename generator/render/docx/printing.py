"""What a value becomes where a template prints it: checked text, runs, or a problem."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from types import FrameType
from typing import Any, cast

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.diagnostics import Code, Route, Severity, Text
from generator.render.docx.rich import Rich, plain_run
from generator.render.view import Hole, Missing, route_of, unwrap, view

HOLE = Code(
    "T140",
    Severity.ERROR,
    Text("模板需要的值没有填写", "A value that the document needs is absent"),
    Text(
        "模板在此处要打印一个没有填写的值。合同上不能留空：请在 YAML 中填写，或在模板中用 {% if … is defined %} "
        "写明没有该值时的内容。",
        "The template prints a value that is not there. A contract has no silent blanks: fill the value in, or let "
        "the template say with {% if … is defined %} what stands there without it.",
    ),
)
UNKNOWN_NAME = Code(
    "T141",
    Severity.ERROR,
    Text("模板使用了不存在的名称", "A name that does not exist"),
    Text(
        "模板中的名称须与数据的字段一致；拼写错误不会被当作空值。",
        "Names in a template are those of the data; a misspelt one is never taken for an empty value.",
    ),
)
UNPRINTABLE = Code(
    "T142",
    Severity.ERROR,
    Text("值须经过滤器才能打印", "A value that must pass a filter to be printed"),
    Text(
        "文字和整数可以直接打印；金额、小数、日期、是否、枚举须用过滤器写明格式，例如 {{ 金额|money }}、{{ 日期|date }}、"
        "{{ 类型|label }}。",
        "Text and whole numbers print as they are. Money, decimals, dates, booleans and enumerations need a filter "
        "that says how: {{ amount|money }}, {{ day|date }}, {{ kind|label }}.",
    ),
)
CHARACTERS = Code(
    "T143",
    Severity.ERROR,
    Text("值中含有不能打印的字符", "Characters that cannot be printed"),
    Text(
        "控制字符、行分隔符（U+2028、U+2029、U+0085）和不成对的代理字符不能写入 Word 文档。请在 YAML 中删除。",
        "Control characters, line separators (U+2028, U+2029, U+0085) and lone surrogates cannot stand in a Word "
        "document. Delete them from the YAML.",
    ),
)
RICH_IN_TEXT = Code(
    "T144",
    Severity.ERROR,
    Text("带格式的内容须用 {{r …}} 打印", "Formatted content outside {{r …}}"),
    Text(
        "引用、书签、复选框等带格式的内容须写成 {{r 名称 }}，不能写成 {{ 名称 }}。",
        "References, bookmarks, checkboxes and other formatted parts are placed by {{r name }}, not {{ name }}.",
    ),
)
FILTER = Code(
    "T145",
    Severity.ERROR,
    Text("过滤器不接受该值", "A filter that cannot print the value"),
    Text(
        "该过滤器只适用于某一类值，例如 |date 只用于日期。请改用合适的过滤器，或更正数据。",
        "The filter is for another kind of value: |date prints dates only. Use the fitting one, or correct the data.",
    ),
)
AWKWARD = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]")
ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]")
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class FilterError(ValueError):
    """Raised by a filter for a value it cannot print, with words for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding while rendering, at a line of the compiled source."""

    line: int
    code: Code
    message: Text
    route: Route | None = None


class Placed(Markup):
    """Markup that the engine has checked and may stand where it is put."""

    __slots__ = ()


class Scope(Context):
    """The names of one rendering, the problems met so far, and the runs placed in a plain text."""

    problems: list[Problem]
    runs: list[Rich]

    def report(self, code: Code, message: Text, route: Route | None = None) -> Placed:
        """Note a problem at the tag being evaluated and return nothing to print."""
        self.problems.append(Problem(_line(sys._getframe(1)), code, message, route))
        return _NOTHING


def _line(frame: FrameType | None) -> int:
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 0


@pass_context
def finalize_xml(scope: Scope, value: Any) -> str:
    """Return what stands in the part for ``value``, escaped."""
    kind = type(value)
    if kind is str:
        return _escaped(value) or _lines(scope, value)
    if kind is Placed:
        return cast(str, value)
    return str(value) if kind is int else _refuse(scope, value)


@pass_context
def finalize_text(scope: Scope, value: Any) -> str:
    """Return what stands in a clause text for ``value``."""
    if isinstance(value, Rich):
        scope.runs.append(value)
        return f"\0{len(scope.runs) - 1}\0"
    kind = type(value)
    if kind is str:
        return value if ILLEGAL.search(value) is None else _characters(scope, value)
    if kind is Placed:
        return cast(str, value)
    return str(value) if kind is int else _refuse(scope, value)


@lru_cache(maxsize=8192)
def _escaped(value: str) -> str:
    """Return text that holds nothing out of the ordinary, escaped; documents of one kind say much the same."""
    return str(escape(value)) if value.isprintable() or AWKWARD.search(value) is None else ""


def _lines(scope: Scope, value: str) -> Placed:
    """Return text with its line feeds and tabs as Word writes them inside ``w:t``."""
    if ILLEGAL.search(value):
        return _characters(scope, value)
    return Placed(str(escape(value)).replace("\n", _BREAK).replace("\t", _TAB))


@pass_context
def placed_run(scope: Scope, value: Any) -> Placed:
    if type(value) is str or type(value) is int:
        value = plain_run(str(value))
    if not isinstance(value, Rich):
        return value if type(value) is Placed else _refuse(scope, value)
    return _characters(scope, value) if ILLEGAL.search(value) else Placed(value)


def _characters(scope: Scope, value: str) -> Placed:
    found = ", ".join(sorted({f"U+{ord(character):04X}" for character in ILLEGAL.findall(value)}))
    return scope.report(CHARACTERS, Text(f"值中含有不能打印的字符 {found}", f"the value contains {found}"))


def _refuse(scope: Scope, value: object) -> Placed:
    if isinstance(value, Missing):
        return scope.report(
            HOLE, Text("此处需要的值没有填写", "the value needed here is absent"), value.route
        )
    if isinstance(value, Undefined):
        name = value._undefined_name
        return scope.report(UNKNOWN_NAME, Text(f"没有此名称：{name}", f"no such name: {name}"))
    if isinstance(value, Rich):
        return scope.report(
            RICH_IN_TEXT, Text("带格式的内容须写成 {{r … }}", "formatted content is placed by {{r … }}")
        )
    kind = type(unwrap(value)).__name__
    message = Text(f"{kind} 类型的值须经过滤器打印", f"a value of type {kind} needs a filter to be printed")
    return scope.report(UNPRINTABLE, message, route_of(value))


def guarded(name: str, function: Callable[..., object], look: Callable[[object], Any]) -> Callable[..., Any]:
    """Return ``function`` as a filter that reports what it cannot print instead of raising."""

    @pass_context
    def call(scope: Scope, value: object, *args: object, **options: object) -> Any:
        if type(value) is Placed:
            return value
        if isinstance(value, Undefined):
            return _refuse(scope, value)
        try:
            options = {key: look(option) for key, option in options.items()}
            return view(function(look(value), *map(look, args), **options), None)
        except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, Hole) as error:
            given = error.message if isinstance(error, FilterError) else Text(str(error), str(error))
            message = Text(
                f"过滤器 {name} 不接受该值：{given.zh}", f"{name} cannot print the value: {given.en}"
            )
            return scope.report(FILTER, message, route_of(value))

    return call


_NOTHING = Placed("")
