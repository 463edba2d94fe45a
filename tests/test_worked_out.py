"""Printed figures worked out again from the YAML, with nothing of ours but the words: scores, levels, days, money.

The samples are read by PyYAML; the arithmetic stands here in full, so that a fault in ``generator.derive`` cannot hide.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
import yaml
from support import ORIGIN, ROOT, text_of

from generator.build.cards import gather
from generator.derive.portfolio import portfolio
from generator.documents import packaged_kinds
from generator.documents.kind import Job
from generator.documents.portfolio import render
from generator.files import projects
from generator.load import Loaded
from generator.resources import Library

SAMPLES = ["east-china-agency", "service-desk-outsourcing", "warehouse-system"]
CENT = Decimal("0.01")


class Plain(yaml.SafeLoader):
    """Numbers stay what the user typed."""


def _number(loader: Plain, node: yaml.ScalarNode) -> Decimal | str:
    text = loader.construct_scalar(node)
    return text if ":" in text else Decimal(text)  # 14:00 is no number


for tag in ("float", "int"):
    Plain.add_constructor(f"tag:yaml.org,2002:{tag}", _number)


def parsed(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Plain)  # noqa: S506  # a safe loader with other numbers


@cache
def raw(name: str) -> dict[str, Any]:
    """Return the sections of a sample, files of a folder put together."""
    path = ROOT / "specs" / name
    if not path.is_dir():
        return dict(parsed(path.with_suffix(".yaml")))
    data: dict[str, Any] = {}
    for file in sorted(path.glob("*.yaml")):
        data |= parsed(file)
    for folder in (one for one in path.iterdir() if one.is_dir() and one.name != "data"):
        entries: list[Any] = []
        for file in sorted(folder.glob("*.yaml")):
            found = parsed(file)
            entries += found if isinstance(found, list) else [found]
        data[folder.name] = entries
    return data


def printed(samples: dict[str, Loaded], name: str, kind: str) -> dict[str, str]:
    """Return the text of each document of a kind by its key, without blanks."""
    project = samples[name].project
    assert project is not None
    made = next(one for one in packaged_kinds() if one.name == kind)
    texts = {}
    for item in made.items(project):
        rendered = made.render(Job(project, item, "zh-CN", Library(), ORIGIN))
        assert rendered.body is not None, rendered.diagnostics
        texts[item.key] = re.sub(r"\s", "", text_of(made.suffix, rendered.body))
    return texts


def half_up(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def shown(value: Decimal) -> str:
    return f"¥{half_up(value):,.2f}"


@pytest.mark.parametrize("name", SAMPLES)
def test_levels_of_every_risk(samples: dict[str, Loaded], name: str) -> None:
    data, text = raw(name), next(iter(printed(samples, name, "risk_register").values()))
    matrix = data["risk_matrix"]
    steps = [
        (matrix["extreme_from"], "极高"),
        (matrix["high_from"], "高"),
        (matrix["medium_from"], "中"),
        (0, "低"),
    ]
    for risk in data["risks"]:
        row = text[text.index(risk["id"] + re.sub(r"\s", "", risk["title"])) :]
        for stage in ("inherent", "current", "residual"):
            likelihood, impact = risk[stage]["likelihood"], risk[stage]["impact"]
            product = likelihood * impact
            level = next(label for least, label in steps if product >= least)
            assert f"{level}（{likelihood}×{impact}={product}）" in row


@pytest.mark.parametrize("name", SAMPLES)
def test_days_overdue_of_every_open_action(samples: dict[str, Loaded], name: str) -> None:
    data, text = raw(name), next(iter(printed(samples, name, "summary").values()))
    on = data["project"]["as_of"]
    due: dict[str, datetime.date] = {}
    done: set[str] = set()
    for meeting in sorted(data["meetings"], key=lambda one: one["date"]):
        for note in meeting.get("follow_ups", ()):
            if note["status"] != "open":
                done.add(note["action"])
            elif "new_due" in note:
                due[note["action"]] = note["new_due"]
        for action in meeting.get("actions", ()):
            due[action["id"]] = action["due"]
    late = {key: (on - day).days for key, day in due.items() if key not in done and day < on}
    tail = text[text.index("会议与行动项") :]
    for key, days in late.items():
        assert f"逾期{days}天" in tail[tail.index(key) : tail.index(key) + 200]


FEES = {
    "service-desk-outsourcing": {f"ev-2026-{month:02}": Decimal(112500) for month in range(1, 13)},
    "east-china-agency": {f"ev-2026-q{quarter}": Decimal(72000) for quarter in (1, 2, 3, 4)},
    "warehouse-system": {
        "ev-2026-q3": Decimal(980000) * 25 / 100,
        "ev-2026-q4": Decimal(980000) * 20 / 100 + 12000,
    },
}
LATE_DAYS = {
    ("warehouse-system", "cl-01"): (datetime.date(2026, 8, 14), datetime.date(2026, 9, 4), Decimal("0.1")),
    # of the twenty days twelve were Party A's
    ("warehouse-system", "cl-02"): (datetime.date(2026, 10, 12), datetime.date(2026, 10, 20), Decimal("0.1")),
}


def damages(name: str, claim: dict[str, Any]) -> Decimal:
    if (name, claim["id"]) in LATE_DAYS:
        due, done, rate = LATE_DAYS[name, claim["id"]]
        return half_up(claim["base"] * rate / 100 * (done - due).days)
    if "each" in claim:
        return min(claim["each"] * claim.get("count", 1), claim.get("cap", Decimal("inf")))
    return min(half_up(claim["base"] * claim["percent"] / 100), claim.get("cap", Decimal("inf")))


def commission(data: dict[str, Any], quarter: int) -> Decimal:
    terms = data["contract"].get("sales", {}).get("commission")
    if terms is None:
        return Decimal(0)
    base = Decimal(0)
    for one in data["sales_records"]:  # what the samples take back was sold in the same quarter
        if (one["date"].month + 2) // 3 == quarter:
            base += one["amount"] if one["kind"] == "received" else -one["amount"]
    whole = Decimal(0)
    for tier in terms["tiers"]:
        top = min(base, tier.get("below", base))
        if top > tier["at_least"]:
            whole += half_up((top - tier["at_least"]) * tier["rate"] / 100)
    return whole


@pytest.mark.parametrize("name", SAMPLES)
def test_every_settlement_adds_up(samples: dict[str, Loaded], name: str) -> None:
    data, texts = raw(name), printed(samples, name, "settlement")
    evaluated = printed(samples, name, "evaluation")
    effects = {
        one["label"]: one["effect"]["deduct_percent"]
        for one in data["assessment"]["grades"]
        if "effect" in one
    }
    assert set(texts) == set(FEES[name])
    for key, fee in FEES[name].items():
        grade = re.findall("评为“(.+?)”", evaluated[key])[-1]
        net = fee - half_up(fee * effects.get(grade, Decimal(0)) / 100)
        if name == "east-china-agency":
            net += commission(data, int(key[-1]))
        net -= sum((damages(name, one) for one in data["claims"] if one.get("settled_in") == key), Decimal(0))
        assert shown(net) in texts[key], (key, net)


@pytest.mark.parametrize("name", SAMPLES)
def test_payments_of_the_summary(samples: dict[str, Loaded], name: str) -> None:
    data, text = raw(name), next(iter(printed(samples, name, "summary").values()))
    paid = sum((one["amount"] for one in data["payments"]), Decimal(0))
    assert f"已付款{shown(paid)}" in text or shown(paid) in text


def test_the_portfolio_adds_up(tmp_path: Path) -> None:
    """The price is the contract's with signed changes; paid and risks are of the records."""
    gross, paid, grave = Decimal(0), Decimal(0), defaultdict(int)
    for name in SAMPLES:
        data = raw(name)
        gross += data["contract"]["price"]["gross"]
        gross += sum(
            (one.get("price", Decimal(0)) for one in data.get("changes", ()) if one["status"] == "agreed"),
            Decimal(0),
        )
        paid += sum((one["amount"] for one in data["payments"]), Decimal(0))
        for risk in data["risks"]:
            product = risk["current"]["likelihood"] * risk["current"]["impact"]
            if risk["status"] != "closed" and product >= data["risk_matrix"]["high_from"]:
                grave["extreme" if product >= data["risk_matrix"]["extreme_from"] else "high"] += 1
    found = portfolio(gather(ROOT, projects(ROOT), tmp_path).cards.values(), (), 30)
    assert found is not None
    body = render(found, "甲", (), "zh-CN", datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "0").body
    assert body is not None
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(body)).pages))
    assert shown(gross) in text
    assert shown(paid) in text
    assert f"极高{grave['extreme']}项，高{grave['high']}项" in text
