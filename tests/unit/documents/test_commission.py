"""The commission statement: one for each period that ended, and every figure that leads to the amount payable."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.derive.commission import settlements
from generator.documents.commission import KIND
from generator.documents.kind import Job, Provenance, Rendered
from generator.locale import amount_in_words, date_text, money
from generator.model.price import Currency
from generator.model.project import Project
from generator.model.sales import SalesRecord, SalesRecordKind
from generator.resources import Library

Read = Callable[[Rendered], Any]
PROVENANCE = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "", "", "")
DAY = datetime.date


def statement(project: Project, index: int) -> Rendered:
    return KIND.render(Job(project, KIND.items(project)[index], "zh-CN", Library(), PROVENANCE))


def record(
    identity: str, day: DAY, amount: str, refers: str | None = None, name: str = "某公司"
) -> SalesRecord:
    kind = SalesRecordKind.RETURNED if refers else SalesRecordKind.RECEIVED
    return SalesRecord(
        id=identity, date=day, kind=kind, order_number=f"SO-{identity}", customer=name,
        amount=Decimal(amount), refers=refers,
    )  # fmt: skip


def sold(project: Project, *records: SalesRecord) -> Project:
    return replace(project, sales_records=records)


def test_each_period_that_ended_has_a_statement(agency: Project, service: Project) -> None:
    assert [one.key for one in KIND.items(agency)] == ["2026-Q1", "2026-Q2", "2026-Q3"]
    assert KIND.items(service) == ()
    early = replace(agency, project=replace(agency.project, as_of=DAY(2026, 6, 29)))
    assert [one.key for one in KIND.items(early)] == ["2026-Q1"]


def test_every_figure_is_in_it(agency: Project, read: Read) -> None:
    for index, row in enumerate(settlements(agency, agency.project.as_of)):
        text = read(statement(agency, index)).text
        for one in (*row.counted, *row.deducted):
            for fact in (one.order_number, one.customer, date_text(one.date), money(one.amount)):
                assert fact in text
        for part in row.parts:
            assert money(part.base) in text
            assert money(part.amount) in text
        for amount in (row.base, row.commission, row.payable):
            assert money(amount) in text
        assert amount_in_words(row.payable) in text
        assert date_text(row.due.day) in text
        assert "本期没有扣回" in text


def test_what_is_taken_back_is_worked_out(agency: Project, read: Read) -> None:
    project = sold(
        agency,
        record("a", DAY(2026, 1, 5), "6000000"),
        record("r", DAY(2026, 4, 8), "2000000", "a"),
        record("s", DAY(2026, 10, 30), "100", "a"),
    )
    text = read(statement(project, 1)).text
    assert "¥5,000,000.00 × 3% + ¥1,000,000.00 × 4.5% = ¥195,000.00" in text
    assert "¥4,000,000.00 × 3% = ¥120,000.00" in text
    assert "¥75,000.00" in text
    assert "本期计算基数为零，没有佣金。" in text
    assert "付款期限" not in text
    later = replace(project, project=replace(project.project, as_of=DAY(2027, 1, 1)))
    text = read(statement(later, 2)).text
    assert "不在约定的扣回期间内，不扣回佣金：2026年10月30日，SO-s，退货¥100.00。" in text


def test_a_day_that_is_not_certain_says_so(agency: Project, read: Read) -> None:
    later = replace(agency, project=replace(agency.project, as_of=DAY(2031, 12, 31)))
    text = read(statement(sold(later, record("a", DAY(2031, 7, 1), "100")), 0)).text
    assert "年节假日安排公布后核对" in text


def test_yen_have_no_decimals(agency: Project, read: Read) -> None:
    contract: Any = agency.contract
    yen = replace(contract, price=replace(contract.price, currency=Currency.JPY))
    text = read(statement(sold(replace(agency, contract=yen), record("a", DAY(2026, 1, 5), "1050")), 0)).text
    assert "JPY 32" in text
    assert "元以下四舍五入" in text


@pytest.mark.parametrize("hostile", ["& < > {{ x }} {% if %}", "😀 𠮷", "“引号” 'x' \"y\""])
def test_names_print_as_they_are(agency: Project, read: Read, hostile: str) -> None:
    assert hostile in read(statement(sold(agency, record("a", DAY(2026, 1, 5), "1", name=hostile)), 0)).text
