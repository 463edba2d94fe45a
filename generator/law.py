"""The laws that checks and clauses cite and contracts name: their titles, and from when to when each text is in force."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from generator.diagnostics import Law, Statute

READ_ON = datetime.date(2026, 11, 23)
"""The day on which these laws were last looked through; clauses are written by the texts in force on it."""

REPEALED = "废止"
"""Stands for a text at the day from which there is none."""

CODE_ON_CONTRACTS = "最高人民法院关于适用《中华人民共和国民法典》合同编通则若干问题的解释"

_BEGINNINGS: dict[str, dict[str, str]] = {
    "中华人民共和国民法典": {"2021-01-01": ""},
    CODE_ON_CONTRACTS: {"2023-12-05": ""},
    "最高人民法院关于适用《中华人民共和国民法典》总则编若干问题的解释": {"2022-03-01": ""},
    "中华人民共和国仲裁法": {"1995-09-01": "", "2018-01-01": "2017年修正", "2026-03-01": "2025年修订"},
    "最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释": {"2006-09-08": ""},
    "中华人民共和国民事诉讼法": {"1991-04-09": "", "2024-01-01": "2023年修正"},
    "保障中小企业款项支付条例": {"2020-09-01": "", "2025-06-01": "2025年修订"},
    "中华人民共和国增值税法": {"2026-01-01": ""},
    "中华人民共和国印花税法": {"2022-07-01": ""},
    "中华人民共和国发票管理办法": {"1993-12-23": "", "2023-07-20": "2023年修订"},
    "中华人民共和国公司法": {"1994-07-01": "", "2024-07-01": "2023年修订"},
    "中华人民共和国反不正当竞争法": {
        "1993-12-01": "",
        "2019-04-23": "2019年修正",
        "2025-10-15": "2025年修订",
    },
    "中华人民共和国反垄断法": {"2008-08-01": "", "2022-08-01": "2022年修正"},
    "禁止传销条例": {"2005-11-01": ""},
    "中华人民共和国著作权法": {"1991-06-01": "", "2021-06-01": "2020年修正"},
    "中华人民共和国个人信息保护法": {"2021-11-01": ""},
    "中华人民共和国数据安全法": {"2021-09-01": ""},
    "网络数据安全管理条例": {"2025-01-01": ""},
    "中华人民共和国经济合同法": {"1982-07-01": "", "1999-10-01": REPEALED},
    "中华人民共和国婚姻法": {"1981-01-01": "", "2021-01-01": REPEALED},
    "中华人民共和国继承法": {"1985-10-01": "", "2021-01-01": REPEALED},
    "中华人民共和国民法通则": {"1987-01-01": "", "2021-01-01": REPEALED},
    "中华人民共和国收养法": {"1992-04-01": "", "2021-01-01": REPEALED},
    "中华人民共和国担保法": {"1995-10-01": "", "2021-01-01": REPEALED},
    "中华人民共和国合同法": {"1999-10-01": "", "2021-01-01": REPEALED},
    "中华人民共和国物权法": {"2007-10-01": "", "2021-01-01": REPEALED},
    "中华人民共和国侵权责任法": {"2010-07-01": "", "2021-01-01": REPEALED},
    "中华人民共和国民法总则": {"2017-10-01": "", "2021-01-01": REPEALED},
    "中华人民共和国印花税暂行条例": {"1988-10-01": "", "2022-07-01": REPEALED},
    "中华人民共和国增值税暂行条例": {"1994-01-01": "", "2026-01-01": REPEALED},
}
"""The days on which the texts of each law came into force, with their names; texts older than those cited count as one."""


def _texts(title: str, beginnings: Mapping[str, str]) -> Iterator[Law]:
    days = [(datetime.date.fromisoformat(day), note) for day, note in beginnings.items()]
    for (day, note), (until, _) in pairwise([*days, (None, "")]):
        if day is not None and note != REPEALED:
            yield Law(title, day, until, note)


LAWS: Mapping[str, tuple[Law, ...]] = {
    title: tuple(_texts(title, beginnings)) for title, beginnings in _BEGINNINGS.items()
}
"""The texts of each law by its full title, the oldest first; each is in force until the next one."""


def named(name: str) -> tuple[Law, ...]:
    """Return the texts of the law called ``name``, in full or without the name of the state; of an unknown law none."""
    return LAWS.get(name) or LAWS.get(f"中华人民共和国{name}", ())


def cite(name: str, article: str, quote: str, text: str = "") -> Statute:
    """Return a provision of the law called ``name``: of its newest text, or of the one called ``text``.

    ``LookupError`` is raised where there is no such text.
    """
    fitting = [law for law in named(name) if text in ("", law.text)]
    return Statute(fitting[-1], article, quote)


def in_force(statutes: Iterable[Statute], day: datetime.date) -> tuple[Statute, ...]:
    """Return the provisions in force on ``day``."""
    return tuple(statute for statute in statutes if statute.law.is_in_force(day))


def cited(text: str) -> Iterator[tuple[Law, ...]]:
    """Yield the texts of each known law that ``text`` names in 《》, each law once."""
    plain = text.translate({ord("〈"): "《", ord("〉"): "》"})
    names = dict.fromkeys(name for pattern in (_WHOLE, _INNER) for name in pattern.findall(plain))
    yield from dict.fromkeys(law for name in names if (law := named(_REVISION.sub("", name.strip()))))


_WHOLE = re.compile("《((?:[^《》]|《[^《》]*》)+)》")
_INNER = re.compile("《([^《》]+)》")
_REVISION = re.compile(r"\s*[（(][^（）()]*(?:修正|修订|年)[^（）()]*[）)]$")
