"""Whether contracts are ready to be signed: no error, no open legal question, no warning about the contract left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Severity, Text, has_errors
from generator.load import Loaded, Workspace

FAMILIES = ("C", "D", "L", "M")
"""Warnings about the contract: completeness, dates, law, money. Each is mended or waived before it is signed."""


def readings(workspace: Workspace, loaded: Iterable[Loaded]) -> Iterator[Diagnostic]:
    """Yield what is missing or reads wrong in the text of each contract whose project is sound: it is written out and read."""
    from generator.documents.contract import reading  # noqa: PLC0415  # a check that signs nothing writes nothing

    for one in loaded:
        if one.project is not None and not has_errors(one.diagnostics):
            yield from one.locate(reading(one.project, workspace.library, workspace.language))


def blocking(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings with which nothing is to be signed."""
    return tuple(
        one
        for one in findings
        if one.severity is Severity.ERROR
        or (one.severity is Severity.WARNING and one.code.startswith(FAMILIES))
    )


def verdict(findings: Iterable[Diagnostic], loaded: Iterable[Loaded], *, sign_off: bool) -> Iterator[Text]:
    """Yield how many warnings are waived, and with ``sign_off`` whether anything keeps the contracts from being signed."""
    aside = sum(len(one.waived) for one in loaded)
    if aside:
        yield Text(f"另有 {aside} 个警告已豁免", f"{aside} more waived")
    if sign_off:
        count = len(blocking(findings))
        yield (
            Text(
                f"不能签署：{count} 个问题须先解决或者豁免",
                f"not ready to be signed: {count} to be mended or waived",
            )
            if count
            else Text("可以签署", "ready to be signed")
        )
