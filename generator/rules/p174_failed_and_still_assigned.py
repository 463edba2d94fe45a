"""Check P174: failed and still at work."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P174",
    Severity.WARNING,
    Text("考核不合格仍在岗", "failed and still at work"),
    page(
        Text(
            "考核低于合格分数，没有补考登记，人员仍在岗。",
            "Below the pass mark, nothing made up, and still assigned.",
        ),
        Text("不合格的人员继续服务，质量风险由甲方承担。", "Party A bears the risk of unqualified people."),
        "{person: e1, present: true, score: 62}",
        "{person: e1, present: true, score: 85, made_up_on: 2026-04-02}",
        Text("补考，或者更换人员（assigned_until）。", "Test again, or replace the person."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each score below the pass mark that is the person's last in that topic, while assigned."""
    on = project.project.as_of
    gone = {
        one.id
        for one in (project.resources.people if project.resources else ())
        if one.assigned_until and one.assigned_until <= on
    }
    for at, one in enumerate(project.training):
        for index, each in enumerate(one.attendance):
            failed = each.score is not None and one.pass_mark is not None and each.score < one.pass_mark
            if failed and each.person not in gone:
                message = Text(
                    f"{each.person} 得 {each.score} 分，低于 {one.pass_mark} 分",
                    f"{each.person} scored {each.score}, below {one.pass_mark}",
                )
                yield found(CODE, message, Place(("training", at, "attendance", index, "score")))
