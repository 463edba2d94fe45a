"""The text of documents, and projects as edited data, for tests."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader

from generator.diagnostics import Diagnostic, has_errors
from generator.documents.kind import Provenance
from generator.model.project import Project
from generator.resources import Library
from generator.rules import run
from generator.shape import check, refer
from generator.structure import build

ROOT = Path(__file__).parents[1]
OCTOBER = ROOT / "tests" / "october"
"""The samples in the middle of their year: what they were on 2026-10-31, with much that is open."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ORIGIN = Provenance(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "h", "c", "v")
CLAUSES = {"clause": frozenset(Path(name).stem for name in Library().names("clauses", ".yaml"))}


def text_of(suffix: str, body: bytes) -> str:
    """Return the text of a document, a line for each paragraph or line of a page."""
    if suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    if suffix == ".ics":
        unfolded = body.decode().replace("\r\n ", "")
        return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], unfolded)
    lines = []
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        for name in sorted(package.namelist()):
            if name.startswith("word/") and name.endswith(".xml") and "/_rels/" not in name:
                root = ElementTree.fromstring(package.read(name))
                for paragraph in root.iter(f"{W}p"):
                    pieces = (
                        n.text or "" if n.tag == f"{W}t" else "\n" if n.tag == f"{W}br" else ""
                        for n in paragraph.iter()
                    )
                    lines.append("".join(pieces))
    return "\n".join(lines)


def holder(data: Any, route: tuple[str | int, ...]) -> Any:
    """Return the mapping or list that the last step of ``route`` leads out of."""
    for step in route[:-1]:
        data = data[step]
    return data


def judged(data: Any, changed: str | None = None) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """Return what loading says of merged data, without reading files again.

    Where only the section ``changed`` differs from a sound project, its shape alone is judged, which is quicker.
    """
    shape = check({changed: data[changed]}, "part.json") if changed else check(data, "project.json")
    if shape:
        return None, shape
    ids = refer(data, "project.json", CLAUSES)
    if ids:
        return None, ids
    project = build(Project, data)
    findings = run(project)
    return (None if has_errors(findings) else project), findings
