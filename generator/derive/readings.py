"""What each KPI measured in each period: typed in, computed by its formula, or counted in the records."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from generator.derive.formula import Formula, Unknown, compute, parse
from generator.derive.kpi_sources import count, formula_of
from generator.derive.periods import PERIODS, covers, holding, span, within
from generator.model.common import Period
from generator.model.performance import Input, Kpi, KpiSource, Measurement, MissingValue
from generator.model.project import Project
from generator.model.value import record


@record
class Basis:
    """What a computed value rests on; ``unknown`` says why there is none in spite of all ``inputs``."""

    formula: Formula
    inputs: tuple[Input, ...]
    unknown: Unknown | None = None
    records: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


@record
class Reading:
    """One KPI in one period: a ``value``, or why it is ``missing``.

    ``index`` is the place of its entry among the measurements, ``None`` where none was written; ``basis`` is what a
    computed value rests on.
    """

    kpi: str
    period: Period
    value: Decimal | None
    missing: MissingValue | None
    note: str | None = None
    evidence: str | None = None
    index: int | None = None
    basis: Basis | None = None


def readings(project: Project, inside: Period | None = None, only: str | None = None) -> tuple[Reading, ...]:
    """Return what was measured, the written entries first and in their order.

    With ``inside`` only what lies in that period, with ``only`` what is of that KPI. Derived values are there for each period that has ended.
    """
    kpis = {kpi.id: kpi for kpi in project.kpis if only in {None, kpi.id}}
    entries = [
        (index, one)
        for index, one in enumerate(project.measurements)
        if (inside is None or covers(inside, one.period)) and only in {None, one.kpi}
    ]
    found = [_written(project, kpis.get(one.kpi), index, one) for index, one in entries]
    known = {(one.kpi, one.period) for one in found}
    derived = ((kpi, kpi.derived_from) for kpi in kpis.values() if kpi.derived_from)
    return (*found, *(one for pair in derived for one in _derived(project, *pair, inside, known)))


def missing_inputs(kpi: Kpi, entry: Measurement) -> tuple[str, ...]:
    """Return the names in the formula of ``kpi`` that ``entry`` has no value for."""
    formula = parse(kpi.formula or "")
    given = {one.name for one in entry.inputs}
    return (
        tuple(one.text for one in formula.names if one.text not in given)
        if isinstance(formula, Formula)
        else ()
    )


def _written(project: Project, kpi: Kpi | None, index: int, entry: Measurement) -> Reading:
    plain = Reading(entry.kpi, entry.period, entry.value, entry.missing, entry.note, entry.evidence, index)
    if kpi is None or entry.missing is not None:
        return plain
    if kpi.derived_from is not None and _ended(project, entry.period):
        return _with(plain, *_counted(project, kpi.derived_from, entry.period))
    if kpi.formula is not None and entry.inputs:
        formula = parse(kpi.formula)
        if isinstance(formula, Formula) and not missing_inputs(kpi, entry):
            return _with(plain, *_computed(formula, entry.inputs))
    return plain


def _derived(
    project: Project,
    kpi: Kpi,
    source: KpiSource,
    inside: Period | None,
    known: Collection[tuple[str, Period]],
) -> Iterator[Reading]:
    """Yield the values of a derived KPI that no entry speaks of; of a period partly outside the term only a value."""
    term, kind = project.contract.term, PERIODS[kpi.frequency]
    first, last = (
        span(inside) if inside else (span(holding(kind, term.start))[0], span(holding(kind, term.end))[1])
    )
    for period in within(kind, first, last):
        begin, end = span(period)
        if (kpi.id, period) in known or not _ended(project, period):
            continue
        made = _with(Reading(kpi.id, period, None, None), *_counted(project, source, period))
        if made.value is not None or (term.start <= begin and end <= term.end):
            yield made


def _ended(project: Project, period: Period) -> bool:
    return span(period)[1] <= project.project.as_of


def _counted(
    project: Project, source: KpiSource, period: Period
) -> tuple[Decimal | None, MissingValue | None, Basis]:
    formula, counted = formula_of(source), count(project, source, period)
    value, missing, basis = _computed(formula, counted.inputs)
    if counted.missing is not None:
        return None, counted.missing, Basis(formula, ())
    return value, missing, Basis(formula, basis.inputs, basis.unknown, counted.records, counted.failed)


def _computed(
    formula: Formula, inputs: tuple[Input, ...]
) -> tuple[Decimal | None, MissingValue | None, Basis]:
    result = compute(formula, {one.name: one.value for one in inputs})
    if isinstance(result, Unknown):
        return None, MissingValue.NOT_APPLICABLE, Basis(formula, inputs, result)
    return result, None, Basis(formula, inputs)


def _with(plain: Reading, value: Decimal | None, missing: MissingValue | None, basis: Basis) -> Reading:
    return Reading(plain.kpi, plain.period, value, missing, plain.note, plain.evidence, plain.index, basis)
