"""Check K117: a KPI and a quality standard of one name differ."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain, see

CODE = Code(
    "K117",
    Severity.WARNING,
    Text("同名的考核指标与质量标准不同", "a KPI and a quality standard of one name differ"),
    page(
        Text(
            "考核指标（kpis）与合同质量标准（quality）同名，目标值、单位或者方向不同。",
            "A KPI has the name of a quality standard of the contract, with another target, unit or direction.",
        ),
        Text(
            "按合同合格的，考核可能不合格，反之亦然；双方会各引一个数。",
            "What keeps to the contract may fail the assessment, or the other way round: each side will quote its own number.",
        ),
        'quality: [{name: 电话接通率, threshold: 95, unit: "%"}]\nkpis: [{name: 电话接通率, target: 93, unit: "%"}]',
        'quality: [{name: 电话接通率, threshold: 95, unit: "%"}]\nkpis: [{name: 电话接通率, target: 95, unit: "%"}]',
        Text(
            "改成一致；确实不同的，用不同的名称。",
            "Make them agree; where they are meant to differ, give them different names.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each KPI that differs from the standard of its name."""
    standards = {one.name: (index, one) for index, one in enumerate(project.contract.quality)}
    for index, kpi in enumerate(project.kpis):
        at, standard = standards.get(kpi.name, (0, None))
        if standard is None:
            continue
        agreed = (standard.threshold, standard.unit, standard.direction)
        if (kpi.target, kpi.unit, kpi.direction) != agreed:
            message = Text(
                f"“{kpi.name}”的目标是 {plain(kpi.target)}{kpi.unit}，合同质量标准是 {plain(standard.threshold)}{standard.unit}",
                f"'{kpi.name}': the target is {plain(kpi.target)} {kpi.unit}, the standard {plain(standard.threshold)} {standard.unit}",
            )
            related = [see("质量标准", "the standard", ("contract", "quality", at))]
            yield found(CODE, message, Place(("kpis", index, "target")), related=related)
