"""The clauses of one contract: those of the library, with what the project has put in their place."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.documents.clauses import Alternative, Clause, Entry
from generator.model.deviation import Deviation
from generator.model.profile import ProjectKind
from generator.shape.near import did_you_mean, listed

NO_ALTERNATIVE = Code(
    "T171",
    Severity.ERROR,
    Text("条款没有这个备选文本", "A clause without this alternative"),
    Text(
        "use 须是该条款文件 alternatives 中的一个编号。条款库没有合适的文本时，用 text 写出条文。",
        "“use” names one of the alternatives in the clause's file. Where the library has no fitting text, write one under “text”.",
    ),
)
TWICE = Code(
    "T172",
    Severity.ERROR,
    Text("偏离的条款已经改动或删去", "Deviation of a clause that an earlier one has settled"),
    Text(
        "一条只能写一处偏离，否则不清楚以哪一处为准；新条款也不能排在已删去的条款之后。请合并或更正。",
        "A clause has one deviation: with two it is not clear which holds. An added clause cannot follow one that is removed.",
    ),
)
NO_EFFECT = Code(
    "T173",
    Severity.WARNING,
    Text("偏离没有效果", "A deviation without effect"),
    Text(
        "这份合同按标准文本本来就没有这一条（类型或条件不符），或者写了 omit: false。删去这处偏离。",
        "By the standard text this contract has no such clause (its kind or condition does not fit), or “omit” is false. "
        "Remove the deviation.",
    ),
)


def applied(
    clauses: Iterable[Clause], deviations: Iterable[Deviation], language: str
) -> tuple[tuple[Clause, ...], tuple[Diagnostic, ...]]:
    """Return ``clauses`` with every deviation in its place, and what is wrong with those that have none."""
    made, problems = list(clauses), list[Diagnostic]()
    settled = set[str]()
    for index, one in enumerate(deviations):
        name = one.add or one.clause or ""
        at = next((at for at, clause in enumerate(made) if clause.id == (one.after or name)), None)
        problem = _problem(one, None if at is None or name in settled else made[at], index)
        settled.add(name)
        if problem is not None or at is None:
            problems += [problem] if problem else []
        elif one.add:
            made.insert(at + 1, _own(one, made[at], language, index))
        elif one.omit:
            del made[at]
        elif one.omit is None:
            made[at] = replace(made[at], text=_text(one, made[at], language, index))
    return tuple(made), tuple(problems)


def alternative(clause: Clause, one: Deviation) -> Alternative | None:
    """Return the text of the library that ``one`` puts in the place of the standard text of ``clause``."""
    return next((each for each in clause.alternatives if each.id == one.use), None)


def without_effect(
    deviations: Iterable[Deviation], standard: Container[str], present: Container[str]
) -> Iterator[Diagnostic]:
    """Yield a finding for each deviation of a clause that is neither in the ``standard`` contract nor in the ``present`` one."""
    for index, one in enumerate(deviations):
        name = one.add or one.clause or ""
        if one.omit is False or (name not in standard and name not in present):
            message = Text(f"对 {name} 的偏离没有效果", f"the deviation of {name} has no effect")
            key = "add" if one.add else "clause"
            yield found(NO_EFFECT, message, Place(("deviations", index, key)), hint=NO_EFFECT.manual)


def _problem(one: Deviation, clause: Clause | None, index: int) -> Diagnostic | None:
    """Return why ``one`` cannot be applied to ``clause``, which it changes or follows; ``None`` where that is gone."""
    if clause is None:
        name, key = (one.after, "after") if one.add else (one.clause, "clause")
        message = Text(
            f"条款 {name} 在前面的偏离中已经改动或删去",
            f"an earlier deviation has changed or removed the clause {name}",
        )
        return found(TWICE, message, Place(("deviations", index, key)), hint=TWICE.manual)
    if one.use is None or alternative(clause, one) is not None:
        return None
    known = [each.id for each in clause.alternatives]
    choices = Text(f"可选：{listed(known) or '无'}", f"there are: {listed(known) or 'none'}")
    message = Text(
        f"条款 {clause.id} 没有备选文本 {one.use}", f"the clause {clause.id} has no alternative {one.use}"
    )
    place = Place(("deviations", index, "use"))
    return found(NO_ALTERNATIVE, message, place, hint=did_you_mean(one.use, known) or choices)


def _text(one: Deviation, clause: Clause, language: str, index: int) -> Mapping[str, tuple[Entry, ...]]:
    chosen = alternative(clause, one)
    return chosen.text if chosen else {language: _paragraphs(one, index)}


def _own(one: Deviation, before: Clause, language: str, index: int) -> Clause:
    """Return the clause that the project adds, of the part that the one before it stands in."""
    return replace(
        before,
        id=one.add or "",
        kinds=tuple(ProjectKind),
        when=None,
        statutes=(),
        title={language: one.title or ""},
        text={language: _paragraphs(one, index)},
        alternatives=(),
        place=Place(("deviations", index, "title")),
    )


def _paragraphs(one: Deviation, index: int) -> tuple[Entry, ...]:
    return tuple(
        Entry(text=text, place=Place(("deviations", index, "text", at)))
        for at, text in enumerate(one.text or ())
    )
