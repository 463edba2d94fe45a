"""Check M156: the party in breach claims from itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M156",
    Severity.ERROR,
    Text("主张方就是违约方", "the party in breach claims from itself"),
    page(
        Text(
            "依据的违约情形写明由哪一方承担，主张的应当是另一方。",
            "The item of the contract names the party that is liable; the other one claims.",
        ),
        Text(
            "主张方写反，结算单会把违约金加给违约方。",
            "The wrong way round, the sheet would pay damages to the party in breach.",
        ),
        "{by: party_b, breach: b2}",
        "{by: party_a, breach: b2}",
        Text("更正 by。", "Correct by."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each claim by the party that is liable under the item it rests on."""
    liable = {one.id: one.party for one in project.contract.breach.items}
    for at, claim in enumerate(project.claims):
        if claim.breach and liable.get(claim.breach) is claim.by:
            message = Text(
                f"{claim.breach} 由 {claim.by} 承担，不能由它主张", f"{claim.breach} is borne by {claim.by}"
            )
            yield found(CODE, message, Place(("claims", at, "by")))
