"""docxtpl, or in an environment of its own rust-docxtpl, which takes its name: ``contract_docxtpl.py TEMPLATE FACTS``.

Kept between documents: the template object and the Jinja environment, as docxtpl's documentation advises.
"""

from __future__ import annotations

import io
import json
import sys
from importlib.metadata import packages_distributions, version
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment
from serve import serve


def main() -> None:
    """Serve documents made from the template and the facts."""
    facts = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    kept = DocxTemplate(sys.argv[1])
    environment = Environment(autoescape=True)

    def make(number: str) -> bytes:
        kept.render({**facts, "number": number}, environment, autoescape=True)
        target = io.BytesIO()
        kept.save(target)
        return target.getvalue()

    serve(version(packages_distributions()["docxtpl"][0]), make)


main()
