"""Every template that is shipped, with the facts of every sample: part by part what docxtpl itself makes of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree
from markupsafe import Markup, escape

from generator.documents import packaged_kinds, word
from generator.documents.filters import filters
from generator.documents.kind import DocumentKind, Job, Provenance
from generator.load import Loaded
from generator.render.docx import engine
from generator.render.docx.result import broken
from generator.render.docx.rich import Rich
from generator.render.view import Missing, unwrap
from generator.resources import Library

KINDS = {one.name: one for one in packaged_kinds() if one.suffix == ".docx"}
SAMPLES = ("east-china-agency", "warehouse-system", "service-desk-outsourcing")
BREAKS = {"\n": '</w:t><w:br/><w:t xml:space="preserve">', "\t": '</w:t><w:tab/><w:t xml:space="preserve">'}


def shown(value: object) -> object:
    """Return text with its line feeds and tabs as Word writes them, which docxtpl leaves to whoever gives the text."""
    if type(value) is not str:
        return value
    text = str(escape(value))
    for sign, mark in BREAKS.items():
        text = text.replace(sign, mark)
    return Markup(text)  # noqa: S704  # escaped above


def plain(function: Callable[..., object]) -> Callable[..., object]:
    return lambda value, *others: function(unwrap(value), *map(unwrap, others))


def theirs(raw: bytes, context: Mapping[str, Any], names: frozenset[str]) -> bytes:
    """Return what docxtpl makes with an environment of Jinja's own; only what a value is printed as is ours."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=shown)
    environment.filters |= {name: plain(function) for name, function in filters("zh-CN").items()}
    environment.tests["none"] = lambda value: value is None or isinstance(value, Missing)
    document = DocxTemplate(io.BytesIO(raw))
    given = {name: context[name] for name in names}
    if "blocks" in given:  # {{r …}} of docxtpl takes runs only, ours makes a run of plain text
        given["blocks"] = [
            replace(one, text=Rich.text(one.text)) if type(one.text) is str else one
            for one in given["blocks"]
        ]
    document.render(given, environment, autoescape=True)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def canonical(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name.startswith("word/")}
    return {
        name: etree.tostring(etree.fromstring(content), method="c14n2") if name.endswith(".xml") else content
        for name, content in parts.items()
        if not name.endswith((".rels", "stylesWithEffects.xml"))
    }


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_each_document_is_the_one_of_docxtpl(
    kind: DocumentKind, sample: str, samples: Mapping[str, Loaded], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, Mapping[str, object]]] = []

    def noted(job: Job, name: str, context: Mapping[str, object], title: str, subject: str) -> object:
        asked.append((name, context))
        return made(job, name, context, title, subject)

    made = word.render
    monkeypatch.setattr(word, "render", noted)
    project = samples[sample].project
    assert project
    origin = Provenance(datetime(2026, 1, 1, tzinfo=UTC), "", "", "")
    for item in kind.items(project)[-2:]:
        job = Job(project, item, "zh-CN", Library(), origin)
        ours = kind.render(job)
        assert ours.body, ours.diagnostics
        name, context = asked[-1]
        template, _ = word.template(job, name)
        assert template
        expected = canonical(theirs(job.library.read(f"zh-CN/{name}"), context, template.names))
        result = canonical(ours.body)
        assert result.keys() == expected.keys()
        assert [part for part in result if result[part] != expected[part]] == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_known_to_be_whole_is_whole(
    kind: DocumentKind, samples: Mapping[str, Loaded], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def noted(part: Any, scope: Mapping[str, object]) -> object:
        text, problems = rendered(part, scope)
        assert list(broken(part.program.source, text)) == []
        seen.append(part.drawn.is_whole)
        return text, problems

    rendered = engine._rendered
    monkeypatch.setattr(engine, "_rendered", noted)
    origin = Provenance(datetime(2026, 1, 1, tzinfo=UTC), "", "", "")
    for sample in SAMPLES:
        project = samples[sample].project
        assert project
        for item in kind.items(project)[-3:]:
            assert kind.render(Job(project, item, "zh-CN", Library(), origin)).body
    assert all(seen), "a packaged template is checked anew each time it is rendered"
