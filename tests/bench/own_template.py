"""Row ``contract-own-template``: our own contract template, warm, beside plain docxtpl with the same file and values.

Equal: template, values and the blocks that the clauses gave. Not equal: docxtpl's filters cost nothing (``str``), ours put
dates and amounts into words; docxtpl looks for no holes. Both in this process.
"""

from __future__ import annotations

import io
import statistics
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from functools import partial

from measure import ROOT, Line, Setting, command_times, faster

SAMPLE = ROOT / "specs" / "service-desk-outsourcing.yaml"


def own_template(setting: Setting) -> Iterator[Line]:
    """Yield one comparison."""
    ours, theirs = _both()
    ours()
    theirs()
    taken = command_times({"ours": ours, "theirs": theirs}, setting.count(20))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    yield faster(
        "own Word template, blocks given, warm", medians["ours"], "docxtpl, same file", medians["theirs"], 5
    )


def _both() -> tuple[Callable[[], object], Callable[[], object]]:
    from docxtpl import DocxTemplate  # noqa: PLC0415
    from jinja2 import ChainableUndefined, Environment  # noqa: PLC0415

    from generator.documents import contract, word  # noqa: PLC0415
    from generator.documents.articles import write  # noqa: PLC0415
    from generator.documents.clauses import load  # noqa: PLC0415
    from generator.documents.filters import filters  # noqa: PLC0415
    from generator.documents.kind import Job, Provenance  # noqa: PLC0415
    from generator.load import load_project, open_workspace  # noqa: PLC0415

    workspace = open_workspace(ROOT)
    project = load_project(workspace, SAMPLE).project
    assert project is not None
    origin = Provenance(datetime(2026, 1, 1, tzinfo=UTC), "", "", "bench")
    job = Job(project, contract.KIND.items(project)[0], "zh-CN", workspace.library, origin)
    context = contract.scope(project)
    blocks, _ = write(load(workspace.library)[0], project.project.kind, context, "zh-CN")
    made, _ = word.template(job, "contract.docx")
    assert made is not None
    about = partial(word.properties, job, "bench", "bench")
    values = {field.name: getattr(project, field.name) for field in fields(project)}
    bare = Environment(autoescape=True, undefined=ChainableUndefined)
    bare.filters.update({name: lambda value, *_: str(value) for name in filters("zh-CN")})

    def plain() -> None:
        document = DocxTemplate(ROOT / "templates" / "zh-CN" / "contract.docx")
        document.render({**context, **values, "blocks": blocks}, bare)
        document.save(io.BytesIO())

    return lambda: made.render({**context, "blocks": blocks}, about), plain
