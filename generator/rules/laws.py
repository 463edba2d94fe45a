"""Which laws replaced which, and when: what a text may cite on a day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

_CIVIL, _TAX = (datetime.date(2021, 1, 1), "民法典"), (datetime.date(2026, 1, 1), "增值税法")
_REPEALED = dict.fromkeys(
    ("经济合同法", "合同法", "民法通则", "民法总则", "担保法", "物权法", "侵权责任法"), _CIVIL
) | {"增值税暂行条例": _TAX}
_ENACTED = {name: (day, name) for day, name in (_CIVIL, _TAX)}
_CITED = re.compile(f"《(?:中华人民共和国)?({'|'.join((*_REPEALED, *_ENACTED))})》")


def out_of_force(text: str, day: datetime.date) -> Iterator[tuple[str, datetime.date, str, bool]]:
    """Yield each law that ``text`` cites and that is not in force on ``day``.

    With it the day on which the change takes effect, the law that is in force from then on, and whether the cited one was
    repealed (Civil Code 1260, Value Added Tax Law 38) rather than not yet in force.
    """
    for match in _CITED.finditer(text):
        repealed = match[1] in _REPEALED
        change, successor = (_REPEALED | _ENACTED)[match[1]]
        if repealed == (change <= day):
            yield match[0], change, successor, repealed
