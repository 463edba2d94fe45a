"""Check M121: a text states another total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import figures, page, see, texts
from generator.rules.written import amount

CODE = Code(
    "M121",
    Severity.ERROR,
    Text("文字中的合同总额与含税总额不符", "a text states another total"),
    page(
        Text(
            "合同文字写了合同总额、总价多少元，与 price.gross 不同。",
            "A text states the total of the contract, and it is not price.gross.",
        ),
        Text(
            "总额只应当写一次；改价时漏改的一处会成为争议的依据。",
            "The total is stated once; a place that was forgotten when the price changed becomes an argument.",
        ),
        "price: {gross: 360000.00}\nother_terms: [合同总额350000元包括培训费]",
        "price: {gross: 360000.00}\nother_terms: [合同总额包括培训费]",
        Text("删去金额，或者改正。", "Delete the amount, or correct it."),
    ),
)
PATTERN = re.compile(
    r"合同(?:含税)?总(?:价款|金额|额|价)(?:为|共计|合计|是|：|:)?\s*(?:人民币)?\s*[¥￥]?\s*([\d,.]+)\s*(万?)元"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each total that is not gross."""
    gross = project.contract.gross
    if gross is None:
        return
    for route, text in texts(project):
        for match in PATTERN.finditer(text):
            total = amount(match[1], match[2])
            if total is not None and total != gross:
                message = Text(
                    f"“{match[0]}”不是含税总额 {figures(gross)}",
                    f"“{match[0]}” is not gross, {figures(gross)}",
                )
                related = [see("含税总额", "gross", ("contract", "price", "gross"))]
                yield found(CODE, message, Place(route), related=related)
