"""Check P170: the score of a survey differs from its answers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP

from generator.derive.surveys import result
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P170",
    Severity.ERROR,
    Text("满意度得分与答卷不符", "the score of a survey differs from its answers"),
    page(
        Text(
            "有答卷的调查，score 应当等于全部答卷的平均分（按 score 的小数位四舍五入）。",
            "Where answers are recorded, score is their mean, rounded to its own decimals.",
        ),
        Text(
            "得分会进入考核，必须能从答卷算出来。",
            "The score enters the assessment and must follow from the answers.",
        ),
        "{score: 4.6, answers: [{scores: [5, 4]}]}",
        "{score: 4.5, answers: [{scores: [5, 4]}]}",
        Text("改 score，或者更正答卷。", "Correct score or the answers."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each survey whose score is not the mean of its answers."""
    for at, one in enumerate(project.feedback.surveys if project.feedback else ()):
        made = result(one)
        if made and made.score.quantize(one.score, ROUND_HALF_UP) != one.score:
            message = Text(
                f"{one.id} 写 {one.score}，答卷平均 {made.score}",
                f"{one.id} says {one.score}, its answers come to {made.score}",
            )
            yield found(CODE, message, Place(("feedback", "surveys", at, "score")))
