"""Our own summary, kept warm: ``summary_jiayi.py WORKSPACE PROJECT``; figures derived, words chosen, pages drawn each time."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from serve import serve

import generator
from generator.documents.kind import Job, Provenance
from generator.documents.summary import KIND
from generator.load import load_project, open_workspace


def main() -> None:
    """Serve summaries of the project, each under another contract number."""
    workspace = open_workspace(Path(sys.argv[1]))
    project = load_project(workspace, Path(sys.argv[2])).project
    assert project is not None
    origin = Provenance(datetime(2026, 1, 1, tzinfo=UTC), "", "", "bench")

    def make(number: str) -> bytes:
        changed = replace(project, contract=replace(project.contract, number=number))
        made = KIND.render(Job(changed, KIND.items(changed)[0], "zh-CN", workspace.library, origin))
        assert made.body is not None, made.diagnostics
        return made.body

    serve(generator.__version__, make)


main()
