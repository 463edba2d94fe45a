"""The delivery and handover list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.documents.handover import KIND
from generator.model.project import Project


def test_results_and_materials_are_listed(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    project = project_of("technical")
    text = read(make(KIND, project)).text
    assert project.resources is not None
    for item in project.contract.deliverables:
        assert item.name in text
    for material in project.resources.materials:
        assert material.name in text
        assert f"\n{material.handed_over - material.returned}\n" in text
    assert "未交付" in text
    assert "未验收" in text


def test_a_project_with_neither_has_no_list(
    project_of: Callable[[str], Project], make: Any, read: Any
) -> None:
    assert KIND.items(project_of("nda")) == ()
    work = project_of("work")
    assert "甲方提供的设备和物资" not in read(make(KIND, work)).text
    bare = replace(work, contract=replace(work.contract, deliverables=()))
    assert KIND.items(bare) == ()
