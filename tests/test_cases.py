"""Every check: a case file with edits of the base project that it must find, and that it must not."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator import rules
from generator.diagnostics import Code, Severity
from generator.law import cited
from generator.model.project import Project
from generator.rules.support import concluded_on
from generator.shape import check, refer
from generator.source import locate, read
from generator.structure import build

CASES = Path(__file__).parent / "cases"
BASE = (CASES / "base.yaml").read_text("utf-8")
MODULES = {
    module.CODE.id: module
    for module in (
        importlib.import_module(f"generator.rules.{m.name}") for m in pkgutil.iter_modules(rules.__path__)
    )
    if hasattr(module, "CODE")
}
CODES: list[Code] = [module.CODE for module in MODULES.values()]


def problems(text: str) -> list[str]:
    """Return ``line:column code`` of every finding in the project ``text``, which the schema accepts.

    Each rests on what is in force when the contract is concluded, and only L112 speaks of laws in its own words.
    """
    source = read("base.yaml", text.encode())
    assert isinstance(source.data, dict)
    assert [d.message.en for d in (*source.diagnostics, *check(source.data, "project.json"))] == []
    assert [
        d.message.en for d in refer(source.data, "project.json", {"clause": frozenset({"late_delivery"})})
    ] == []
    project = build(Project, source.data)
    findings = rules.run(project)
    assert all(one.law.is_in_force(concluded_on(project)) for finding in findings for one in finding.statutes)
    assert not [f.code for f in findings if f.code != "L112" and any(cited(f.message.zh + str(f.hint)))]
    assert all(finding.location is not None for finding in findings)
    spans = [(locate(source, f.location), f.code) for f in findings if f.location is not None]
    assert all(locate(source, related.location) for f in findings for related in f.related)
    return [f"{span.line}:{span.column} {code}" for span, code in spans]


def edited(case: dict[str, Any]) -> str:
    """Return the base project with the edits of a case, each of which must hit one place."""
    text = BASE
    for edit in (case, *case.get("also", ())):
        assert text.count(edit["replace"]) == 1, (
            f"{edit['replace']!r} occurs {text.count(edit['replace'])} times"
        )
        text = text.replace(edit["replace"], edit["with"])
    return text


@cache
def case_file(code: str) -> dict[str, Any]:
    data = read(f"{code}.yaml", (CASES / f"{code}.yaml").read_bytes()).data
    assert isinstance(data, dict)
    return data


def cases(kind: str) -> Iterator[Any]:
    for code in MODULES:
        if (CASES / f"{code}.yaml").exists():
            for index, case in enumerate(case_file(code)[kind]):
                yield pytest.param(code, case, id=f"{code}-{index + 1}")


def test_base_project_is_clean() -> None:
    assert problems(BASE) == []


@pytest.mark.parametrize(("code", "case"), list(cases("fail")))
def test_found(code: str, case: dict[str, Any]) -> None:
    assert [problem for problem in problems(edited(case)) if problem.endswith(code)] == case["expect"]


@pytest.mark.parametrize(("code", "case"), list(cases("pass")))
def test_not_found(code: str, case: dict[str, Any]) -> None:
    assert [problem for problem in problems(edited(case)) if problem.endswith(code)] == []


ARBITRATION = (
    "dispute: {method: court, court: 杭州市西湖区人民法院, court_link: plaintiff_domicile}",
    "dispute: {method: arbitration, seat: 杭州}",
)
TAX_RATE = ("tax_rate: 6", "tax_rate: 17")
OLD, NEW = (
    "《中华人民共和国仲裁法》（2017年修正）第十八条",
    "《中华人民共和国仲裁法》（2025年修订）第二十九条",
)
VAT = ["《中华人民共和国增值税法》第十条", "《中华人民共和国增值税法》第十一条"]


def text_with(words: str) -> tuple[str, str]:
    return "other_terms: [未尽事宜双方另行协商]", f"other_terms: [按{words}执行]"


@pytest.mark.parametrize(
    ("code", "edit", "signed", "basis"),
    [
        ("L107", ARBITRATION, "signing_date: 2026-02-28", [OLD]),
        ("L107", ARBITRATION, "signing_date: 2026-03-01", [NEW]),
        ("L107", ARBITRATION, "signing_date: 2017-12-31", []),
        ("L107", ARBITRATION, "", [NEW]),  # the as-of date, 2026-04-30
        ("M116", TAX_RATE, "signing_date: 2025-12-31", []),
        ("M116", TAX_RATE, "signing_date: 2026-01-01", VAT),
        (
            "L112",
            text_with("《合同法》"),
            "signing_date: 2026-01-01",
            ["《中华人民共和国民法典》第一千二百六十条"],
        ),
        ("L112", text_with("《增值税暂行条例》"), "", ["《中华人民共和国增值税法》第三十八条"]),
        ("L112", text_with("《印花税暂行条例》"), "", ["《中华人民共和国印花税法》第二十条"]),
        ("L112", text_with("《经济合同法》"), "", []),
        ("L112", text_with("《增值税法》"), "signing_date: 2025-12-31", []),
    ],
)
def test_a_finding_rests_on_what_is_in_force_at_signing(
    code: str, edit: tuple[str, str], signed: str, basis: list[str]
) -> None:
    text = edited({"replace": edit[0], "with": edit[1]}).replace(
        "  signing_date: 2025-12-26\n", f"  {signed}\n"
    )
    data = read("base.yaml", text.encode()).data
    assert isinstance(data, dict)
    (finding, *_) = [one for one in rules.run(build(Project, data)) if one.code == code]
    assert [str(statute) for statute in finding.statutes] == basis


@pytest.mark.parametrize(
    ("words", "signed", "message", "hint"),
    [
        (
            "《合同法》",
            "2021-01-01",
            "《中华人民共和国合同法》已于 2021-01-01 废止",
            "改引《中华人民共和国民法典》",
        ),
        (
            "《经济合同法》",
            "2021-01-01",
            "《中华人民共和国经济合同法》已于 1999-10-01 废止",
            "改引签订时施行的法律",
        ),
        (
            "《增值税法》",
            "2025-12-31",
            "《中华人民共和国增值税法》自 2026-01-01 起才施行",
            "改引签订时施行的法律",
        ),
        (
            "《合同法》",
            "1999-09-30",
            "《中华人民共和国合同法》自 1999-10-01 起才施行",
            "改引签订时施行的法律",
        ),
    ],
)
def test_a_law_out_of_force_is_told_with_its_day(words: str, signed: str, message: str, hint: str) -> None:
    old, new = text_with(words)
    data = read(
        "base.yaml",
        BASE.replace(old, new).replace("signing_date: 2025-12-26", f"signing_date: {signed}").encode(),
    ).data
    assert isinstance(data, dict)
    (finding,) = [one for one in rules.run(build(Project, data)) if one.code == "L112"]
    assert finding.message.zh == message
    assert finding.hint is not None
    assert finding.hint.zh == hint


@pytest.mark.parametrize("code", MODULES)
def test_every_check_has_cases(code: str) -> None:
    file = case_file(code)
    assert set(file) == {"fail", "pass"}
    assert file["fail"]
    assert file["pass"]
    assert all(case["expect"] for case in file["fail"])


def test_every_case_file_has_a_check() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == {"base", *MODULES}


def test_checks_are_discovered_once_each() -> None:
    assert len(rules.checks()) == len(MODULES) == len({code.id for code in CODES})


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_manual_page(code: Code) -> None:
    assert MODULES[code.id].__name__.rpartition(".")[2].startswith(f"{code.id.lower()}_")
    for text in (code.title.zh, code.title.en, code.manual.zh, code.manual.en):
        assert text.strip() == text
        assert text
    assert all(
        heading in code.manual.zh
        for heading in ("错误写法：\n\n    ", "正确写法：\n\n    ", "为什么：", "怎么改：")
    )
    assert all(
        heading in code.manual.en for heading in ("Wrong:\n\n    ", "Right:\n\n    ", "Why: ", "What to do: ")
    )
    assert not any("\u4e00" <= character <= "\u9fff" for character in code.title.en)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_examples_are_yaml(code: Code) -> None:
    for part in code.manual.en.split("\n\n"):
        if part.startswith("    "):
            assert not [
                d for d in read("example.yaml", part.encode()).diagnostics if d.severity is Severity.ERROR
            ]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_statutes_are_quoted(code: Code) -> None:
    for statute in code.statutes:
        assert statute.article.startswith("第")
        assert len(statute.quote) >= 4


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_a_check_is_short(module: Any) -> None:
    assert len(Path(module.__file__).read_text("utf-8").splitlines()) <= 60
