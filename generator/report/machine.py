"""Findings for programs: JSON, GitHub workflow commands, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.diagnostics import Diagnostic, Severity, Span, Statute


def json_text(diagnostics: Sequence[Diagnostic], _: Mapping[str, str], language: str) -> str:
    """Return a JSON array, one object for each finding; lines and columns are 1-based, ends exclusive."""
    return json.dumps(
        [_record(diagnostic, language) for diagnostic in diagnostics], ensure_ascii=False, indent=2
    )


def _record(diagnostic: Diagnostic, language: str) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message.of(language),
        "hint": diagnostic.hint.of(language) if diagnostic.hint else None,
        "location": position(diagnostic.location),
        "related": [
            {"message": related.message.of(language), "location": position(related.location)}
            for related in diagnostic.related
        ],
        "statutes": [_statute(statute) for statute in diagnostic.statutes],
    }


def _statute(statute: Statute) -> dict[str, Any]:
    law = statute.law
    return {
        "law": law.title,
        "text": law.text,
        "article": statute.article,
        "effective_from": law.effective.isoformat(),
        "effective_to": law.until.isoformat() if law.until else None,
        "quote": statute.quote,
    }


def position(location: object) -> dict[str, Any] | None:
    """Return where something stands, ``None`` for what is in no file."""
    if not isinstance(location, Span):
        return None
    return {
        "file": location.file,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }


GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(diagnostics: Sequence[Diagnostic], _: Mapping[str, str], language: str) -> str:
    """Return GitHub workflow commands, one line for each finding."""
    return "\n".join(_command(diagnostic, language) for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic, language: str) -> str:
    where = ""
    if isinstance(diagnostic.location, Span):
        span = diagnostic.location
        where = (
            f"file={_property(span.file)},line={span.line},col={span.column},"
            f"endLine={span.end_line},endColumn={span.end_column},"
        )
    return f"::{GITHUB[diagnostic.severity]} {where}title={diagnostic.code}::{_data(_said(diagnostic, language))}"


def _said(diagnostic: Diagnostic, language: str) -> str:
    """Return message, hint and statutes, a line for each."""
    hint = [diagnostic.hint.of(language)] if diagnostic.hint else []
    return "\n".join([diagnostic.message.of(language), *hint, *map(str, diagnostic.statutes)])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(diagnostics: Sequence[Diagnostic], _: Mapping[str, str], language: str) -> str:
    """Return a SARIF 2.1.0 log with one run; columns count Unicode code points."""
    rules = [{"id": code} for code in sorted({diagnostic.code for diagnostic in diagnostics})]
    run = {
        "tool": {"driver": {"name": "jiayi", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, language) for diagnostic in diagnostics],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(diagnostic: Diagnostic, language: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": _said(diagnostic, language)},
    }
    if isinstance(diagnostic.location, Span):
        result["locations"] = [{"physicalLocation": _physical(diagnostic.location)}]
    related = [r for r in diagnostic.related if isinstance(r.location, Span)]
    if related:
        result["relatedLocations"] = [
            {"physicalLocation": _physical(r.location), "message": {"text": r.message.of(language)}}
            for r in related
            if isinstance(r.location, Span)
        ]
    return result


def _physical(span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(span.file, errors="surrogateescape")},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }
