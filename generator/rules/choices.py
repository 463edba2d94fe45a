"""Which choice in a contract needs which further value: one table for the missing and for the unused ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Route, Text
from generator.model.contract import Contract


@dataclass(frozen=True, slots=True)
class Row:
    """``key`` of ``section`` is needed where ``choice`` is among ``needs``; ``also`` are others that print it."""

    section: str
    choice: str
    needs: tuple[str, ...]
    key: str
    name: Text
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One row as a contract fills it in."""

    row: Row
    route: Route
    chosen: str
    given: bool


ROWS = (
    Row(
        "term",
        "renewal",
        ("by_agreement", "automatic"),
        "renewal_notice",
        Text("续期通知期", "notice of renewal"),
    ),
    Row(
        "term",
        "renewal",
        ("automatic",),
        "renewal_period",
        Text("续期时长", "renewal period"),
        ("by_agreement",),
    ),
    Row("subject", "mode", ("general",), "general_scope", Text("概括委托范围", "scope of the mandate")),
    Row("work", "reporting", ("interval",), "report_interval", Text("报告间隔", "interval of reports")),
    Row("work", "reporting", ("other",), "reporting_other", Text("其他报告方式", "way of reporting")),
    Row("acceptance", "rule", ("effect", "other"), "effect", Text("效果说明", "effect to be reached")),
    Row(
        "payment",
        "early_end_fee",
        ("standard", "other"),
        "early_end_fee_text",
        Text("提前终止费用", "fee at an early end"),
    ),
    Row("intellectual_property", "owner", ("other",), "other", Text("其他归属约定", "owner of the results")),
    Row(
        "sales",
        "price_authority",
        ("within_range",),
        "price_range_percent",
        Text("报价幅度", "range of prices"),
    ),
)


def cases(contract: Contract) -> Iterator[Case]:
    """Yield each row of the table whose section the contract has."""
    for row in ROWS:
        section = getattr(contract, row.section)
        if section is not None:
            given = getattr(section, row.key) is not None
            yield Case(row, ("contract", row.section), str(getattr(section, row.choice)), given)
