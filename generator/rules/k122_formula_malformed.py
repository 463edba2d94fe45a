"""Check K122: a formula that cannot be computed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.formula import FUNCTIONS, Flaw, Formula, parse
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K122",
    Severity.ERROR,
    Text("公式不能计算", "a formula that cannot be computed"),
    page(
        Text(
            "公式只能有数字、列出的变量、加减乘除、括号和 min、max、abs、round；变量名不重复，不与函数同名。",
            "A formula has numbers, listed variables, + - * / parentheses, min, max, abs and round; no variable is listed twice or called like a function.",
        ),
        Text(
            "写错一个变量名就算不出得分，也不能当作0。",
            "One misspelt name leaves no value, and it must not count as zero.",
        ),
        '{formula: "on_tme / total * 100", variables: [{name: on_time, label: 按期, unit: 份}]}',
        '{formula: "on_time * 100", variables: [{name: on_time, label: 按期, unit: 份}]}',
        Text(
            "按列号改正公式，或补列变量。",
            "Correct the formula at the column, or list the variable.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each flaw of a formula, at its column, and for each variable listed wrongly."""
    for index, kpi in enumerate(project.kpis):
        route = ("kpis", index, "formula")
        known = [one.name for one in kpi.variables]
        for at, name in enumerate(known):
            if name in FUNCTIONS or name in known[:at]:
                message = Text(
                    f"变量名 {name} 重复，或者与函数同名",
                    f"the variable {name} is listed twice or is a function",
                )
                yield found(CODE, message, Place(("kpis", index, "variables", at, "name")))
        formula = parse(kpi.formula) if kpi.formula else None
        if isinstance(formula, Flaw):
            yield found(CODE, formula.message, Place(route, within=(formula.start, formula.end)))
        for token in formula.names if isinstance(formula, Formula) else ():
            if token.text not in known:
                message = Text(
                    f"公式中的 {token.text} 没有列为变量",
                    f"{token.text} in the formula is not among the variables",
                )
                end = token.at + len(token.text)
                yield found(CODE, message, Place(route, within=(token.at, end)))
