"""Check R102: risk thresholds do not rise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "R102",
    Severity.ERROR,
    Text("风险等级界限不是递增", "risk thresholds do not rise"),
    page(
        Text(
            "中、高、极高的起点要依次增大，且不超过矩阵大小的平方。",
            "Medium, high and extreme start at rising products, none above the square of the size.",
        ),
        Text(
            "界限颠倒，等级就会跳过；起点过大，永远不会有极高风险。",
            "In another order a level is skipped; too large, it is never reached.",
        ),
        "risk_matrix: {size: 5, medium_from: 5, high_from: 15, extreme_from: 10}",
        "risk_matrix: {size: 5, medium_from: 5, high_from: 10, extreme_from: 15}",
        Text("改成递增。", "Make them rise."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each threshold that is not above the one before, or is never reached."""
    matrix = project.risk_matrix
    most = matrix.size**2
    steps = (
        ("medium_from", matrix.medium_from),
        ("high_from", matrix.high_from),
        ("extreme_from", matrix.extreme_from),
    )
    for (lower, low), (key, value) in pairwise((("1", 1), *steps)):
        place = Place(("risk_matrix", key))
        if value <= low:
            message = Text(
                f"{key} {value} 应大于 {lower} {low}", f"{key} {value} must be above {lower} {low}"
            )
            if lower == "1":
                message = Text(f"{key} {value} 应大于 1", f"{key} {value} must be above 1")
            yield found(CODE, message, place)
        elif value > most:
            message = Text(
                f"{key} {value} 超过最大乘积 {most}，永远达不到",
                f"{key} {value} is never reached: at most {most}",
            )
            yield found(CODE, message, place)
