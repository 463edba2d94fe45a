"""Verdicts of the schema in the user's words, at the right place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Place
from generator.shape import check
from generator.shape.check import _explain, plain
from generator.shape.judge import validator
from generator.shape.near import did_you_mean, listed
from generator.shape.schema import resolved
from generator.source import read

BASE = Path(__file__).parents[2] / "cases" / "base.yaml"


@pytest.fixture
def data() -> Any:
    return read("base.yaml", BASE.read_bytes()).data


def only(data: Any, schema: str = "project.json") -> Any:
    findings = check(data, schema)
    assert len(findings) == 1, findings
    return findings[0]


def test_a_sound_project_has_no_findings(data: Any) -> None:
    assert check(data, "project.json") == ()


def test_unknown_key_points_at_the_key_and_names_the_nearest(data: Any) -> None:
    data["contract"]["titel"] = "x"
    finding = only(data)
    assert finding.code == "S101"
    assert finding.location == Place(("contract", "titel"), "key")


def test_did_you_mean_offers_only_keys_that_are_free(data: Any) -> None:
    del data["contract"]["title"]
    data["contract"]["titel"] = "x"
    hints = {finding.code: finding.hint.zh for finding in check(data, "project.json")}
    assert "“title”" in hints["S101"]
    assert "加上 title:" in hints["S102"]


def test_missing_key_shows_an_example(data: Any) -> None:
    del data["contract"]["price"]["tax_rate"]
    finding = only(data)
    assert finding.code == "S102"
    assert finding.location == Place(("contract", "price"), "key")
    assert "tax_rate: 6" in finding.hint.en


@pytest.mark.parametrize(
    ("route", "value", "code", "words"),
    [
        (("parties", "party_b", "phone"), 13800000000, "S103", '"13800000000"'),
        (("contract", "price", "gross"), "360,000.00", "S103", "360000.00"),
        (("contract", "price", "gross"), "1_000", "S103", "1000"),
        (("contract", "price", "gross"), "0.50", "S103", "写成 0.50"),
        (("contract", "price", "gross"), "￥３６０，０００．００元", "S103", "写成 360000.00"),
        (("contract", "price", "gross"), "0012", "S103", "写成 12"),
        (("contract", "price", "gross"), None, "S103", "删去"),
        (("contract", "price"), [], "S103", ""),
        (("kpis",), {}, "S103", "- "),
        (("contract", "price", "currency"), "RMB", "S104", "CNY"),
        (("contract", "price", "currency"), True, "S104", "CNY"),
        (("project", "state"), "drafts", "S104", "“draft”"),
        (("project", "as_of"), "2026/1/2", "S105", "2026-03-31"),
        (("project", "as_of"), "2026-02-30", "S105", "2026-03-31"),
        (("contract", "acceptance", "period"), "10 days", "S105", "10 working days"),
        (("contract", "title"), " 合同", "S105", "空白"),
        (("contract", "title"), "合同\n", "S105", "换行"),
        (("project", "id"), "..", "S105", "编号"),
        (("contract", "price", "gross"), Decimal("-1"), "S106", ""),
        (("contract", "price", "gross"), Decimal("1.005"), "S106", ""),
        (("contract", "price", "gross"), Decimal("1e40"), "S106", ""),
        (("contract", "price", "gross"), Decimal("1e-40"), "S106", ""),
        (("contract", "title"), "", "S107", ""),
        (("contract", "title"), "长" * 1001, "S107", ""),
        (("kpis",), [], "S107", ""),
    ],
)
def test_a_wrong_value(data: Any, route: tuple[str, ...], value: object, code: str, words: str) -> None:
    holder = data
    for key in route[:-1]:
        holder = holder[key]
    holder[route[-1]] = value
    finding = next(one for one in check(data, "project.json") if one.code == code)
    assert finding.location == Place(route)
    assert words in (finding.hint.zh if finding.hint else "")
    assert finding.message.zh
    assert finding.message.en


@pytest.mark.parametrize("text", ["1,5", "1,2,3", "12²", "1.234,56", "36万", "1 000", "１，５"])
def test_no_number_is_proposed_that_might_not_be_meant(data: Any, text: str) -> None:
    data["contract"]["price"]["gross"] = text
    assert only(data).hint is None


@pytest.mark.parametrize("name", ["project.json", "workspace.json", "clause.json"])
def test_what_the_hint_of_a_missing_value_says_would_be_accepted(name: str) -> None:
    tried = 0
    for schema, key in required(resolved(name)):
        bare = {part: value for part, value in schema.items() if part != "oneOf"}
        judge = validator(name).evolve(schema={**bare, "required": [key]})
        (finding,) = (one for error in judge.iter_errors({}) for one in _explain(error, ()))
        assert finding.hint is not None
        line = re.match(r"add (.*?) \([^()]*(\([^()]*\)[^()]*)*\)$", finding.hint.en)
        assert line, finding.hint.en
        if not line[1].endswith(":"):
            source = read("hint.yaml", f"{line[1]}\n".encode())
            assert source.diagnostics == (), line[1]
            assert not list(judge.iter_errors(plain(source.data))), line[1]
            tried += 1
    assert tried >= 3


def required(schema: Any) -> Iterator[tuple[Any, str]]:
    for key in schema.get("required", ()):
        yield schema, key
    inner = (*filter(None, [schema.get("items")]), *schema.get("properties", {}).values())
    for one in (*inner, *schema.get("anyOf", ())):
        yield from required(one)


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"kinds": ["sales_agency", "sales_agency"]}, "S105", "more than once"),
        ({"title": {}}, "S107", "at least one key"),
        (
            {"text": {"zh-CN": [{"each": "contract.items", "text": "x"}]}},
            "S102",
            "'each' needs 'as' beside it",
        ),
        ({"text": {"zh-CN": [{"text": "x", "as": "i"}]}}, "S102", "'as' needs 'each' beside it"),
    ],
)
def test_a_clause_is_judged_in_the_same_words(change: dict[str, Any], code: str, words: str) -> None:
    clause = {"id": "x", "order": 1, "title": {"zh-CN": "题"}, "text": {"zh-CN": ["x"]}}
    assert check(clause, "clause.json") == ()
    findings = check({**clause, **change}, "clause.json")
    assert [(one.code, words in one.message.en) for one in findings] == [(code, True)], findings


def test_a_day_of_the_month_is_a_number_or_a_word(data: Any) -> None:
    cadence = data["cadence"][0]
    cadence["day_of_month"] = "last"
    assert check(data, "project.json") == ()
    cadence["day_of_month"] = "lst"
    assert {finding.code for finding in check(data, "project.json")} == {"S104"}
    cadence["day_of_month"] = 32
    assert {finding.code for finding in check(data, "project.json")} == {"S106"}


def test_a_file_in_a_list_folder_is_one_entry_or_several() -> None:
    entry = {"kpi": "k", "period": "2026-Q1", "value": Decimal(1)}
    assert check(entry, "measurements.json") == ()
    assert check([entry, entry], "measurements.json") == ()
    assert only({**entry, "perid": "x"}, "measurements.json").location == Place(("perid",), "key")


def test_dates_pass_as_dates_and_as_text(data: Any) -> None:
    data["project"]["as_of"] = datetime.date(2026, 1, 1)
    assert check(data, "project.json") == ()


def test_all_problems_are_found_at_once(data: Any) -> None:
    data["contract"]["price"]["gross"] = "viel"
    data["project"]["state"] = "x"
    del data["risks"]
    assert {finding.code for finding in check(data, "project.json")} == {"S102", "S103", "S104"}


def test_the_judge_is_built_once_and_knows_no_references() -> None:
    assert validator("project.json") is validator("project.json")
    assert "$ref" not in str(resolved("project.json"))


def test_near_words() -> None:
    hint = did_you_mean("signing-date", ["signing_date", "term"])
    assert hint is not None
    assert "signing_date" in hint.en
    assert did_you_mean("xyz", ["signing_date"]) is None
    assert listed(map(str, range(20)), 3) == "0, 1, 2 …"
