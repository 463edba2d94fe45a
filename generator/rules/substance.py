"""What the words of a contract say about its kind, whatever it is called (interpretation of the general part on contracts, 15)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.profile import ProjectKind as Kind

_OWN, _BUYS, _OURS = (
    r"以(?:乙方)?(?:自己|自身|乙方)的?名义",
    r"买断|自行购入.{0,6}(?:转售|销售)|购入后(?:转售|销售)",
    r"以甲方(?:的)?名义",
)
_SIGNS: Mapping[Kind, tuple[tuple[str, Kind], ...]] = {
    Kind.SALES_AGENCY: ((_OWN, Kind.COMMISSION_AGENCY), (_BUYS, Kind.DISTRIBUTION)),
    Kind.COMMISSION_AGENCY: ((_OURS, Kind.SALES_AGENCY), (_BUYS, Kind.DISTRIBUTION)),
    Kind.INTERMEDIARY: (
        (_OURS, Kind.SALES_AGENCY),
        (_OWN, Kind.COMMISSION_AGENCY),
        (_BUYS, Kind.DISTRIBUTION),
    ),
    Kind.DISTRIBUTION: ((_OURS, Kind.SALES_AGENCY),),
    Kind.PURCHASE: ((r"按(?:照)?(?:甲方)?(?:提供的)?图纸(?:加工|制作|定制)|来料加工", Kind.WORK),),
    Kind.TECHNICAL_SERVICE: ((r"研究开发", Kind.TECHNICAL_DEVELOPMENT),),
}
_DENIED = re.compile(r"不得|不以|无权|未经|禁止|不是|冒用")


def better_kinds(kind: Kind, text: str) -> Iterator[tuple[str, Kind]]:
    """Yield the words of ``text`` that describe another kind than ``kind``, with that kind; a denial describes nothing."""
    if not _DENIED.search(text):
        for sign, better in _SIGNS.get(kind, ()):
            if match := re.search(sign, text):
                yield match[0], better
