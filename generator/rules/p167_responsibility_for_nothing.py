"""Check P167: a responsibility for no duty, or for several."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P167",
    Severity.ERROR,
    Text("职责分工没有写明是哪一项", "a responsibility for no duty, or for several"),
    page(
        Text(
            "每项职责分工在 kind、deliverable、duty 中写一个，只写一个。",
            "Each responsibility has one of kind, deliverable and duty.",
        ),
        Text(
            "联系与协调表上会有一行不知道是什么事。",
            "A row of the contact sheet would not say what it is about.",
        ),
        "{id: raci-1, party_a: {responsible: [zhou], accountable: zhou}}",
        "{id: raci-1, kind: report, party_a: {responsible: [zhou], accountable: zhou}}",
        Text("写明是哪一项，或者拆成几项。", "Say which duty it is, or make several of it."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each responsibility that names none or several."""
    for index, one in enumerate(project.responsibilities):
        told = [key for key in ("kind", "deliverable", "duty") if getattr(one, key)]
        if len(told) != 1:
            zh = "没有写明是哪一项职责" if not told else f"同时写了 {'、'.join(told)}"
            en = "names no duty" if not told else f"names {' and '.join(told)}"
            message = Text(f"{one.id} {zh}", f"{one.id} {en}")
            yield found(CODE, message, Place(("responsibilities", index, "id")))
