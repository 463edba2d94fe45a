"""An appeal shows the result before and after, and both stay."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.derive.score import before_appeal, evaluate
from generator.documents.appeal import Appealed, appealed
from generator.model.performance import Appeal, AppealDecision, AppealItem, Correction, MissingValue
from generator.model.project import Project

D = Decimal


def made(project: Project, *corrections: Correction, **changes: Any) -> tuple[Project, Appealed]:
    given: dict[str, Any] = {
        "raised_on": datetime.date(2026, 7, 21),
        "text": "报告按期发出",
        "items": (AppealItem(kpi="reporting", claim="邮件6月5日发出"),),
        "decided_on": datetime.date(2026, 7, 27),
        "decided_by": "zhou",
        "decision": AppealDecision.PARTLY_UPHELD,
        "reason": "邮件记录属实",
        "corrections": corrections,
    }
    appeal = Appeal(**{**given, **changes})
    evaluation = replace(project.evaluations[1], appeal=appeal)  # type: ignore[type-var]
    after = replace(project, evaluations=(project.evaluations[0], evaluation))  # type: ignore[type-var]
    shown = appealed(
        after, evaluation, before_appeal(after, evaluation), evaluate(after, evaluation), "zh-CN"
    )
    assert shown is not None
    return after, shown


def correction(**changes: Any) -> Correction:
    return Correction(kpi="reporting", reason="邮件6月5日收到", **changes)


def test_a_corrected_value_is_scored_again_and_the_first_is_kept(agency: Project) -> None:
    project, shown = made(agency, correction(value=D(100)))
    row = next(one for one in shown.compared if one.name == "报告准时率")
    assert (row.score, row.new_score) == ("50.00", "100.00")
    assert (row.weighted, row.new_weighted) == ("5.00", "10.00")
    last = shown.compared[-1]
    assert (last.weighted, last.new_weighted) == ("50.17", "55.17")
    assert evaluate(project, project.evaluations[1]).total == D("55.17")


def test_a_score_and_a_line_left_out(agency: Project) -> None:
    _, shown = made(agency, correction(score=D(70)))
    assert next(one.new_score for one in shown.compared if one.reason == "邮件6月5日收到") == "70.00"
    project, shown = made(agency, correction(missing=MissingValue.NOT_APPLICABLE))
    row = next(one for one in shown.compared if one.name == "报告准时率")
    assert (row.new_actual, row.new_score) == ("本期不适用", "—")
    assert evaluate(project, project.evaluations[1]).counted == 90


def test_nothing_changes_before_the_decision(agency: Project) -> None:
    project, shown = made(agency, correction(value=D(100)), decided_on=None, decision=None, reason=None)
    assert shown.compared == ()
    assert shown.decision == "尚未作出"
    assert evaluate(project, project.evaluations[1]).total == D("50.17")


def test_who_decided_what_and_when(agency: Project) -> None:
    _, shown = made(agency, decision=AppealDecision.REJECTED)
    assert shown.decision.startswith("不支持")
    assert shown.decision.endswith("2026年7月27日")
    assert shown.compared == ()
