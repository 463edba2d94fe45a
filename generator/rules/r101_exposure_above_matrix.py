"""Check R101: likelihood or impact above the matrix."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "R101",
    Severity.ERROR,
    Text("可能性或影响超出矩阵", "likelihood or impact above the matrix"),
    page(
        Text(
            "可能性和影响从1起，不超过矩阵大小。",
            "Likelihood and impact count from 1 to the size of the matrix.",
        ),
        Text(
            "超出的风险在热力图上没有位置，等级也无从得出。",
            "A risk beyond it has no place on the map and no level.",
        ),
        "risk_matrix: {size: 3}\nrisks: [{id: R-01, current: {likelihood: 4, impact: 2}}]",
        "risk_matrix: {size: 5}\nrisks: [{id: R-01, current: {likelihood: 4, impact: 2}}]",
        Text("改正数值，或改用更大的矩阵。", "Correct the number, or take a larger matrix."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each number above the size of the matrix."""
    size = project.risk_matrix.size
    for index, risk in enumerate(project.risks):
        for stage, exposure in (
            ("inherent", risk.inherent),
            ("current", risk.current),
            ("residual", risk.residual),
        ):
            for key, zh, value in (
                ("likelihood", "可能性", exposure.likelihood),
                ("impact", "影响", exposure.impact),
            ):
                if value > size:
                    message = Text(
                        f"{risk.id}“{risk.title}”的{zh} {value} 超过矩阵大小 {size}",
                        f"{risk.id} '{risk.title}': {key} {value} is above the matrix size {size}",
                    )
                    related = [see("矩阵大小", "the size of the matrix", ("risk_matrix", "size"))]
                    yield found(CODE, message, Place(("risks", index, stage, key)), related=related)
