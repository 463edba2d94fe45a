"""Findings as values."""

from __future__ import annotations

import datetime
from dataclasses import replace

from generator.diagnostics import (
    Code,
    Diagnostic,
    GeneratorError,
    Law,
    Severity,
    Span,
    Statute,
    Text,
    found,
    has_errors,
    ordered,
)

CODE = Code("X101", Severity.WARNING, Text("题", "title"), Text("页", "page"))


def test_text_follows_the_language() -> None:
    assert Text("中", "en").of("zh-CN") == "中"
    assert Text("中", "en").of("EN") == "en"


def test_found_takes_identity_and_severity_from_the_code() -> None:
    finding = found(CODE, Text("a", "b"))
    assert (finding.code, finding.severity) == ("X101", Severity.WARNING)
    assert not has_errors([finding])


def test_found_takes_the_statutes_from_the_code_unless_some_are_given() -> None:
    law = Law("某法", datetime.date(2020, 1, 1), datetime.date(2021, 1, 1))
    statutes = (Statute(law, "第一条"), Statute(law, "第二条"))
    code = replace(CODE, statutes=statutes)
    assert found(code, Text("a", "b")).statutes == statutes
    assert found(code, Text("a", "b"), statutes=statutes[1:]).statutes == statutes[1:]
    assert found(code, Text("a", "b"), statutes=()).statutes == ()


def test_a_text_is_in_force_from_its_first_day_to_the_day_before_its_end() -> None:
    law = Law("某法", datetime.date(2020, 1, 1), datetime.date(2021, 1, 1))
    days = [datetime.date(*day) for day in ((2019, 12, 31), (2020, 1, 1), (2020, 12, 31), (2021, 1, 1))]
    assert [law.is_in_force(day) for day in days] == [False, True, True, False]


def test_order_is_by_position_and_each_once() -> None:
    def at(line: int, file: str = "a") -> Diagnostic:
        return found(CODE, Text("a", "b"), Span(file, line, 1, line, 2))

    none = found(CODE, Text("a", "b"))
    assert ordered([at(9), at(1, "b"), at(1), none, at(9)]) == (none, at(1), at(9), at(1, "b"))


def test_an_environment_error_speaks_both_languages() -> None:
    assert str(GeneratorError(Text("磁盘满", "disk full"))) == "disk full"
