"""Check C107: malformed unified social credit code."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.party import IdType
from generator.model.project import Project
from generator.rules.support import USCC_ALPHABET, page

CODE = Code(
    "C107",
    Severity.WARNING,
    Text("统一社会信用代码写法不符", "malformed unified social credit code"),
    page(
        Text(
            "统一社会信用代码共18位，用数字和大写字母，不用 I、O、S、V、Z（GB 32100-2015）。",
            "The unified social credit code has 18 digits or capital letters without I, O, S, V, Z (GB "
            "32100-2015).",
        ),
        Text(
            "代码错了，对方主体就对不上登记信息，开票也会被退回。",
            "With a wrong code the party cannot be matched with the register, and invoices are rejected.",
        ),
        'id_number: "9133010612345678"',
        'id_number: "91330106MA2FAKE01F"',
        Text("按营业执照逐位核对。", "Compare it with the business licence."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each code that is not made as the standard says."""
    sides = (("party_a", project.parties.party_a), ("party_b", project.parties.party_b))
    for key, party in sides:
        if party and party.id_type is IdType.USCC:
            code = party.id_number
            strange = "".join(dict.fromkeys(c for c in code if c not in USCC_ALPHABET))
            if len(code) != 18 or strange:
                zh = f"统一社会信用代码“{code}”有 {len(code)} 位" + (f"，含有 {strange}" if strange else "")
                en = f"the code '{code}' has {len(code)} characters" + (
                    f", among them {strange}" if strange else ""
                )
                hint = Text("应为18位数字和大写字母", "18 digits and capital letters are needed")
                yield found(CODE, Text(zh, en), Place(("parties", key, "id_number")), hint=hint)
