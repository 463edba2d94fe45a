"""Check P119: materials do not balance."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "P119",
    Severity.ERROR,
    Text("物料移交与归还不平衡", "materials do not balance"),
    page(
        Text(
            "已归还不多于已移交，已移交不多于约定数量，都不为负。",
            "Not more is returned than handed over, nor handed over than agreed, and none is negative.",
        ),
        Text(
            "数目不平，收尾时就说不清谁欠谁。",
            "If they do not balance, nobody can tell at closing who owes what.",
        ),
        "{id: eq1, name: 扫码枪, quantity: 10, unit: 把, handed_over: 10, returned: 12}",
        "{id: eq1, name: 扫码枪, quantity: 10, unit: 把, handed_over: 10, returned: 8}",
        Text("按交接单改正。", "Correct it by the handover notes."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each material with impossible numbers."""
    for index, item in enumerate(project.resources.materials if project.resources else ()):
        if not 0 <= item.returned <= item.handed_over <= item.quantity:
            counts = f"{plain(item.quantity)} / {plain(item.handed_over)} / {plain(item.returned)}"
            message = Text(
                f"“{item.name}”约定、移交、归还数量为 {counts}",
                f"'{item.name}': agreed, handed over, returned {counts}",
            )
            yield found(CODE, message, Place(("resources", "materials", index)))
