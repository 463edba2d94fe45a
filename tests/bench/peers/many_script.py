"""Four documents for each project, as one would write it with docxtpl and reportlab: ``many_script.py INPUTS SPECS OUTPUT COUNT``.

INPUTS holds a template and its facts for contract, minutes and evaluation, and facts for the summary. The script reads each
project's YAML with libyaml, takes number and name from it and the rest from the facts, and checks nothing. Kept: templates,
environment, fonts. It prints how many documents it wrote and how many seconds that took.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import yaml
from docxtpl import DocxTemplate
from jinja2 import Environment

KINDS = ("contract", "minutes", "evaluation")


def main() -> None:
    """Write the documents of the first COUNT projects."""
    inputs, specs, output, count = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    sys.argv[1:] = [str(inputs / "summary.json"), str(inputs / "fonts")]
    import summary_platypus  # noqa: PLC0415  (it reads its arguments)

    environment = Environment(autoescape=True)
    templates = {kind: DocxTemplate(str(inputs / f"{kind}.docx")) for kind in KINDS}
    facts = {kind: json.loads((inputs / f"{kind}.json").read_text(encoding="utf-8")) for kind in KINDS}
    summary = summary_platypus.maker()
    written, begun = 0, time.perf_counter()
    for file in sorted(specs.glob("*.yaml"))[:count]:
        project = yaml.load(file.read_bytes(), yaml.CSafeLoader)
        number, folder = project["contract"]["number"], output / project["project"]["id"]
        folder.mkdir(parents=True)
        for kind, template in templates.items():
            template.render({**facts[kind], "number": number}, environment, autoescape=True)
            template.save(str(folder / f"{kind}.docx"))
        (folder / "summary.pdf").write_bytes(summary(number))
        written += len(templates) + 1
    print(json.dumps({"documents": written, "seconds": time.perf_counter() - begun}))


main()
