"""One contract with docxtpl from a cold start: ``one_docxtpl.py YAML TEMPLATE FACTS TARGET``; it reads the YAML and checks nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml
from docxtpl import DocxTemplate


def main() -> None:
    """Render and save."""
    source, template, facts, target = sys.argv[1:]
    with Path(source).open(encoding="utf-8") as file:
        project = yaml.load(file, yaml.CSafeLoader)
    values = json.loads(Path(facts).read_text(encoding="utf-8"))
    document = DocxTemplate(template)
    document.render({**values, "number": project["contract"]["number"]}, autoescape=True)
    document.save(target)


main()
