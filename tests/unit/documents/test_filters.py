"""Filters print one kind of value each, and every enum value has a label."""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from decimal import Decimal
from enum import Enum

import pytest

import generator.model
from generator.derive.closing import OpenKind
from generator.derive.due import DueKind
from generator.derive.improvements import ImprovementState
from generator.derive.journal import EventKind
from generator.derive.obligation import ObligationEvent, ObligationKind, ObligationState
from generator.derive.payments import PaymentState
from generator.derive.risk import RiskLevel
from generator.derive.settlement import LineKind
from generator.documents.filters import enum_key, filters
from generator.locale import languages, words
from generator.model.common import Duration, DurationUnit, Period, PeriodKind
from generator.model.contract import IpOwner, NoticeMeans
from generator.model.price import Currency
from generator.model.profile import ProjectKind
from generator.render.docx.printing import FilterError

BY_KIND = ("role_of_party_a", "role_of_party_b", "task_of_party_b")
"""What the parties and their work are called, by kind of contract."""
ENUMS = sorted(
    {
        value
        for module in pkgutil.iter_modules(generator.model.__path__)
        for value in vars(importlib.import_module(f"generator.model.{module.name}")).values()
        if isinstance(value, type)
        and issubclass(value, Enum)
        and value.__module__.startswith("generator.model")
    }
    | {
        DueKind,
        EventKind,
        ImprovementState,
        LineKind,
        OpenKind,
        ObligationEvent,
        ObligationKind,
        ObligationState,
        PaymentState,
        RiskLevel,
    },
    key=lambda enum: enum.__name__,
)


@pytest.mark.parametrize("language", languages())
def test_labels_are_those_of_the_enums(language: str) -> None:
    labels = words(language).labels
    wanted = {enum_key(enum): {member.value for member in enum} for enum in ENUMS}
    wanted |= {key: {member.value for member in ProjectKind} for key in BY_KIND}
    wanted["obligation_evidence"] = {member.value for member in ObligationKind}
    assert wanted == {key: set(values) for key, values in labels.items()}


def test_what_a_kind_calls_its_parties() -> None:
    called = filters()["called"]
    assert called(ProjectKind.WORK, "role_of_party_b") == "承揽人"
    with pytest.raises(FilterError):
        called("work", "role_of_party_b")


def test_languages_have_the_same_words() -> None:
    assert len({frozenset(words(language).words) for language in languages()}) == 1


@pytest.mark.parametrize(
    ("name", "arguments", "printed"),
    [
        ("money", (Decimal("360000"), Currency.CNY), "¥360,000.00"),
        ("words", (Decimal("360000"), Currency.CNY), "人民币叁拾陆万元整"),
        ("unit_price", (Decimal("0.0035"), Currency.CNY), "¥0.0035"),
        ("number", (Decimal("12.50"),), "12.50"),
        ("number", (12,), "12"),
        ("percent", (Decimal("0.03"),), "0.03%"),
        ("date", (datetime.date(2026, 1, 5),), "2026年1月5日"),
        ("weekday", (datetime.date(2026, 1, 5),), "星期一"),
        ("time", (datetime.time(9, 5),), "09:05"),
        ("duration", (Duration(10, DurationUnit.WORKING_DAYS),), "10个工作日"),
        ("period", (Period(2026, PeriodKind.QUARTER, 1),), "2026年第一季度"),
        ("label", (IpOwner.JOINT,), "双方共有"),
        ("labels", ((NoticeMeans.COURIER, NoticeMeans.EMAIL),), "快递、电子邮件"),
        ("ordinal", (11,), "十一"),
        ("items", (("上海市", "江苏省"),), "上海市、江苏省"),
        ("bare", ("按月结算。",), "按月结算"),
        ("sentence", ("按月结算；",), "按月结算。"),
        ("sentence", ("R&D Co., Ltd.",), "R&D Co., Ltd.。"),
    ],
)
def test_what_a_filter_prints(name: str, arguments: tuple[object, ...], printed: str) -> None:
    assert filters()[name](*arguments) == printed


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("money", ("360000", Currency.CNY)),
        ("money", (360000.0, Currency.CNY)),
        ("money", (Decimal(1), "CNY")),
        ("number", (True,)),
        ("number", (1.5,)),
        ("date", ("2026-01-05",)),
        ("date", (datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC),)),
        ("time", ("14:00",)),
        ("duration", ("10 working days",)),
        ("label", ("party_a",)),
        ("ordinal", (Decimal(1),)),
        ("items", ((Decimal(1),),)),
        ("bare", (None,)),
    ],
)
def test_another_kind_of_value_is_refused_in_both_languages(name: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(FilterError) as refused:
        filters()[name](*arguments)
    assert refused.value.message.zh.startswith("只用于")


def test_an_amount_is_never_rounded() -> None:
    with pytest.raises(ValueError, match="decimals"):
        filters()["money"](Decimal("1.005"), Currency.CNY)
