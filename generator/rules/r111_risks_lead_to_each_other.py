"""Check R111: risks lead to each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "R111",
    Severity.ERROR,
    Text("前置风险成环", "risks lead to each other in a circle"),
    page(
        Text(
            "前置风险是引起本风险的风险；一项风险不能经由前置风险引起自己。",
            "Antecedents are risks that lead to this one; no risk may lead to itself through them.",
        ),
        Text(
            "成环就分不清起因，也排不出应对的先后。",
            "In a circle there is no first cause and no order of response.",
        ),
        "[{id: R-01, antecedents: [R-02]}, {id: R-02, antecedents: [R-01]}]",
        "[{id: R-01, antecedents: [R-02]}, {id: R-02}]",
        Text("保留真正的起因，删去反向的引用。", "Keep the true cause and delete the reference back."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each risk that is among its own causes."""
    causes = {risk.id: risk.antecedents for risk in project.risks}
    for index, risk in enumerate(project.risks):
        reached: set[str] = set()
        ahead = list(risk.antecedents)
        while ahead:
            cause = ahead.pop()
            if cause not in reached:
                reached.add(cause)
                ahead += causes.get(cause, ())
        if risk.id in reached:
            message = Text(
                f"{risk.id}“{risk.title}”经由前置风险又引起自己", f"{risk.id} '{risk.title}' leads to itself"
            )
            yield found(CODE, message, Place(("risks", index, "antecedents")))
