"""Compiles text with tags once, and runs it with every problem traced to its tag."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from jinja2 import Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.runtime import new_context

from generator.diagnostics import Code, Diagnostic, Place, Related, Route, Span, Text, found, has_errors
from generator.render.docx.environment import EACH, RUN, Sandbox, environment, problem_of
from generator.render.docx.expressions import SYNTAX, Refusal, names, refusals
from generator.render.docx.printing import UNKNOWN_NAME, Problem, Scope
from generator.render.docx.rich import Rich
from generator.render.docx.scan import MAX_TAG, MAX_TAGS, scan
from generator.render.view import view

_STATEMENTS = frozenset({"if", "elif", "else", "endif", "for", "endfor", "set"})
_OPENING = re.compile(r"\{[{%#][-+]?")
_WORD = re.compile(r"\{%[-+]?\s*(\w*)")
_NEWLINE = re.compile(r"\r\n|\r")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Site:
    """One tag: the line of the compiled source it begins on, its text, and the text around it."""

    line: int
    tag: str
    around: str
    is_run: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A condition or loop: one of ``branches`` is printed, or none, or one again and again."""

    branches: tuple[Branch, ...]


Branch = tuple[str | Choice, ...]
"""What is printed as a whole or not at all, without the values in it."""


@dataclass(frozen=True, slots=True)
class Program:
    """Compiled text; ``names`` are those it takes from its context, with a site for each, ``branch`` is all it prints."""

    source: Source
    names: Mapping[str, Site]
    branch: Branch
    _sites: tuple[Site, ...]
    _sandbox: Sandbox
    _template: Template

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
            finding(self.source, site, Problem(site.line, UNKNOWN_NAME, _no_name(name)))
            for name, site in self.names.items()
            if name not in context
        )

    def _located(self, problem: Problem) -> Diagnostic:
        return finding(self.source, site_at(self._sites, problem.line), problem)


def compile_program(
    source: Source,
    text: str,
    sandbox: Sandbox,
    around: Callable[[str, int], str],
    is_run: Callable[[str, int], bool] | None = None,
) -> tuple[Program | None, tuple[Diagnostic, ...]]:
    """Return ``text`` compiled, or every tag in it that cannot be.

    ``around`` returns the words about an offset, for messages; ``is_run`` whether the tag there stands between
    runs and so places runs.
    """
    text = _NEWLINE.sub("\n", text)
    problems = [finding(source, site, problem) for site, problem in _malformed(text, around)]
    if problems:
        return None, tuple(problems)
    numbered, sites = _numbered(text, around, is_run)
    try:
        tree = sandbox.parse(numbered)
    except (TemplateSyntaxError, RecursionError, OverflowError, ValueError) as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 1
        deep = isinstance(error, RecursionError)
        message = Text(
            "嵌套过深" if deep else f"标签语法错误：{error}", "nesting" if deep else f"syntax: {error}"
        )
        return None, (finding(source, site_at(sites, line), Problem(line, SYNTAX, message)),)
    refused = tuple(refusals(tree, sandbox.filters.keys() - {EACH, RUN}))
    if refused:
        return None, tuple(dict.fromkeys(_refused(source, sites, refused)))
    wanted, branch = _wanted(tree, sites), tuple(_pieces(tree.body))
    _insert_filters(tree, sites)
    code = sandbox.compile(tree, name=source.name, filename=source.name)
    template = Template.from_code(sandbox, code, {})
    return Program(source, wanted, branch, sites, sandbox, template), ()


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


def _no_name(name: str) -> Text:
    return Text(f"没有名称 {name}", f"there is no name {name}")


def _malformed(text: str, around: Callable[[str, int], str]) -> Iterator[tuple[Site, Problem]]:
    """Yield unpaired brackets, tags too many, too long or nested, and statements that do not exist."""
    scanned = scan(text)
    for start, stray in scanned.strays:
        unpaired = Text("标签没有成对的括号", "the brackets of a tag do not match")
        yield Site(0, stray, around(text, start)), Problem(0, SYNTAX, unpaired)
    if len(scanned.tags) > MAX_TAGS:
        many = Text(f"标签超过 {MAX_TAGS} 个", f"there are more than {MAX_TAGS} tags")
        yield Site(0, "", ""), Problem(0, SYNTAX, many)
        return
    for tag in scanned.tags:
        word = _WORD.match(tag.text)
        if tag.is_nested:
            message = Text("标签中含有另一个标签", "a tag within a tag")
        elif len(tag.text) > MAX_TAG:
            message = Text(f"标签超过 {MAX_TAG} 个字符", f"a tag of more than {MAX_TAG} characters")
        elif word and word.group(1) not in _STATEMENTS:
            message = Text(f"没有语句 {word.group(1)}", f"there is no statement {word.group(1)}")
        else:
            continue
        yield Site(0, tag.text, around(text, tag.start)), Problem(0, SYNTAX, message)


def _numbered(
    text: str, around: Callable[[str, int], str], is_run: Callable[[str, int], bool] | None
) -> tuple[str, tuple[Site, ...]]:
    """Return ``text`` with a line break inside each tag, so that Jinja's line number is the tag's."""
    pieces, sites, line, end = [], [], 1, 0
    for tag in scan(text).tags:
        opening = _OPENING.sub(r"\g<0>\n", tag.text, count=1)
        line += text.count("\n", end, tag.start) + 1
        placed = tag.text.startswith("{{") and is_run is not None and is_run(text, tag.start)
        sites.append(Site(line, tag.text, around(text, tag.start), placed))
        pieces += [text[end : tag.start], opening]
        line += tag.text.count("\n")
        end = tag.end
    return "".join((*pieces, text[end:])), tuple(sites)


def _refused(source: Source, sites: tuple[Site, ...], refused: Iterable[Refusal]) -> Iterator[Diagnostic]:
    for refusal in sorted(refused, key=lambda refusal: refusal.line):
        problem = Problem(refusal.line, refusal.code, refusal.message)
        yield finding(source, site_at(sites, refusal.line), problem)


def _insert_filters(tree: nodes.Template, sites: tuple[Site, ...]) -> None:
    """Let what stands between runs pass the filter that makes runs of it, and what is looped over its check."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, EACH, [], [], None, None, lineno=loop.lineno)
    for output in tree.find_all(nodes.Output):
        output.nodes = [
            node
            if isinstance(node, nodes.TemplateData) or not site_at(sites, node.lineno).is_run
            else nodes.Filter(node, RUN, [], [], None, None, lineno=node.lineno)
            for node in output.nodes
        ]


def _wanted(tree: nodes.Template, sites: tuple[Site, ...]) -> dict[str, Site]:
    """Return the names that ``tree`` takes from its context, each with the first tag that it stands in."""
    lines = dict[str, int]()
    for node in tree.find_all(nodes.Name):
        lines[node.name] = min(node.lineno, lines.get(node.name, node.lineno))
    return {name: site_at(sites, lines[name]) for name in sorted(names(tree))}


def _pieces(body: Iterable[nodes.Node]) -> Iterator[str | Choice]:
    for node in body:
        match node:
            case nodes.Output():
                yield "".join(one.data for one in node.nodes if isinstance(one, nodes.TemplateData))
            case nodes.If():
                bodies = (node.body, *(one.body for one in node.elif_), node.else_)
                yield Choice(tuple(tuple(_pieces(one)) for one in bodies))
            case nodes.For():
                yield Choice((tuple(_pieces(node.body)), tuple(_pieces(node.else_))))


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
    program, problems = compile_program(Source(name, location=location), text, sandbox, _line_around)
    return (None if program is None else CompiledText(program)), problems


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
