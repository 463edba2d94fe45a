"""Check K115: score bands are not in steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Direction
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "K115",
    Severity.ERROR,
    Text("分档不成梯级", "score bands are not in steps"),
    page(
        Text(
            "成绩越好得分越高，起点不重复，得分在0至100之间。",
            "A better result scores more, no start is given twice, and scores lie between 0 and 100.",
        ),
        Text("分档颠倒或重复，同一成绩就有两种得分。", "Out of order, one result has two scores."),
        "{direction: higher, scoring: bands, bands: [{at: 95, score: 80}, {at: 90, score: 100}]}",
        "{direction: higher, scoring: bands, bands: [{at: 95, score: 100}, {at: 90, score: 80}]}",
        Text(
            "理顺分档；越低越好的指标，起点是上限。",
            "Order the bands; where lower is better, the start is the upper bound.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each band that scores no more than a worse one, or outside 0 to 100."""
    for index, kpi in enumerate(project.kpis):
        best_first = sorted(enumerate(kpi.bands), key=lambda pair: pair[1].at)
        if kpi.direction is Direction.HIGHER:
            best_first.reverse()
        for (at, better), (_, worse) in pairwise(best_first):
            if better.score <= worse.score or better.at == worse.at:
                message = Text(
                    f"“{kpi.name}”：{plain(better.at)} 得 {plain(better.score)} 分，{plain(worse.at)} 得 "
                    f"{plain(worse.score)} 分",
                    f"'{kpi.name}': {plain(better.at)} scores {plain(better.score)}, {plain(worse.at)} "
                    f"{plain(worse.score)}",
                )
                yield found(CODE, message, Place(("kpis", index, "bands", at)))
        for at, band in enumerate(kpi.bands):
            if not 0 <= band.score <= 100:
                message = Text(
                    f"得分 {plain(band.score)} 不在 0 至 100 之间",
                    f"the score {plain(band.score)} is not 0 to 100",
                )
                yield found(CODE, message, Place(("kpis", index, "bands", at, "score")))
