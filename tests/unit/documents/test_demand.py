"""The letter of demand: the obligation and its days come from the ledger; law is cited only where it applies."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.documents.demand import KIND
from generator.documents.kind import Job, Provenance, Rendered
from generator.model.common import Side
from generator.model.project import Project
from generator.resources import Library

PROVENANCE = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "", "", "")
Read = Callable[[Rendered], Any]


def letter(project: Project) -> Rendered:
    return KIND.render(Job(project, KIND.items(project)[0], "zh-CN", Library(), PROVENANCE))


def test_a_late_delivery(project_of: Callable[[str], Project], read: Read) -> None:
    project = project_of("technical")
    text = read(letter(project)).text
    for fact in (
        "第六条",
        "2026年8月14日前履行",
        "星仓核心软件V1.0",
        "已经逾期10日",
        "请在2026年9月4日前",
        "第五百六十三条第一款第三项",
        "快递，2026年8月25日送达，凭证：邮政特快专递单号 1098765432101（虚构）",
        project.parties.party_b.address,
        project.parties.party_b.contact_person,
    ):
        assert fact in text, fact


def test_a_report_is_no_main_duty(project_of: Callable[[str], Project], read: Read) -> None:
    text = read(letter(project_of("agency"))).text
    assert "月度销售报告（2026年8月）" in text
    assert "第五百六十三条" not in text
    assert "第一百九十五条第一项" in text


def test_a_payment_names_amount_and_account(project_of: Callable[[str], Project], read: Read) -> None:
    project = project_of("technical")
    (one,) = project.demands
    unpaid = replace(project, payments=project.payments[:1])
    late = replace(
        one, deliverable=None, instalment="p2", by=Side.PARTY_B, issued_on=datetime.date(2026, 8, 3),
        deadline=datetime.date(2026, 8, 13), issuer="feng", delivery=None, answered_on=None, answer=None,
    )  # fmt: skip
    text = read(letter(replace(unpaid, demands=(late,)))).text
    assert "金额¥196,000.00（大写：人民币壹拾玖万陆仟元整）" in text
    assert "收款账户：户名" in text
    assert "□专人送达" in text


def test_nothing_owed_is_no_letter(project_of: Callable[[str], Project]) -> None:
    project = project_of("technical")
    (one,) = project.demands
    made = letter(replace(project, demands=(replace(one, deliverable=None, milestone="none"),)))
    assert made.body is None
    assert [finding.code for finding in made.diagnostics] == ["T190"]
