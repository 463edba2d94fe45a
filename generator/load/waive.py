"""Warnings that a project waives: set aside with their reason, and waivers that set nothing aside told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.diagnostics import Diagnostic, Place, Severity, Text, found
from generator.load import codes
from generator.model.waiver import Waiver


def waived(
    findings: Iterable[Diagnostic], waivers: Sequence[Waiver]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the ``findings`` that stay, those about the waivers themselves among them, and those that are waived."""
    kept, aside, used = list[Diagnostic](), list[Diagnostic](), set[int]()
    for finding in findings:
        at = next((at for at, one in enumerate(waivers) if _fits(one, finding)), None)
        if at is None:
            kept.append(finding)
            continue
        used.add(at)
        if finding.severity is Severity.ERROR:
            message = Text(
                f"{finding.code} 是错误，不能豁免", f"{finding.code} is an error and cannot be waived"
            )
            kept += [finding, found(codes.ERROR_WAIVED, message, Place(("waivers", at, "code")))]
        else:
            aside.append(finding)
    for at, one in enumerate(waivers):
        if at not in used:
            message = Text(f"没有可以豁免的 {one.code}", f"there is no {one.code} to waive")
            hint = codes.NOTHING_WAIVED.manual
            kept.append(found(codes.NOTHING_WAIVED, message, Place(("waivers", at, "code")), hint=hint))
    return tuple(dict.fromkeys(kept)), tuple(aside)


def _fits(one: Waiver, finding: Diagnostic) -> bool:
    if one.code != finding.code:
        return False
    if one.at is None:
        return True
    route = finding.location.route if isinstance(finding.location, Place) else ()
    names = [str(step) for step in route if isinstance(step, str)]
    wanted = one.at.split(".")
    return names[: len(wanted)] == wanted
