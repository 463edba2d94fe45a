"""The sample projects, and Word documents as text."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from support import OCTOBER

from generator.documents.kind import DocumentKind, Job, Provenance, Rendered
from generator.files import read_folder
from generator.load import Loaded, open_workspace
from generator.load.project import load_project
from generator.model.project import Project
from generator.resources import Library

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLES = {
    "agency": "specs/east-china-agency",
    "service": "specs/service-desk-outsourcing.yaml",
    "technical": "specs/warehouse-system",
}
PROVENANCE = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "hash", "commit", "0")


@cache
def sample(name: str) -> Project:
    loaded = load_project(open_workspace(OCTOBER), OCTOBER / SAMPLES[name])
    assert loaded.project, loaded.diagnostics
    return loaded.project


@pytest.fixture
def project_of(starters: dict[str, Loaded]) -> Callable[[str], Project]:
    """Return the function that gives a sample by its name, or the example of a kind of contract by the kind's."""

    def of(name: str) -> Project:
        if name in SAMPLES:
            return sample(name)
        project = starters[name].project
        assert project is not None
        return project

    return of


@pytest.fixture
def agency() -> Project:
    return sample("agency")


@pytest.fixture
def service() -> Project:
    return sample("service")


@pytest.fixture(params=SAMPLES)
def any_project(request: pytest.FixtureRequest) -> Project:
    return sample(request.param)


@pytest.fixture
def make() -> Callable[..., Rendered]:
    """Return a function that renders the first document of a kind."""

    def render(kind: DocumentKind, project: Project, overrides: Path | None = None) -> Rendered:
        job = Job(
            project,
            kind.items(project)[0],
            "zh-CN",
            Library(read_folder(overrides) if overrides else {}),
            PROVENANCE,
        )
        return kind.render(job)

    return render


class Document:
    """A Word document as a reader sees it."""

    def __init__(self, body: bytes) -> None:
        self.parts = {}
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.paragraphs = [
            (
                style(one),
                "".join(
                    "\n" if part.tag == f"{W}br" else part.text or "" for part in one.iter(f"{W}t", f"{W}br")
                ),
            )
            for one in self.root.iter(f"{W}p")
        ]
        self.text = "\n".join(text for _, text in self.paragraphs)

    def styled(self, name: str) -> list[str]:
        return [text for one, text in self.paragraphs if one == name]


def style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


@pytest.fixture
def read() -> Callable[[Rendered], Document]:
    def opened(rendered: Rendered) -> Document:
        assert rendered.body is not None, [one.message.zh for one in rendered.diagnostics]
        return Document(rendered.body)

    return opened
