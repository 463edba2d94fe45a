"""What a survey comes to from its answers: the mean of each question, the mean of all, and how many answered."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from generator.derive.money import Share, share_of
from generator.model.support import Survey
from generator.model.value import record

CENT = Decimal("0.01")


@record
class QuestionMean:
    """The mean of one question over ``count`` answers, rounded half up to two decimals."""

    id: str
    text: str
    mean: Decimal
    count: int


@record
class SurveyResult:
    """The result of a survey: ``score`` is the mean of all answers' means, each question counting alike, two decimals."""

    questions: tuple[QuestionMean, ...]
    score: Decimal
    answers: int
    rate: Share | None


def result(survey: Survey) -> SurveyResult | None:
    """Return what the answers of ``survey`` come to, ``None`` where it has none; answers of another length do not count."""
    wanted = len(survey.questions)
    counted = [one.scores for one in survey.answers if wanted and len(one.scores) == wanted]
    if not counted:
        return None
    columns = list(zip(*counted, strict=True))
    questions = tuple(
        QuestionMean(one.id, one.text, _mean(column), len(column))
        for one, column in zip(survey.questions, columns, strict=True)
    )
    every = [value for row in counted for value in row]
    sent = Decimal(survey.sent) if survey.sent else Decimal(0)
    return SurveyResult(questions, _mean(every), len(counted), share_of(Decimal(len(counted)), sent))


def _mean(values: tuple[Decimal, ...] | list[Decimal]) -> Decimal:
    return (sum(values, Decimal(0)) / len(values)).quantize(CENT, ROUND_HALF_UP)
