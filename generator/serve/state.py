"""A snapshot as the JSON that the page reads: all projects in short, one of them in full."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from generator.diagnostics import Severity, Text
from generator.serve.findings import Finding
from generator.serve.snapshot import Document, ProjectView, Snapshot

ROWS = 200
"""The most findings that the page lists."""


def state(snapshot: Snapshot, key: str, *, exact: bool, local: bool) -> bytes:
    """Return ``snapshot`` as JSON in ASCII, the project ``key`` with its documents and findings, else all findings.

    ``exact`` says whether the page can show Word files itself; paths of this machine are left out unless ``local``.
    """
    chosen = next((one for one in snapshot.projects if one.key == key), None)
    shown = (chosen,) if chosen else snapshot.projects
    found = [
        *_named("", snapshot.findings),
        *(row for one in shown for row in _named(one.name, one.findings)),
    ]
    rank = list(Severity)
    found.sort(key=lambda row: rank.index(Severity(row["severity"])))
    data = {
        "epoch": snapshot.epoch,
        "language": snapshot.language,
        "root": snapshot.root if local else "",
        "exact": exact,
        "projects": [_short(one) for one in snapshot.projects],
        "counts": _counts(row["severity"] for row in found),
        "findings": found[:ROWS],
        "dashboard": None if chosen else _plain(snapshot.dashboard),
        "project": chosen and {**_short(chosen), "documents": [_document(one) for one in chosen.documents]},
    }
    # "<" is escaped so that the text stays harmless even if it were ever read as HTML
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c").encode("ascii")


def address(document: Document, folder: str) -> str:
    """Return where the page finds ``document``, a new address for each content."""
    return f"/{folder}/{quote(document.path)}?v={document.sha[:16]}"


def _short(project: ProjectView) -> dict[str, Any]:
    names = ("key", "id", "name", "party_b", "as_of", "broken")
    short = {name: getattr(project, name) for name in names}
    counts = _counts(one.severity for one in project.findings)
    return {**short, "state": _plain(project.state), "counts": counts}


def _counts(severities: Iterable[str]) -> dict[str, int]:
    found = Counter(severities)
    return {str(severity): found[severity] for severity in Severity}


def _named(project: str, findings: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    for one in findings:
        yield {**_plain(one), "project": project}


def _document(document: Document) -> dict[str, Any]:
    word = document.path.lower().endswith(".docx")
    url = address(document, "documents") if document.sha else ""
    return {**_plain(document), "url": url, "simple": address(document, "simple") if url and word else ""}


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value
