"""Our own engine, kept warm: ``contract_jiayi.py TEMPLATE FACTS`` or ``contract_jiayi.py WORKSPACE PROJECT``.

With a template and facts it does what the peers do: the very file docxtpl gets, compiled once. With a project it makes the
product's own contract each time: conditions and texts of all clauses evaluated, articles numbered, Word rendered.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from serve import serve

import generator

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def engine(template: Path, facts: Path) -> Callable[[str], bytes]:
    """Return a function that renders ``template`` with ``facts`` and a number."""
    from generator.render.docx.engine import compile_template  # noqa: PLC0415
    from generator.render.docx.properties import Properties  # noqa: PLC0415
    from generator.render.view import view  # noqa: PLC0415

    compiled, problems = compile_template("bench.docx", template.read_bytes(), {})
    assert compiled is not None, problems
    values = json.loads(facts.read_text(encoding="utf-8"))

    def make(number: str) -> bytes:
        scope = {name: view(value) for name, value in {**values, "number": number}.items()}
        body, holes = compiled.render(scope, lambda: Properties("bench", "bench", MOMENT))
        assert body is not None, holes
        return body

    return make


def product(root: Path, path: Path) -> Callable[[str], bytes]:
    """Return a function that makes the contract of a project under another number."""
    from generator.documents.contract import KIND  # noqa: PLC0415
    from generator.documents.kind import Job, Provenance  # noqa: PLC0415
    from generator.load import load_project, open_workspace  # noqa: PLC0415

    workspace = open_workspace(root)
    project = load_project(workspace, path).project
    assert project is not None
    origin = Provenance(MOMENT, "", "", "bench")

    def make(number: str) -> bytes:
        changed = replace(project, contract=replace(project.contract, number=number))
        made = KIND.render(Job(changed, KIND.items(changed)[0], "zh-CN", workspace.library, origin))
        assert made.body is not None, made.diagnostics
        return made.body

    return make


if __name__ == "__main__":
    first, second = map(Path, sys.argv[1:])
    serve(generator.__version__, engine(first, second) if first.is_file() else product(first, second))
