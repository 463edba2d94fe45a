"""What each item of the field's checklists becomes: where it is written, which clause prints it, and what is printed.

``python tests/test_coverage.py`` prints the table.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import ORIGIN, judged, text_of

from generator.documents.clauses import load
from generator.documents.contract import KIND
from generator.documents.kind import Job
from generator.load import Loaded
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.resources import Library
from generator.shape.schema import resolved
from generator.source import read

FOLDER = Path(__file__).parent / "coverage"
FULL = "technical_development"
"""Items that name no kind are printed by this one, with ``full.yaml`` laid over its example."""


@cache
def items(name: str) -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8")))


ITEMS = [(one["id"], one) for name in ("cuad", "civil_code", "forms") for one in items(name)]


def over(under: Any, top: Any) -> Any:
    """Return ``under`` with the mappings of ``top`` laid over it."""
    if isinstance(under, dict) and isinstance(top, dict):
        return under | {key: over(under.get(key), value) for key, value in top.items()}
    return top


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="session")
def contracts(starters: dict[str, Loaded]) -> dict[str, str]:
    """The text of each kind's contract, without blanks."""
    full = read("full.yaml", (FOLDER / "full.yaml").read_bytes()).data
    made = {}
    for kind in ProjectKind:
        project = starters[kind].project
        if kind == FULL:
            merged = starters[kind].merged
            assert merged is not None
            project, findings = judged(over(copy.deepcopy(merged.data), full))
            assert project is not None, findings
        assert project is not None
        made[kind.value] = bare(_contract(project))
    return made


def _contract(project: Project) -> str:
    rendered = KIND.render(Job(project, KIND.items(project)[0], "zh-CN", Library(), ORIGIN))
    assert rendered.body is not None, rendered.diagnostics
    return text_of(".docx", rendered.body)


def properties(path: str) -> bool:
    """Return whether the schema of a project has a property at the dotted ``path``."""
    node: Any = resolved("project.json")
    for name in path.split("."):
        node = node.get("items", node).get("properties", {}).get(name)
        if node is None:
            return False
    return True


@pytest.mark.parametrize(("identity", "item"), ITEMS, ids=lambda one: one if isinstance(one, str) else "")
def test_an_item_can_be_written_and_is_printed(
    contracts: dict[str, str], identity: str, item: dict[str, Any]
) -> None:
    assert [path for path in item.get("facts", ()) if not properties(path)] == []
    kind = item.get("kind", FULL)
    clauses = {clause.id: clause for clause in load(Library())[0]}
    if "clause" in item:
        assert ProjectKind(kind) in clauses[item["clause"]].kinds
        if identity.startswith("CUAD-"):
            assert int(identity.removeprefix("CUAD-")) in clauses[item["clause"]].cuad
    if "says" in item:
        assert bare(item["says"]) in contracts[kind], identity


def test_every_category_is_there() -> None:
    covered = {number for clause in load(Library())[0] for number in clause.cuad}
    assert covered == set(range(1, 42)) - {1, 2, 3}, "1 to 3 are on the cover"
    assert [one["id"] for one in items("cuad")] == [f"CUAD-{number:02}" for number in range(1, 42)]
    assert [one["id"] for one in items("civil_code") if one["id"].startswith("470")] == [
        f"470-{number}" for number in range(1, 9)
    ]
    assert len({identity for identity, _ in ITEMS}) == len(ITEMS)


def table() -> Iterator[str]:
    """Yield the coverage as lines of a Markdown table."""
    yield "| 项目 | 名称 | YAML | 条款 | 印出 |"
    yield "|---|---|---|---|---|"
    for identity, item in ITEMS:
        facts = "、".join(item.get("facts", ())) or "—"
        yield f"| {identity} | {item['name']} | {facts} | {item.get('clause', '首部')} | {item.get('says', '—')} |"


if __name__ == "__main__":
    print(*table(), sep="\n")
