"""Check K103: bands do not fit the scoring."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.score import method
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.performance import Scoring
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K103",
    Severity.ERROR,
    Text("分档与评分规则不符", "bands do not fit the scoring"),
    page(
        Text(
            "选分档评分（bands）要写分档；选其他评分规则不写分档。",
            "Scoring by bands needs bands; any other scoring has none.",
        ),
        Text(
            "没有分档就无从评分；多余的分档不起作用，却会被当作已约定。",
            "Without bands there is no score; bands that are not used look as if they were agreed.",
        ),
        "{id: response, scoring: bands}",
        "{id: response, scoring: bands, bands: [{at: 95, score: 100}, {at: 90, score: 80}]}",
        Text("补上 bands，或改评分规则。", "Add bands, or change the scoring."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each KPI with bands missing or in vain."""
    for index, kpi in enumerate(project.kpis):
        how = method(kpi)
        if how is Scoring.BANDS and not kpi.bands:
            message = Text(
                f"“{kpi.name}”选了分档评分，却没有写分档（bands）",
                f"'{kpi.name}' is scored by bands, but has none",
            )
            yield found(CODE, message, Place(("kpis", index, "scoring")))
        elif how is not Scoring.BANDS and kpi.bands:
            message = Text(
                f"“{kpi.name}”的评分规则是 {kpi.scoring}，分档不起作用",
                f"'{kpi.name}' is scored by {kpi.scoring}, so its bands have no effect",
            )
            yield found(CODE, message, Place(("kpis", index, "bands"), "key"))
