"""Proof-reading of the finished contract: what reads wrong once every clause stands in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain

from generator.derive.wording import BLANK as BLANKS
from generator.derive.wording import near_names, numbered, unequal_amounts
from generator.diagnostics import Code, Diagnostic, Place, Route, Severity, Span, Text, found
from generator.documents.articles import Paragraph
from generator.documents.clauses import ClausePart
from generator.locale import chinese_number
from generator.model.project import Project

UNUSED = Code(
    "T181",
    Severity.INFO,
    Text("合同定义了没有使用的词语", "the contract defines a term that it does not use"),
    Text(
        "条款中定义的词语，合同其他地方没有出现。多半是删去或者改写了使用它的条款；可以在自己的条款库中删去这项定义。",
        "A term that a clause defines occurs nowhere else, mostly since the clause that used it was left out or rewritten. "
        "The definition can be taken out in a clause library of your own.",
    ),
)
BLANK = Code(
    "T182",
    Severity.ERROR,
    Text("合同文本中留有空白", "a blank is left in the contract's text"),
    Text(
        "条款文字中有下划线、空括号、XX、待定等等待填写的内容。请在条款文件中写明，或者用 {{ }} 取项目里的值。",
        "The text of a clause has underscores, empty brackets, XX or 待定. Write it out in the clause's file, or take it from "
        "the project with {{ }}.",
    ),
)
DANGLING = Code(
    "T183",
    Severity.ERROR,
    Text("引用了不存在的条或者附件", "a reference to an article or annex that is not there"),
    Text(
        "条款文字中手写的“第几条”“附件几”超出了合同的条数，或者写了合同没有的附件名称。用 [[条款编号]] 引用，序号自动生成。",
        "An article or annex number typed in a clause is beyond those of the contract, or the contract has no annex of that "
        "title. Refer with [[clause-id]].",
    ),
)
SELF = Code(
    "T184",
    Severity.ERROR,
    Text("义务的双方是同一方", "a duty of a party towards itself"),
    Text(
        "文字写成“甲方应当向甲方……”“甲方和甲方”“未经甲方同意，甲方不得”之类，两处是同一方。请改正其中之一。",
        "A text reads “Party A shall … to Party A”, “Party A and Party A”, or has a party ask its own consent. Correct one of them.",
    ),
)
UNDEFINED = Code(
    "T185",
    Severity.WARNING,
    Text("当作已经定义的词语没有定义", "a term used as defined is defined nowhere"),
    Text(
        "文字写有“本合同所称‘某词’”“上述‘某词’”，合同没有定义这个词。补上定义，或者改用合同已经定义的词。",
        "A text says “the above …” or “… as used in this contract” of a quoted term that the contract does not define. "
        "Define it, or use the word that is defined.",
    ),
)
TYPED = Code(
    "T186",
    Severity.WARNING,
    Text("条款中手写了条款号或者附件号", "the number of an article or annex is typed in a clause"),
    Text(
        "条款的序号由程序生成，增减一条就会变。用 [[条款编号]] 引用。",
        "Numbers are made by the program and change with every clause. Refer with [[clause-id]].",
    ),
)
AMOUNT = Code(
    "T187",
    Severity.ERROR,
    Text("合同中金额的大写与小写不一致", "an amount of the contract in words differs from its figures"),
    Text(
        "条款并列写了大写和小写金额，两者不相等，或者大写写得不成金额。用 {{ …|money(currency) }} 和 {{ …|words(currency) }} 取同一个值。",
        "A clause has an amount in words beside one in figures, and they differ, or the words are no amount. Take both from one "
        "value with {{ …|money(currency) }} and {{ …|words(currency) }}.",
    ),
)
NAME = Code(
    "T188",
    Severity.WARNING,
    Text("条款中的公司名称与当事人只差几个字", "a company in a clause is nearly a party"),
    Text(
        "条款中的公司名称与当事人的名称只差几个字。写甲方、乙方，或者用 {{ parties.party_a.name }} 取名称。",
        "A company named in a clause differs from a party's name by a few characters. Write 甲方 or 乙方, or take the name with "
        "{{ parties.party_a.name }}.",
    ),
)
_TERM = r"“[^”\n]{1,12}”"
_MEANS = re.compile(rf"((?:{_TERM}、?)+)，?(?:均|分别)?(?:是)?指")
_EXPLAINED = re.compile(rf"((?:{_TERM}、?)+)，?(?:均|分别)?(?:是指|指|不?包括|：|的含义)")
_SHORT = re.compile(rf"(?:简称|下称|称为|称作|以下称|定义为|即)(?:为)?({_TERM})")
_USED = re.compile(
    rf"(?:本合同(?:所称|所指|定义)的?|上述|前述|前款所称的?)({_TERM})(?!、?“|，?(?:均|分别)?(?:是指|指|不?包括|：))"
)
_TITLED = re.compile(r"附件[一二三四五六七八九十\d]{0,3}《([^》\n]+)》")
_NOT_OF = r"(?=双方|均|各自?|共同|都|应|须|签|[，。；、）\n]|$)"
_SELF = re.compile(
    r"([甲乙])方(?:(?:应当|应|须|负责)(?:在[^，。；\n]{1,20})?向\1方(?!的|指定|[\u4e00-\u9fff]{0,4}(?:客户|人员|用户))"
    rf"|(?:和|与|或者|或|及|、)\1方{_NOT_OF}"
    r"|(?:应当|应|须)(?:立即|及时|书面|事先|提前|同时|在[^，。；甲乙\n]{1,12})*"
    r"(?:通知|告知|赔偿|支付给|交付给)\1方(?=[，。；\n]|$))"
)
_CONSENT = re.compile(
    r"未(?:经|取得)([甲乙])方(?:的)?(?:事先)?(?:书面)?(?:同意|许可|确认)，\1方(?:不得|不应)"
)
_PUNCTUATION = "。；;，,、 "
_JUDGED = frozenset({"contract", "deviations"})
_RULES = {
    UNUSED: _JUDGED,
    BLANK: _JUDGED,
    TYPED: _JUDGED,
    AMOUNT: _JUDGED,
    NAME: _JUDGED | {"parties"},
}
"""The sections whose texts a rule has judged by the same (C123, C119, C122, M119, C121 and C106): it is not told again."""

BEYOND = 10**6

Finding = tuple[Code, Text, str]


def proofread(paragraphs: Iterable[Paragraph], project: Project) -> Iterator[Diagnostic]:
    """Yield what is wrong in the text of a contract: at the project's own text where it stands there, else at the clause."""
    rows = tuple(paragraphs)
    look = _Look(rows, project)
    rare = [check for check in look.rare if next(check(look.whole), None)]  # most have nothing to say
    for one in rows:
        told = (check(one.text) for check in (*look.quick, *rare))
        for code, message, phrase in chain(look.references(one), *told):
            place = _place(one, phrase, project)
            section = place.route[0] if isinstance(place, Place) else None
            if section not in _RULES.get(code, ()):
                yield found(code, message, place)


class _Look:
    """What has to be known of the whole contract to judge one paragraph; a check yields what is wrong, and its words."""

    def __init__(self, rows: Sequence[Paragraph], project: Project) -> None:
        self.whole = "\n".join(row.text for row in rows)
        annexes = [row.text for row in rows if row.kind == ClausePart.ANNEX]
        self.titles, self.annexes = frozenset(annexes), len(annexes)
        self.articles = sum(row.kind == ClausePart.ARTICLE for row in rows)
        self.defined = Counter(
            term
            for pattern in (_EXPLAINED, _SHORT)
            for match in pattern.finditer(self.whole)
            for term in _terms(match[1])
        )
        parties = (project.parties.party_a, project.parties.party_b)
        self.names = tuple(party.name for party in parties if party)
        self.quick = (_amounts, self._names)
        self.rare = (_blanks, _selves, self._titles, self._unused, self._undefined)

    def references(self, one: Paragraph) -> Iterator[Finding]:
        """Yield the articles and annexes that are named by a number that somebody typed."""
        if "第" not in one.text and "附件" not in one.text:
            return
        for number in numbered(one.typed):
            written = number.written
            last = self.articles if number.article else self.annexes
            if _value(number.article or number.annex) > last:
                yield DANGLING, Text(f"合同没有{written}", f"the contract has no {written}"), written
            else:
                message = Text(f"“{written}”不会随条款变动", f"“{written}” does not follow the clauses")
                yield TYPED, message, written

    def _names(self, text: str) -> Iterator[Finding]:
        for name, own in near_names(text, self.names):
            message = Text(
                f"“{name}”与当事人名称“{own}”只差几个字", f"“{name}” is nearly the party's name “{own}”"
            )
            yield NAME, message, name

    def _titles(self, text: str) -> Iterator[Finding]:
        for match in _TITLED.finditer(text):
            if match[1] not in self.titles:
                message = Text(f"合同没有附件《{match[1]}》", f"the contract has no annex {match[1]}")
                yield DANGLING, message, match[1]

    def _unused(self, text: str) -> Iterator[Finding]:
        for pattern in (_MEANS, _SHORT):
            for match in pattern.finditer(text):
                for term in _terms(match[1]):
                    if self.whole.count(term) <= self.defined[term]:
                        message = Text(f"“{term}”定义后没有使用", f"“{term}” is defined and not used")
                        yield UNUSED, message, f"“{term}”"

    def _undefined(self, text: str) -> Iterator[Finding]:
        for match in _USED.finditer(text):
            term = match[1][1:-1]
            if term not in self.defined:
                yield UNDEFINED, Text(f"合同没有定义“{term}”", f"“{term}” is not defined"), match[0]


def _blanks(text: str) -> Iterator[Finding]:
    for match in BLANKS.finditer(text):
        yield BLANK, Text(f"“{match[0]}”还没有填写", f"“{match[0]}” waits to be filled in"), match[0]


def _selves(text: str) -> Iterator[Finding]:
    for pattern in (_SELF, _CONSENT):
        for match in pattern.finditer(text):
            yield SELF, Text(f"“{match[0]}”", f"“{match[0]}”"), match[0]


def _amounts(text: str) -> Iterator[Finding]:
    for said, amount in unequal_amounts(text):
        yield AMOUNT, Text(f"大写“{said}”不是 {amount:,.2f}", f"“{said}” is not {amount:,.2f}"), said


@cache
def _numbers() -> dict[str, int]:
    return {chinese_number(number): number for number in range(1, 200)}


def _value(number: str) -> int:
    """Return the value of a number in digits or characters; one that is none lies beyond every article."""
    if number.isdecimal():
        return int(number[:6])
    return _numbers().get(number, BEYOND)


def _terms(text: str) -> list[str]:
    return re.findall("“([^”]+)”", text)


def _place(one: Paragraph, phrase: str, project: Project) -> Span | Place:
    """Return where ``phrase`` was written: in the project if one of its texts has it and stands in the paragraph."""
    if isinstance(one.place, Place):
        return one.place
    for route, text in _texts(project, ()):
        if phrase in text and text.rstrip(_PUNCTUATION) in one.text:
            return Place(route)
    return one.place or Place(("contract",))


def _texts(value: object, route: Route) -> Iterator[tuple[Route, str]]:
    """Yield every text of a part of the model with its route."""
    if type(value) is str:
        yield route, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _texts(part, (*route, index))
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts(getattr(value, each.name), (*route, each.name))
