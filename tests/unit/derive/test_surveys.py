"""A survey's score is the mean of its answers; rows imported are rows counted."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

from generator.derive.surveys import result
from generator.load import Loaded
from generator.model.support import Survey, SurveyAnswer, SurveyQuestion

ROOT = Path(__file__).parents[3]


def test_rows_imported_are_rows_counted(samples: dict[str, Loaded]) -> None:
    project = samples["east-china-agency"].project
    assert project is not None
    assert project.feedback is not None
    survey = next(one for one in project.feedback.surveys if one.id == "s-2026-09")
    lines = (ROOT / "specs/east-china-agency/data/survey-2026-09.csv").read_text("utf-8-sig").splitlines()
    rows = [line.split(",") for line in lines[1:] if "重复提交" not in line]
    found = result(survey)
    assert found is not None
    assert found.answers == len(rows) == survey.respondents
    for at, question in enumerate(found.questions, 2):
        mean = sum(Decimal(row[at]) for row in rows) / len(rows)
        assert abs(question.mean - mean) <= Decimal("0.005")
    every = [Decimal(cell) for row in rows for cell in row[2:5]]
    assert abs(found.score - sum(every) / len(every)) <= Decimal("0.005")
    assert found.rate is not None
    assert found.rate.percent == Decimal("68.33")


def test_answers_of_another_length_do_not_count() -> None:
    survey = Survey(
        id="s", date=datetime.date(2026, 1, 1), respondents=2, score=Decimal(4), scale=Decimal(5),
        questions=(SurveyQuestion(id="q1", text="a"), SurveyQuestion(id="q2", text="b")),
        answers=(SurveyAnswer(respondent="x", scores=(Decimal(4), Decimal(5))), SurveyAnswer(respondent="y", scores=(Decimal(1),))),
    )  # fmt: skip
    found = result(survey)
    assert found is not None
    assert (found.answers, found.score, found.rate) == (1, Decimal("4.50"), None)
