"""The text of documents, for tests."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from pypdf import PdfReader

ROOT = Path(__file__).parents[1]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of(suffix: str, body: bytes) -> str:
    """Return the text of a document, a line for each paragraph or line of a page."""
    if suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
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
