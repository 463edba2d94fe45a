"""Runs text with tags, compiled once, with every problem traced to its tag."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Mapping
from types import CodeType
from typing import cast

from jinja2 import Template, TemplateError
from jinja2.runtime import new_context

from generator import shelf
from generator.diagnostics import Code, Diagnostic, Place, Related, Route, Span, Text, found, has_errors
from generator.model.value import record
from generator.render.docx.environment import Sandbox, environment, problem_of
from generator.render.docx.printing import UNKNOWN_NAME, Problem, Scope
from generator.render.docx.rich import Rich
from generator.render.view import view


@record
class Source:
    """What is compiled: which template, which of its parts, and where a finding is shown."""

    name: str
    part: Text | None = None
    location: Place | Span | None = None

    def where(self, around: str) -> Text:
        """Return the words that lead to a tag: template, part, and the text the tag stands in."""
        zh, en = (f"（{self.part.zh}）", f" ({self.part.en})") if self.part else ("", "")
        around = shortened(around)
        if not around:
            return Text(f"“{self.name}”{zh}", f"{self.name}{en}")
        return Text(f"“{self.name}”{zh}的“{around}”处", f"{self.name}{en}, at “{around}”")


@record
class Site:
    """One tag: the line of the compiled source it begins on, its text, and the text around it."""

    line: int
    tag: str
    around: str
    is_run: bool = False


@record
class Compiled:
    """Compiled text as plain data: ``names`` are those it takes from its context, with a site for each."""

    source: Source
    names: Mapping[str, Site]
    sites: tuple[Site, ...]
    code: CodeType


class Program:
    """Compiled text with the sandbox that it runs in."""

    __slots__ = ("_compiled", "_sandbox", "_template", "names", "source")

    def __init__(self, compiled: Compiled, sandbox: Sandbox) -> None:
        self.source, self.names = compiled.source, compiled.names
        self._compiled, self._sandbox = compiled, sandbox
        self._template = Template.from_code(sandbox, compiled.code, {})

    def run(self, scope: Mapping[str, object]) -> tuple[str, list[Rich], tuple[Diagnostic, ...]]:
        """Return the text made from ``scope``, the runs it names by ``\\0number\\0``, and problems.

        Only the names that the text uses are asked for; a value that is no view becomes one without a route. With
        problems the text is not to be used.
        """
        seen = {name: view(scope[name], None) for name in self.names}
        context = cast(Scope, new_context(self._sandbox, self.source.name, {}, seen))
        context.problems, context.runs, text = [], [], ""
        try:
            text = "".join(self._template.root_render_func(context))
        except (TemplateError, ValueError, TypeError, LookupError, ArithmeticError) as error:
            problem = problem_of(error)
            if not problem.line:
                raise  # it does not come from the template: a bug of ours
            context.problems.append(problem)
        return text, context.runs, tuple(dict.fromkeys(map(self._located, context.problems)))

    def unknown(self, context: Container[str]) -> tuple[Diagnostic, ...]:
        """Return a finding for each name that the text uses and ``context`` lacks."""
        return tuple(
            finding(
                self.source,
                site,
                Problem(site.line, UNKNOWN_NAME, Text(f"没有名称 {name}", f"there is no name {name}")),
            )
            for name, site in self.names.items()
            if name not in context
        )

    def _located(self, problem: Problem) -> Diagnostic:
        return finding(self.source, site_at(self._compiled.sites, problem.line), problem)


def finding(source: Source, site: Site, problem: Problem) -> Diagnostic:
    """Return a problem as a diagnostic: at the YAML value if its route is known, else at the template."""
    lead, tag = source.where(site.around), shortened(site.tag)
    message = Text(
        f"模板{lead.zh}，标签 {tag}：{problem.message.zh}", f"{lead.en}, {tag}: {problem.message.en}"
    )
    return at(problem.code, message, source.location, problem.route)


def at(code: Code, message: Text, location: Place | Span | None, route: Route | None) -> Diagnostic:
    """Return a diagnostic at ``route`` with ``location`` as what explains it, or at ``location`` itself."""
    if route is None:
        return found(code, message, location)
    use = Text("模板在此处使用该值", "the template uses the value here")
    return found(code, message, Place(route), related=[Related(use, location)] if location else ())


def shortened(text: str, length: int = 60) -> str:
    """Return ``text`` on one line, cut in the middle to about ``length`` characters."""
    text = " ".join(text.split())
    half = length // 2
    return text if len(text) <= length else f"{text[:half]} … {text[-half:]}"


def site_at(sites: tuple[Site, ...], line: int) -> Site:
    """Return the last tag that begins on or before ``line``."""
    index = bisect_right(sites, line, key=lambda site: site.line)
    return sites[index - 1] if index else Site(0, "", "")


@record
class CompiledText:
    """A clause text; paragraphs are the lines of what it renders to."""

    _program: Program

    @property
    def names(self) -> frozenset[str]:
        """Return the names that the text takes from its context."""
        return frozenset(self._program.names)

    def render(self, context: Mapping[str, object]) -> tuple[str | Rich | None, tuple[Diagnostic, ...]]:
        """Return the text: plain, or :class:`Rich` if a filter put runs into it; ``None`` with its problems."""
        problems = self._program.unknown(context)
        if problems:
            return None, problems
        text, runs, problems = self._program.run(context)
        if has_errors(problems):
            return None, problems
        if not runs:
            return text, ()
        pieces = text.split("\0")
        return Rich.concat(
            runs[int(piece)] if at % 2 else piece for at, piece in enumerate(pieces) if piece
        ), ()


@record
class CompiledCondition:
    """A condition, such as when a clause applies."""

    _text: CompiledText

    @property
    def names(self) -> frozenset[str]:
        """Return the names that the condition takes from its context."""
        return self._text.names

    def holds(self, context: Mapping[str, object]) -> tuple[bool | None, tuple[Diagnostic, ...]]:
        """Return whether the condition holds; ``None`` with its problems."""
        text, problems = self._text.render(context)
        return (None if text is None else bool(text)), problems


def compile_text(
    name: str, text: str, filters: Mapping[str, Callable[..., object]], location: Place | Span | None = None
) -> tuple[CompiledText | None, tuple[Diagnostic, ...]]:
    """Return a clause text ready to render; its problems are shown at ``location`` under ``name``."""
    sandbox = environment(filters, xml=False)

    def make() -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
        from generator.render.docx.syntax import compile_program  # noqa: PLC0415  # what is kept needs no compiler

        compiled, _, problems = compile_program(Source(name, location=location), text, sandbox, _line_around)
        return compiled, problems

    compiled, problems = shelf.recall("text", (name, text, location, sorted(filters)), make)
    return (None if compiled is None else CompiledText(Program(compiled, sandbox))), problems


def compile_condition(
    name: str,
    expression: str,
    filters: Mapping[str, Callable[..., object]],
    location: Place | Span | None = None,
) -> tuple[CompiledCondition | None, tuple[Diagnostic, ...]]:
    """Return a condition (``project.kind == "outsourcing"``) ready to be asked."""
    text, problems = compile_text(name, f"{{% if {expression} %}}1{{% endif %}}", filters, location)
    return (None if text is None else CompiledCondition(text)), problems


def _line_around(text: str, offset: int) -> str:
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    return text[start : end if end >= 0 else len(text)]
