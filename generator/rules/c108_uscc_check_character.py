"""Check C108: check character of the credit code does not fit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.party import IdType
from generator.model.project import Project
from generator.rules.support import USCC_ALPHABET, page

CODE = Code(
    "C108",
    Severity.INFO,
    Text("统一社会信用代码校验位不符", "check character of the credit code does not fit"),
    page(
        Text(
            "第18位是由前17位算出的校验位（GB 32100-2015）；不符说明至少有一位写错。",
            "The 18th character follows from the first 17 (GB 32100-2015); if it does not fit, one of them "
            "is wrong.",
        ),
        Text(
            "抄错一位，看不出来，却会对应到另一个主体或不存在的主体。",
            "One wrong digit is not seen, and names somebody else or nobody.",
        ),
        'id_number: "91330106MA2FAKE01X"',
        'id_number: "91330106MA2FAKE01F"',
        Text(
            "按营业执照逐位核对；虚构的示例可以不理会。",
            "Compare it with the licence; invented samples may leave it.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each well-formed code whose check character is another one."""
    sides = (("party_a", project.parties.party_a), ("party_b", project.parties.party_b))
    for key, party in sides:
        if party and party.id_type is IdType.USCC and len(party.id_number) == 18:
            values = [USCC_ALPHABET.find(character) for character in party.id_number]
            total = sum(value * pow(3, place, 31) for place, value in enumerate(values[:17]))
            wanted = USCC_ALPHABET[-total % 31]
            if min(values) >= 0 and party.id_number[17] != wanted:
                message = Text(
                    f"统一社会信用代码“{party.id_number}”的校验位应为 {wanted}，写的是 {party.id_number[17]}",
                    f"the check character of '{party.id_number}' should be {wanted}, not "
                    f"{party.id_number[17]}",
                )
                yield found(CODE, message, Place(("parties", key, "id_number")))
