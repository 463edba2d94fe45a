"""Check K123: a variable that its formula does not use."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.formula import Formula, parse
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K123",
    Severity.WARNING,
    Text("公式没有用到变量", "a variable that its formula does not use"),
    page(
        Text(
            "列出的变量没有出现在公式中。",
            "A variable is listed, but not in the formula.",
        ),
        Text(
            "要填数却不影响得分，多半是公式写漏了。",
            "It must be filled in and changes nothing: the formula has probably lost it.",
        ),
        "{formula: on_time * 100, variables: [{name: on_time, label: 按期, unit: 份}, {name: total, label: 应交, unit: 份}]}",
        "{formula: on_time / total * 100, variables: [{name: on_time, label: 按期, unit: 份}, {name: total, label: 应交, unit: 份}]}",
        Text(
            "写进公式，或删去变量。",
            "Use it, or delete it.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each variable that a sound formula does not name."""
    for index, kpi in enumerate(project.kpis):
        formula = parse(kpi.formula) if kpi.formula else None
        used = {one.text for one in formula.names} if isinstance(formula, Formula) else set()
        sound = used and used <= {one.name for one in kpi.variables}
        for at, one in enumerate(kpi.variables):
            if sound and one.name not in used:
                message = Text(f"公式没有用到变量 {one.name}", f"the formula does not use {one.name}")
                yield found(CODE, message, Place(("kpis", index, "variables", at, "name")))
