"""Check K114: survey score above full marks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "K114",
    Severity.ERROR,
    Text("满意度得分超过满分", "survey score above full marks"),
    page(
        Text("调查得分不能高于满分，也不能为负。", "The score of a survey lies between 0 and full marks."),
        Text(
            "多半是得分和满分制写错，例如五分制写成百分制。",
            "Most often the scale is wrong: five points and a hundred are mixed.",
        ),
        "{id: s1, date: 2026-06-30, respondents: 32, score: 90, scale: 5}",
        "{id: s1, date: 2026-06-30, respondents: 32, score: 4.5, scale: 5}",
        Text("改正得分或满分。", "Correct the score or the scale."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each survey score outside its scale."""
    for index, survey in enumerate(project.feedback.surveys if project.feedback else ()):
        if not 0 <= survey.score <= survey.scale:
            message = Text(
                f"调查 {survey.id} 得 {plain(survey.score)} 分，满分是 {plain(survey.scale)} 分",
                f"survey {survey.id} scores {plain(survey.score)} of {plain(survey.scale)}",
            )
            yield found(CODE, message, Place(("feedback", "surveys", index, "score")))
