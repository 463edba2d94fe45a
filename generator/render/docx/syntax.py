"""Reads text with tags: refuses what may not be in it, and compiles the rest so that each problem leads to its tag."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from jinja2 import TemplateSyntaxError, nodes

from generator.diagnostics import Diagnostic, Text
from generator.render.docx.branch import Branch, branch_of
from generator.render.docx.environment import EACH, RUN, Sandbox
from generator.render.docx.expressions import SYNTAX, Refusal, names, refusals
from generator.render.docx.printing import Problem
from generator.render.docx.program import Compiled, Site, Source, finding, site_at
from generator.render.docx.scan import MAX_TAG, MAX_TAGS, scan

_STATEMENTS = frozenset({"if", "elif", "else", "endif", "for", "endfor", "set"})
_OPENING = re.compile(r"\{[{%#][-+]?")
_WORD = re.compile(r"\{%[-+]?\s*(\w*)")
_NEWLINE = re.compile(r"\r\n|\r")


def compile_program(
    source: Source,
    text: str,
    sandbox: Sandbox,
    around: Callable[[str, int], str],
    is_run: Callable[[str, int], bool] | None = None,
) -> tuple[Compiled | None, Branch, tuple[Diagnostic, ...]]:
    """Return ``text`` compiled and what it prints without its tags, or every tag in it that cannot be.

    ``around`` returns the words about an offset, for messages; ``is_run`` whether the tag there stands between
    runs and so places runs.
    """
    text = _NEWLINE.sub("\n", text)
    problems = [finding(source, site, problem) for site, problem in _malformed(text, around)]
    if problems:
        return None, (), tuple(problems)
    numbered, sites = _numbered(text, around, is_run)
    try:
        tree = sandbox.parse(numbered)
    except (TemplateSyntaxError, RecursionError, OverflowError, ValueError) as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 1
        deep = isinstance(error, RecursionError)
        message = Text(
            "嵌套过深" if deep else f"标签语法错误：{error}", "nesting" if deep else f"syntax: {error}"
        )
        return None, (), (finding(source, site_at(sites, line), Problem(line, SYNTAX, message)),)
    refused = tuple(refusals(tree, sandbox.filters.keys() - {EACH, RUN}))
    if refused:
        return None, (), tuple(dict.fromkeys(_refused(source, sites, refused)))
    wanted, branch = _wanted(tree, sites), branch_of(tree.body)
    _insert_filters(tree, sites)
    code = sandbox.compile(tree, name=source.name, filename=source.name)
    return Compiled(source, wanted, sites, code), branch, ()


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
