"""Proof-reading of the finished contract: what reads wrong once every clause stands in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Code, Diagnostic, Place, Severity, Span, Text, found
from generator.documents.clauses import Clause
from generator.locale import chinese_number

UNUSED = Code(
    "T181",
    Severity.INFO,
    Text("合同定义了没有使用的词语", "the contract defines a term that it does not use"),
    Text(
        "定义条款中的词语，合同其他地方没有出现。多半是删去或者改写了使用它的条款；可以在自己的条款库中删去这项定义。",
        "A term of the definitions occurs nowhere else, mostly since the clause that used it was left out or rewritten. "
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
        "条款文字中手写的“第几条”“附件几”超出了合同的条数。用 [[条款编号]] 引用，序号自动生成。",
        "An article or annex number typed in a clause is beyond those of the contract. Refer with [[clause-id]].",
    ),
)
SELF = Code(
    "T184",
    Severity.ERROR,
    Text("义务的双方是同一方", "a duty of a party towards itself"),
    Text(
        "文字写成“甲方应当向甲方……”之类，权利人和义务人是同一方。请改正其中之一。",
        "A text reads “Party A shall … to Party A”. Correct one of them.",
    ),
)
_DEFINED = re.compile(r"((?:“[^”]{1,12}”)+)(?:分别)?指")
_BLANKS = re.compile(
    r"_{3,}|＿{2,}|【\s*】|〔\s*〕|（\s*）|(?<![A-Za-z0-9-])[X×]{2,}(?![A-Za-z0-9-])|待定|待填|某某|\bTBD\b"
)
_NUMBER = re.compile(r"(?<![》法典例释定])第([一二三四五六七八九十百零]+)条|附件([一二三四五六七八九十]+)")
_SELF = re.compile(r"(甲方|乙方)(?:应当|应|须|负责)(?:在[^，。；]{1,20})?向\1(?!的|指定)")


def proofread(
    lines: Mapping[str, tuple[str, ...]], clauses: Iterable[Clause], annexes: int
) -> Iterator[Diagnostic]:
    """Yield what is wrong in the text of a contract, given as the lines of each clause by its id; ``annexes`` are the last."""
    places = {clause.id: clause.place for clause in clauses}
    numbers = {chinese_number(number): number for number in range(1, len(lines) + 1)}
    whole = "\n".join(line for each in lines.values() for line in each)
    for name, each in lines.items():
        text, place = "\n".join(each), places.get(name, Place(("contract",)))
        yield from _wrong(text, place, numbers, len(lines) - annexes, annexes)
        if name == "definitions":
            yield from _unused(text, whole, place)


def _wrong(
    text: str, place: Span | Place, numbers: Mapping[str, int], articles: int, annexes: int
) -> Iterator[Diagnostic]:
    for match in _BLANKS.finditer(text):
        yield found(BLANK, Text(f"“{match[0]}”还没有填写", f"“{match[0]}” waits to be filled in"), place)
    for match in _NUMBER.finditer(text):
        number, last = (match[1], articles) if match[1] else (match[2], annexes)
        if numbers.get(number, last + 1) > last:
            yield found(DANGLING, Text(f"合同没有{match[0]}", f"the contract has no {match[0]}"), place)
    for match in _SELF.finditer(text):
        yield found(SELF, Text(f"“{match[0]}”", f"“{match[0]}”"), place)


def _unused(text: str, whole: str, place: Span | Place) -> Iterator[Diagnostic]:
    for match in _DEFINED.finditer(text):
        for term in re.findall("“([^”]+)”", match[1]):
            if whole.count(term) == text.count(f"“{term}”"):
                message = Text(f"“{term}”定义后没有使用", f"“{term}” is defined and not used")
                yield found(UNUSED, message, place)
