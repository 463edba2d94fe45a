"""The sample's contract as plain data, and Word templates for each engine that print all of it in the same form."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from measure import ROOT

SAMPLE = ROOT / "specs" / "service-desk-outsourcing.yaml"
HEADINGS = ("Article", "Annex", "AnnexSection")
POINTS = ("Item", "AnnexItem")
Facts = dict[str, Any]


def sample() -> Facts:
    """Return the facts of the sample's contract."""
    return of(ROOT, SAMPLE, "contract")


def of(root: Path, path: Path, kind_name: str) -> Facts:
    """Return number, title, the articles with their clauses and points, and every table with its head and rows.

    The text is what the product prints in the first document of that kind for the project, so no engine has names to look
    up or figures to put into words.
    """
    from generator.documents import contract, evaluation, minutes  # noqa: PLC0415
    from generator.documents.kind import Job, Provenance  # noqa: PLC0415
    from generator.load import load_project, open_workspace  # noqa: PLC0415

    workspace = open_workspace(root)
    project = load_project(workspace, path).project
    assert project is not None
    kind = {"contract": contract, "evaluation": evaluation, "minutes": minutes}[kind_name].KIND
    origin = Provenance(datetime(2026, 1, 1, tzinfo=UTC), "", "", "bench")
    made = kind.render(Job(project, kind.items(project)[0], "zh-CN", workspace.library, origin))
    assert made.body is not None, made.diagnostics
    return {"number": project.contract.number, "title": project.contract.title, **_content(made.body)}


def _content(body: bytes) -> Facts:
    articles: list[Facts] = [{"heading": "", "clauses": []}]
    tables = {}
    for block in _blocks(Document(io.BytesIO(body))):
        if isinstance(block, Table):
            rows = [[cell.text for cell in row.cells] for row in block.rows]
            if len(rows) > 2 and len({len(row) for row in rows}) == 1:
                tables[f"t{len(tables)}"] = rows
        elif block.text:
            _add(articles, block.style.style_id if block.style else "", block.text)
    return {
        "articles": articles,
        "heads": {name: rows[0] for name, rows in tables.items()},
        **{
            name: [{f"c{at}": text for at, text in enumerate(row)} for row in rows[1:]]
            for name, rows in tables.items()
        },
    }


def longer(facts: Facts, times: int) -> Facts:
    """Return the facts with every article and every table row ``times`` over."""
    repeated = {name: facts[name] * times for name in ("articles", *facts["heads"])}
    return {**facts, **repeated}


def _blocks(word: Word) -> Iterator[Paragraph | Table]:
    for element in word.element.body:
        if element.tag == qn("w:p"):
            yield Paragraph(element, word)
        elif element.tag == qn("w:tbl"):
            yield Table(element, word)


def _add(articles: list[Facts], style: str, text: str) -> None:
    if style in HEADINGS:
        articles.append({"heading": text, "clauses": []})
    elif style in POINTS and articles[-1]["clauses"]:
        articles[-1]["clauses"][-1]["points"].append({"text": text})
    else:
        articles[-1]["clauses"].append({"text": text, "points": []})


def texts(facts: Facts) -> list[str]:
    """Return every text that a document of these facts has to hold, sorted, without its number and title."""
    clauses = [clause for article in facts["articles"] for clause in article["clauses"]]
    return sorted(
        text
        for text in (
            *(article["heading"] for article in facts["articles"]),
            *(clause["text"] for clause in clauses),
            *(point["text"] for clause in clauses for point in clause["points"]),
            *(text for name in facts["heads"] for row in facts[name] for text in row.values()),
            *(text for head in facts["heads"].values() for text in head),
        )
        if text
    )


def printed(path: Path) -> list[str]:
    """Return every text in the body of a Word file, sorted; cells as a whole."""
    found = []
    for block in _blocks(Document(str(path))):
        if isinstance(block, Table):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block.text)
    return sorted(text for text in found if text)


def write(facts: Facts, engine: str, path: Path) -> Path:
    """Write the Word template of ``engine``: ``docxtpl``, ``docxtemplater`` or ``carbone``, and return its path."""
    word = Document()
    section = word.sections[0]
    tag = {
        "docxtpl": "{{{{ {} }}}}".format,
        "docxtemplater": "{{{}}}".format,
        "carbone": "{{d.{}}}".format,
    }[engine]
    section.header.paragraphs[0].text = f"{tag('title')}　{tag('number')}"
    section.footer.paragraphs[0].text = tag("number")
    for style, text in BODIES[engine]:
        word.add_paragraph(text, style)
    for name, head in facts["heads"].items():
        _table(word, head, ROWS[engine](name, len(head)))
    word.save(str(path))
    return path


def _table(word: Word, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = word.add_table(0, len(head), "Table Grid")
    for texts_ in (head, *rows):
        cells = table.add_row().cells
        for cell, text in zip(cells, texts_, strict=False):
            cell.text = text


BODIES = {
    "docxtpl": (
        ("Normal", "{%p for article in articles %}"),
        ("Heading 1", "{{ article.heading }}"),
        ("Normal", "{%p for clause in article.clauses %}"),
        ("List Number", "{{ clause.text }}"),
        ("Normal", "{%p for point in clause.points %}"),
        ("List Bullet", "{{ point.text }}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{%p endfor %}"),
    ),
    "docxtemplater": (
        ("Normal", "{#articles}"),
        ("Heading 1", "{heading}"),
        ("Normal", "{#clauses}"),
        ("List Number", "{text}"),
        ("Normal", "{#points}"),
        ("List Bullet", "{text}"),
        ("Normal", "{/points}"),
        ("Normal", "{/clauses}"),
        ("Normal", "{/articles}"),
    ),
    "carbone": (
        ("Heading 1", "{d.articles[i].heading}"),
        ("List Number", "{d.articles[i].clauses[i].text}"),
        ("List Bullet", "{d.articles[i].clauses[i].points[i].text}"),
        ("List Bullet", "{d.articles[i].clauses[i].points[i+1].text}"),
        ("List Number", "{d.articles[i].clauses[i+1].text}"),
        ("Heading 1", "{d.articles[i+1].heading}"),
    ),
}


def _docxtpl(name: str, width: int) -> list[list[str]]:
    loop = ["{%tr for row in " + name + " %}"], [f"{{{{ row.c{at} }}}}" for at in range(width)]
    return [*loop, ["{%tr endfor %}"]]


def _docxtemplater(name: str, width: int) -> list[list[str]]:
    cells = [f"{{c{at}}}" for at in range(width)]
    cells[0] = f"{{#{name}}}{cells[0]}"
    cells[-1] = f"{cells[-1]}{{/{name}}}"
    return [cells]


def _carbone(name: str, width: int) -> list[list[str]]:
    return [[f"{{d.{name}[{index}].c{at}}}" for at in range(width)] for index in ("i", "i+1")]


ROWS = {"docxtpl": _docxtpl, "docxtemplater": _docxtemplater, "carbone": _carbone}
