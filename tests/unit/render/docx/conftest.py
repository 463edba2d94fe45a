"""Word templates built in code, for all tests of the engine."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping

import pytest
from docx import Document

from generator.diagnostics import Diagnostic
from generator.render.docx.engine import Template, compile_template
from generator.render.docx.properties import Properties
from generator.render.docx.rich import Rich

MOMENT = datetime.datetime(2026, 3, 1, 8, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
FILTERS: Mapping[str, Callable[..., object]] = {
    "money": lambda amount: f"{amount:,.2f} 元",
    "date": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "ref": lambda name: Rich.ref(name, "第一条"),
}


def make(
    *paragraphs: str, tables: Iterable[Iterable[Iterable[str]]] = (), header: str = "", footer: str = ""
) -> bytes:
    """Return a .docx with these paragraphs, tables (rows of cells), header and footer."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    for table in tables:
        rows = [list(row) for row in table]
        grid = document.add_table(len(rows), max(map(len, rows)))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                grid.cell(row, column).text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def altered(raw: bytes, changes: Mapping[str, Callable[[bytes], bytes] | bytes]) -> bytes:
    """Return the package with parts replaced, changed or added."""
    target, left = io.BytesIO(), dict(changes)
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            change, content = left.pop(name, None), source.read(name)
            made.writestr(
                name, content if change is None else change if isinstance(change, bytes) else change(content)
            )
        for name, added in left.items():
            assert isinstance(added, bytes)
            made.writestr(name, added)
    return target.getvalue()


def part(raw: bytes, name: str = "word/document.xml") -> str:
    """Return one part of a package as text."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return package.read(name).decode()


def codes(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return the codes of the findings."""
    return [diagnostic.code for diagnostic in diagnostics]


class Kit:
    """What the tests share, under one name."""

    make, altered, part, codes = (
        staticmethod(make),
        staticmethod(altered),
        staticmethod(part),
        staticmethod(codes),
    )
    filters = FILTERS
    properties = Properties("合同", "法务部", MOMENT, custom={"spec": "abc", "commit": "def"})

    @staticmethod
    def compiled(raw: bytes) -> Template:
        """Return the template, which must compile without a finding."""
        template, problems = compile_template("合同.docx", raw, FILTERS)
        assert not problems, problems
        assert template is not None
        return template

    @staticmethod
    def problems(raw: bytes) -> tuple[Diagnostic, ...]:
        """Return the findings of a template that must not compile."""
        template, problems = compile_template("合同.docx", raw, FILTERS)
        assert template is None
        assert problems
        return problems

    def rendered(self, raw: bytes, **context: object) -> bytes:
        """Return the document, which must render without a finding."""
        document, problems = self.compiled(raw).render(context, lambda: self.properties)
        assert not problems, problems
        assert document is not None
        return document

    def refused(self, raw: bytes, **context: object) -> tuple[Diagnostic, ...]:
        """Return the findings of a rendering that must fail."""
        document, problems = self.compiled(raw).render(context, lambda: self.properties)
        assert document is None
        assert problems
        return problems


@pytest.fixture
def kit() -> Kit:
    return Kit()
