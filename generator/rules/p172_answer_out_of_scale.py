"""Check P172: an answer does not fit its survey."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P172",
    Severity.ERROR,
    Text("答卷的评分不对", "an answer does not fit its survey"),
    page(
        Text(
            "每份答卷的评分个数等于题目数，每个评分在 0 和满分之间。",
            "An answer has a score for each question, between 0 and the scale.",
        ),
        Text("多一个、少一个或者超过满分的评分会算错平均分。", "Otherwise the mean is wrong."),
        "{scores: [5, 6]}",
        "{scores: [5, 4]}",
        Text("更正评分，或者剔除这份答卷。", "Correct the scores or leave the answer out."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each answer of another length than the questions, or with a score off the scale."""
    for at, one in enumerate(project.feedback.surveys if project.feedback else ()):
        for index, answer in enumerate(one.answers):
            fits = len(answer.scores) == len(one.questions) and all(
                0 <= value <= one.scale for value in answer.scores
            )
            if not fits:
                message = Text(
                    f"{one.id} 的答卷（{answer.respondent}）评分不对",
                    f"the answer of {answer.respondent} does not fit {one.id}",
                )
                yield found(CODE, message, Place(("feedback", "surveys", at, "answers", index)))
