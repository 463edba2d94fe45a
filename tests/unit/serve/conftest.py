"""A snapshot made by hand, and documents on disk to go with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Severity, Text
from generator.serve.dashboard import Dashboard
from generator.serve.findings import Finding
from generator.serve.snapshot import Document, DocumentState, ProjectView, Snapshot

NAMES = ("p/合同_1.docx", "p/项目摘要.pdf")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    (folder / "p").mkdir(parents=True)
    (folder / NAMES[0]).write_bytes(b"word")
    (folder / NAMES[1]).write_bytes(b"%PDF-1.4 one")
    (folder / "p" / "other.docx").write_bytes(b"not in the snapshot")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture
def taken() -> Callable[..., Snapshot]:
    def take(*paths: str, epoch: int = 1, name: str = "项目") -> Snapshot:
        documents = tuple(
            Document(Text("合同", "Contract"), Path(one).stem, one, DocumentState.MADE)
            for one in paths or NAMES
        )
        finding = Finding("X1", Severity.ERROR, Text("错", "wrong"), None, (), "specs/p.yaml", 1, 1, None)
        project = ProjectView(
            "p", "p", name, "乙", Text("履行", "Execution"), "2026-01-01", False, (finding,), documents, None
        )
        return Snapshot(epoch, "zh-CN", "/somewhere", (), (project,), Dashboard((), (), (), ()))

    return take
