"""The sample report, and one rendering of it, for all tests of the PDF engine."""

from __future__ import annotations

import runpy
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from generator.render import pdf


@pytest.fixture(scope="session")
def report() -> pdf.Document:
    document = runpy.run_path(str(Path(__file__).with_name("sample.py")))["report"]()
    assert isinstance(document, pdf.Document)
    return document


@pytest.fixture(scope="session")
def rendered(report: pdf.Document) -> pdf.Rendered:
    return pdf.render(report)


@pytest.fixture(scope="session")
def reader(rendered: pdf.Rendered) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(rendered.data))
