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
from generator.model.project import Project
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
    """Return ``line:column code`` of every finding in the project ``text``, which the schema accepts."""
    source = read("base.yaml", text.encode())
    assert isinstance(source.data, dict)
    assert [d.message.en for d in (*source.diagnostics, *check(source.data, "project.json"))] == []
    assert [
        d.message.en for d in refer(source.data, "project.json", {"clause": frozenset({"late_delivery"})})
    ] == []
    findings = rules.run(build(Project, source.data))
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
        assert statute.law
        assert statute.article.startswith("第")
        assert len(statute.quote) >= 4
        assert statute.until is None or statute.effective < statute.until


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_a_check_is_short(module: Any) -> None:
    assert len(Path(module.__file__).read_text("utf-8").splitlines()) <= 60
