"""Check R103: risk does not fall and no reason is given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "R103",
    Severity.WARNING,
    Text("风险没有逐级降低又没有理由", "risk does not fall and no reason is given"),
    page(
        Text(
            "现时风险不应高于固有风险，剩余风险不应高于现时风险；有例外时写明理由（justification）。",
            "Current risk should not exceed inherent, nor residual current; where it does, justification "
            "says why.",
        ),
        Text(
            "控制和措施使风险变大，多半是评分写反。",
            "Controls that raise a risk are most often scores in the wrong place.",
        ),
        "current: {likelihood: 2, impact: 3}\nresidual: {likelihood: 4, impact: 3}",
        "current: {likelihood: 4, impact: 3}\nresidual: {likelihood: 2, impact: 3}",
        Text("改正评分，或写上 justification。", "Correct the scores, or add justification."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each stage of a risk that is higher than the one before."""
    for index, risk in enumerate(project.risks):
        stages = (
            ("inherent", "固有", risk.inherent),
            ("current", "现时", risk.current),
            ("residual", "剩余", risk.residual),
        )
        for (before, before_zh, earlier), (stage, zh, later) in pairwise(stages):
            had, has = earlier.likelihood * earlier.impact, later.likelihood * later.impact
            if has > had and risk.justification is None:
                message = Text(
                    f"{risk.id}“{risk.title}”{zh}风险 {has} 高于{before_zh}风险 {had}，没有写理由",
                    f"{risk.id} '{risk.title}': {stage} {has} is above {before} {had} without justification",
                )
                related = [see(f"{before_zh}风险", f"the {before} risk", ("risks", index, before))]
                yield found(CODE, message, Place(("risks", index, stage), "key"), related=related)
