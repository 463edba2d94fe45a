"""Compiles a Word template once and renders it many times, with the same bytes for the same values."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator import shelf
from generator.diagnostics import Diagnostic, has_errors
from generator.model.value import record
from generator.render.docx.environment import environment
from generator.render.docx.package import Entry, deflate, pack
from generator.render.docx.program import Compiled, Program, Source
from generator.render.docx.properties import Properties, property_parts, unprintable
from generator.render.docx.result import broken, dangling, mend, renumbered
from generator.render.docx.wording import whole

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LEVEL = 1


@record
class Drawn:
    """One part with tags; ``is_whole`` where no value can make it ill-formed."""

    name: str
    program: Compiled
    is_body: bool
    has_columns: bool
    is_whole: bool


@record
class Blueprint:
    """A compiled Word template as plain data: parts with tags, the order of all parts, and those that never change."""

    name: str
    parts: tuple[Drawn, ...]
    order: tuple[str, ...]
    kept: Mapping[str, Entry]


@record
class _Part:
    """One part with tags, ready to run."""

    drawn: Drawn
    program: Program


@record
class Template:
    """A compiled Word template; make it by :func:`compile_template`, keep it, render it from any thread."""

    _blueprint: Blueprint
    _parts: tuple[_Part, ...]

    @property
    def names(self) -> frozenset[str]:
        """Return the names that the template takes from its context."""
        return frozenset(name for part in self._parts for name in part.program.names)

    def render(
        self, context: Mapping[str, object], about: Callable[[], Properties]
    ) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        """Return the document, or ``None`` with everything that is missing or cannot be printed.

        ``about`` is called last, when nothing more is read of ``context``, of which only what the template uses is
        asked for. Values that are not views are shown as views without a route. Line feeds in text become
        line breaks, tabs tab stops; every other character prints as it is.
        """
        problems = [problem for part in self._parts for problem in part.program.unknown(context)]
        if has_errors(problems):
            return None, tuple(dict.fromkeys(problems))
        texts = dict[str, str]()
        for part in self._parts:
            texts[part.drawn.name], found_here = _rendered(part, context)
            problems += found_here
        properties, name = about(), self._blueprint.name
        problems += unprintable(name, properties)
        if not problems:
            problems += dangling(Source(name, location=whole(name)), texts.values())
        if has_errors(problems):
            return None, tuple(dict.fromkeys(problems))
        made = {part: (DECLARATION + text).encode() for part, text in texts.items()}
        made |= property_parts(properties)
        kept = self._blueprint.kept
        entries = (
            deflate(part, made[part], _LEVEL) if part in made else kept[part]
            for part in self._blueprint.order
        )
        return pack(entries), ()


def compile_template(
    name: str, raw: bytes, filters: Mapping[str, Callable[..., object]]
) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """Return the template in ``raw`` ready to render, or all reasons why it is not to be trusted or used.

    ``filters`` are the only ones its tags may use, beside ``length``, ``join``, ``first`` and ``last``. Findings
    stand at line 1 of ``name`` (Word has no lines) and quote the paragraph.
    """
    sandbox = environment(filters, xml=True)

    def make() -> tuple[Blueprint | None, tuple[Diagnostic, ...]]:
        from generator.render.docx.compiling import blueprint  # noqa: PLC0415  # lxml and docxtpl, which rendering needs none of

        return blueprint(name, raw, sandbox)

    made, problems = shelf.recall("template", (name, raw, sorted(filters)), make)
    if made is None:
        return None, problems
    return Template(
        made, tuple(_Part(drawn, Program(drawn.program, sandbox)) for drawn in made.parts)
    ), problems


def _rendered(part: _Part, scope: Mapping[str, object]) -> tuple[str, tuple[Diagnostic, ...]]:
    text, _, problems = part.program.run(scope)
    if problems:
        return "", problems
    if part.drawn.is_body and "<wp:docPr" in text:
        text = renumbered(text)
    text, problems = mend(part.program.source, text, has_columns=part.drawn.has_columns)
    if problems or part.drawn.is_whole:
        return text, problems
    return text, tuple(broken(part.program.source, text))
