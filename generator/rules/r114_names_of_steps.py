"""Check R114: the names of the matrix do not fit its size."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "R114",
    Severity.ERROR,
    Text("矩阵各级名称的个数不对", "the names of the matrix do not fit its size"),
    page(
        Text(
            "likelihood_names 和 impact_names 的个数等于矩阵大小，由低到高。",
            "likelihood_names and impact_names are as many as the size, from low to high.",
        ),
        Text("少一个名称，就有一级没有说法。", "With one too few a step has no name."),
        "{size: 5, likelihood_names: [低, 中, 高]}",
        "{size: 5, likelihood_names: [很低, 低, 中, 高, 很高]}",
        Text("补足或者删去多余的名称。", "Add or remove names."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each list of names that is not as long as the matrix is large."""
    matrix = project.risk_matrix
    for name in ("likelihood_names", "impact_names"):
        count = len(getattr(matrix, name))
        if count not in {0, matrix.size}:
            message = Text(
                f"{name} 有 {count} 个，矩阵有 {matrix.size} 级",
                f"{name} has {count} names for {matrix.size} steps",
            )
            yield found(CODE, message, Place(("risk_matrix", name)))
