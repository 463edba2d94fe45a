"""The sandbox in which templates and clause texts are evaluated: plain views in, text and runs out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

from generator.diagnostics import Code, Severity, Text
from generator.render.docx.printing import (
    HOLE,
    UNKNOWN_NAME,
    Problem,
    Scope,
    finalize_text,
    finalize_xml,
    guarded,
    placed_run,
)
from generator.render.view import Hole, MappingView, Missing, RecordView, View, members, unwrap

EVALUATION = Code(
    "T146",
    Severity.ERROR,
    Text("模板条件或循环无法求值", "A condition or loop that cannot be evaluated"),
    Text(
        "例如比较了不同类型的值，或循环的不是列表。请检查标签中的名称和类型。",
        "Values of different kinds are compared, or a loop runs over something that is not a list. "
        "Check names and types in the tag.",
    ),
)

_LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
RUN = "_run"
"""Name of the filter that the engine itself puts around what ``{{r …}}`` places."""
EACH = "_each"
"""Name of the filter that the engine itself puts around what a loop runs over."""


class UnknownNameError(TemplateRuntimeError):
    """A template asked for a name that the value does not have."""


class _Generator(CodeGenerator):
    """Has each value printed by ``finalize`` alone, which escapes what it returns."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002  # Jinja's
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002  # Jinja's
        self.write(")")


class Sandbox(SandboxedEnvironment):
    """Evaluates views only; see :func:`environment`."""

    context_class = Scope
    code_generator_class = _Generator

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a field of a view; raise for anything that is not one."""
        kind = type(obj)
        if kind is RecordView:
            known = obj._known
            if attribute in known:
                return known[attribute]
            try:
                return obj[attribute]
            except KeyError:
                pass  # said below
        elif kind is MappingView:
            value = obj._value.get(attribute)
            if type(value) is str:
                return value
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return a field or item of a view; raise for anything that is not one."""
        if isinstance(obj, View):
            try:
                return obj[argument]  # type: ignore[index]  # each kind of view has its own kind of index
            except (KeyError, TypeError, AttributeError):
                raise UnknownNameError(f"{argument} ({', '.join(members(obj))})") from None
        if isinstance(obj, Missing):
            return obj
        if isinstance(obj, LoopContext) and argument in _LOOP:
            return getattr(obj, argument)
        if isinstance(obj, Undefined):
            str(obj)
        raise UnknownNameError(f"{argument}")


def environment(filters: Mapping[str, Callable[..., object]], *, xml: bool) -> Sandbox:
    """Return a sandbox with ``filters``, and of Jinja's own ``length``, ``join``, ``first`` and ``last``.

    A filter gets model values, not views; it returns text, a number or :class:`Rich`, and raises
    :class:`FilterError` (or ValueError, TypeError, LookupError, ArithmeticError) for what it cannot print.
    ``xml`` tells a Word part, whose values are escaped, from a clause text, which is escaped where it is placed.
    """
    return _environment(tuple(filters.items()), xml)


@lru_cache(maxsize=16)
def _environment(filters: tuple[tuple[str, Callable[..., object]], ...], xml: bool) -> Sandbox:
    sandbox = Sandbox(
        autoescape=xml,
        undefined=StrictUndefined,
        finalize=finalize_xml if xml else finalize_text,
        keep_trailing_newline=True,
        trim_blocks=not xml,
        lstrip_blocks=not xml,
        optimized=False,
        cache_size=0,
    )
    sandbox.globals.clear()
    sandbox.filters.clear()
    sandbox.filters |= {name: guarded(name, function, unwrap) for name, function in filters}
    sandbox.filters |= {name: guarded(name, function, _same) for name, function in _OWN.items()}
    sandbox.filters |= {RUN: placed_run, EACH: _each}
    sandbox.tests = {"defined": _defined, "none": _none, "equalto": _equal, "in": _in}
    return sandbox


def line_of(error: BaseException) -> int:
    """Return the line of the template that ``error`` comes from, 0 if it does not come from one."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def problem_of(error: BaseException) -> Problem:
    """Return what ``error`` means to whoever wrote the template or the data."""
    line = line_of(error)
    match error:
        case Hole(route=route):
            return Problem(line, HOLE, Text("此处需要的值没有填写", "the value needed here is absent"), route)
        case UnknownNameError():
            return Problem(line, UNKNOWN_NAME, Text(f"没有此名称：{error}", f"no such name: {error}"))
        case TemplateRuntimeError():
            return Problem(line, UNKNOWN_NAME, Text(f"名称不存在：{error}", f"no such name: {error}"))
    return Problem(line, EVALUATION, Text(f"无法求值：{error}", f"cannot be evaluated: {error}"))


def _each(values: object) -> object:
    """Return what a loop runs over; text is not a list of its characters."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TypeError(f"not a list: {type(unwrap(values)).__name__}")
    return values


def _same(value: object) -> object:
    return value


def _join(values: Any, separator: str = "") -> str:
    items = list(values)
    odd = next((item for item in items if type(item) not in (str, int)), None)
    if odd is not None:
        raise TypeError(f"join: {type(unwrap(odd)).__name__}")
    return separator.join(map(str, items))


def _item(values: Any, index: int) -> Any:
    if len(values) == 0:
        raise LookupError("the list is empty")
    return values[index]


_OWN: Mapping[str, Callable[..., object]] = {
    "length": len,
    "join": _join,
    "first": lambda values: _item(values, 0),
    "last": lambda values: _item(values, -1),
}


def _defined(value: object) -> bool:
    return not _none(value)


def _none(value: object) -> bool:
    if isinstance(value, Undefined) and not isinstance(value, Missing):
        str(value)  # a name that does not exist is an error, not an absent value
    return value is None or isinstance(value, Missing)


def _equal(value: object, other: object) -> bool:
    return bool(value == other)


def _in(value: object, container: Any) -> bool:
    return value in container
