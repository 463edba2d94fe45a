"""What the Word documents have in common: the compiled template, the properties, the finished bytes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial

from generator.diagnostics import Diagnostic, has_errors
from generator.documents.filters import filters
from generator.documents.kind import Job, Rendered
from generator.locale import words
from generator.model.workspace import Page
from generator.render.docx.engine import Template, compile_template
from generator.render.docx.properties import Properties

MOST = 255
"""Characters of a core property (ECMA-376 part 2)."""


def say(language: str, key: str, *parts: object) -> str:
    """Return a fixed word or sentence of ``language`` with ``parts`` in its places."""
    return words(language).word(key).format(*parts)


def properties(job: Job, title: str, subject: str) -> Properties:
    """Return what a document says of itself: title, subject, the party that drew it up, and where it comes from."""
    provenance, party_a = job.provenance, job.project.parties.party_a
    return Properties(
        title=title[:MOST],
        author=party_a.name[:MOST] if party_a else "",
        created=provenance.created,
        subject=subject[:MOST],
        language=job.language,
        custom={
            "spec_hash": provenance.spec_hash,
            "git_commit": provenance.git_commit,
            "tool_version": provenance.tool_version,
        },
    )


def template(job: Job, name: str) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """Return the template ``name`` of the job's language and page, compiled once for each content of its file.

    A template that the workspace brings has the page that it was drawn with, whatever jiayi.yaml says.
    """
    path = _path(job, name)
    return _compiled(path, job.library.read(path), job.language)


def render(job: Job, name: str, context: Mapping[str, object], title: str, subject: str) -> Rendered:
    """Return the document that the template ``name`` makes of ``context``, or everything that is missing or wrong."""
    made, wrong = template(job, name)
    if made is None:
        return Rendered(None, wrong)
    body, holes = made.render(context, partial(properties, job, title, subject))
    findings = tuple(dict.fromkeys((*wrong, *holes)))
    return Rendered(None if has_errors(findings) else body, findings)


def _path(job: Job, name: str) -> str:
    plain, official = f"{job.language}/{name}", f"{job.language}/{Page.OFFICIAL}/{name}"
    library = job.library
    if job.page is not Page.OFFICIAL:
        return plain
    if library.brings(official):
        return official
    return plain if library.brings(plain) or not library.packaged(official) else official


@lru_cache(maxsize=32)
def _compiled(name: str, raw: bytes, language: str) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    return compile_template(name, raw, filters(language))
