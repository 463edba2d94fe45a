"""Formulas of KPIs: numbers, names, ``+ - * /``, parentheses and four functions over Decimal, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from enum import StrEnum

from generator.diagnostics import Text
from generator.model.value import record

LONGEST = 500
"""Characters that a formula may have."""
DEEPEST = 20
"""Parentheses, calls and signs that may stand in one another."""
LARGEST = Decimal(10) ** 15
"""Below this a result can be printed and scored."""
CENT = Decimal("0.01")
FUNCTIONS = {"min": (1, 20), "max": (1, 20), "abs": (1, 1), "round": (1, 2)}
"""The functions with the fewest and the most arguments that each takes."""

_UNITS = (Decimal(1), Decimal("0.1"), CENT)
_EXACT = Context(prec=100, rounding=ROUND_HALF_UP, Emin=-9999, Emax=9999)
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([^\W\d]\w*)|([-+*/(),]))")
_SIGNS = str.maketrans("×÷−（），", "*/-(),")
_SHOWN = {"*": " × ", "/": " ÷ ", "-": " − ", "+": " + ", ",": ", "}

Operation = Callable[[Mapping[str, Decimal]], Decimal]


class Unknown(StrEnum):
    """Why a formula has no result."""

    ZERO_DIVISION = "zero_division"
    TOO_LARGE = "too_large"


@record
class Token:
    """A number, a name or a sign, and where it begins in the formula."""

    kind: str
    text: str
    at: int


@record
class Flaw:
    """What is wrong with a formula, from ``start`` to before ``end``."""

    message: Text
    start: int
    end: int


@record
class Formula:
    """A formula that can be computed: its pieces in order, and what to do."""

    tokens: tuple[Token, ...]
    operation: Operation

    @property
    def names(self) -> tuple[Token, ...]:
        """Return each variable at its first place."""
        firsts = dict[str, Token]()
        for token in self.tokens:
            if token.kind == "name" and token.text not in FUNCTIONS:
                firsts.setdefault(token.text, token)
        return tuple(firsts.values())


class _Wrong(Exception):  # noqa: N818  (never leaves this module)
    def __init__(self, zh: str, en: str, start: int, end: int) -> None:
        super().__init__(en)
        self.flaw = Flaw(Text(zh, en), start, end)


def parse(text: str) -> Formula | Flaw:
    """Return the formula that ``text`` is, or the first thing that keeps it from being one."""
    if len(text) > LONGEST:
        return Flaw(
            Text(f"公式超过 {LONGEST} 字", f"the formula has more than {LONGEST} characters"), 0, len(text)
        )
    try:
        tokens = tuple(_tokens(text.translate(_SIGNS)))
        reader = _Reader(tokens, len(text))
        operation = reader.sum(0)
        reader.end()
    except _Wrong as wrong:
        return wrong.flaw
    return Formula(tokens, operation)


def compute(formula: Formula, values: Mapping[str, Decimal]) -> Decimal | Unknown:
    """Return the result, or why there is none; ``values`` has every name of ``formula``.

    It is rounded half up to two decimals, and zeros at the end are left out.
    """
    try:
        with localcontext(_EXACT):
            exact = formula.operation(values)
            if abs(exact) >= LARGEST:
                return Unknown.TOO_LARGE
            rounded = exact.quantize(CENT)
            return next(one for one in (rounded.quantize(unit) for unit in _UNITS) if one == rounded)
    except ZeroDivisionError:
        return Unknown.ZERO_DIVISION
    except ArithmeticError:
        return Unknown.TOO_LARGE


def show(formula: Formula, names: Mapping[str, str]) -> str:
    """Return the formula as print has it, each name replaced by what ``names`` has for it."""
    pieces: list[str] = []
    for before, token in zip((None, *formula.tokens), formula.tokens, strict=False):
        sign = token.kind == "sign" and token.text in "+-" and _begins(before)
        if sign:
            pieces.append(_SHOWN[token.text].strip())
        elif token.kind == "sign":
            pieces.append(_SHOWN.get(token.text, token.text))
        else:
            pieces.append(names.get(token.text, token.text) if token.kind == "name" else token.text)
    return "".join(pieces)


def _begins(before: Token | None) -> bool:
    """Return whether an operand is due after ``before``, so that a sign there is that of a number."""
    return before is None or (before.kind == "sign" and before.text != ")")


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            sign = text[start]
            raise _Wrong(f"公式不能有“{sign}”", f"'{sign}' has no place in a formula", start, start + 1)
        kind = ("number", "name", "sign")[(match.lastindex or 1) - 1]
        yield Token(kind, match[match.lastindex or 1], match.start(match.lastindex or 1))
        at = match.end()


class _Reader:
    """Reads tokens by the rules of arithmetic, one function for each level."""

    def __init__(self, tokens: Sequence[Token], length: int) -> None:
        self.tokens, self.length, self.at = tokens, length, 0

    def sum(self, depth: int) -> Operation:
        found = self._product(depth)
        while (token := self._take("+", "-")) is not None:
            found = _joined(token.text, found, self._product(depth))
        return found

    def end(self) -> None:
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            raise self._wrong(f"“{token.text}”处缺少运算符", f"an operator is missing before '{token.text}'")

    def _product(self, depth: int) -> Operation:
        found = self._signed(depth)
        while (token := self._take("*", "/")) is not None:
            found = _joined(token.text, found, self._signed(depth))
        return found

    def _signed(self, depth: int) -> Operation:
        if depth > DEEPEST:
            raise self._wrong(f"公式嵌套超过 {DEEPEST} 层", f"the formula is nested deeper than {DEEPEST}")
        token = self._take("+", "-")
        if token is None:
            return self._single(depth)
        inner = self._signed(depth + 1)
        return inner if token.text == "+" else (lambda values: -inner(values))

    def _single(self, depth: int) -> Operation:
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        if token is None or (token.kind == "sign" and token.text != "("):
            raise self._wrong("缺少数字或者变量", "a number or a variable is missing")
        self.at += 1
        if token.kind == "number":
            number = Decimal(token.text)
            return lambda _: number
        if token.kind == "name" and token.text in FUNCTIONS:
            return self._call(token, depth)
        if token.kind == "name":
            return lambda values: values[token.text]
        inner = self.sum(depth + 1)
        self._close()
        return inner

    def _call(self, token: Token, depth: int) -> Operation:
        if self._take("(") is None:
            raise self._wrong(f"{token.text} 后缺少括号", f"{token.text} lacks its parentheses")
        given = [self.sum(depth + 1)]
        while self._take(",") is not None:
            given.append(self.sum(depth + 1))
        self._close()
        fewest, most = FUNCTIONS[token.text]
        if not fewest <= len(given) <= most:
            end = token.at + len(token.text)
            raise _Wrong(
                f"{token.text} 的参数是 {len(given)} 个，应为 {fewest} 至 {most} 个",
                f"{token.text} has {len(given)} arguments, not {fewest} to {most}",
                token.at,
                end,
            )
        return _called(token.text, given)

    def _close(self) -> None:
        if self._take(")") is None:
            raise self._wrong("缺少右括号", "a closing parenthesis is missing")

    def _take(self, *signs: str) -> Token | None:
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind == "sign" and token.text in signs:
                self.at += 1
                return token
        return None

    def _wrong(self, zh: str, en: str) -> _Wrong:
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            return _Wrong(zh, en, token.at, token.at + len(token.text))
        return _Wrong(zh, en, self.length, self.length)


def _joined(sign: str, left: Operation, right: Operation) -> Operation:
    made: dict[str, Operation] = {
        "+": lambda values: left(values) + right(values),
        "-": lambda values: left(values) - right(values),
        "*": lambda values: left(values) * right(values),
        "/": lambda values: _divided(left(values), right(values)),
    }
    return made[sign]


def _divided(left: Decimal, right: Decimal) -> Decimal:
    if not right:
        raise ZeroDivisionError
    return left / right


def _called(name: str, given: Sequence[Operation]) -> Operation:
    made: dict[str, Operation] = {
        "min": lambda values: min(one(values) for one in given),
        "max": lambda values: max(one(values) for one in given),
        "abs": lambda values: abs(given[0](values)),
        "round": lambda values: _rounded(
            given[0](values), given[1](values) if len(given) > 1 else Decimal(0)
        ),
    }
    return made[name]


def _rounded(value: Decimal, places: Decimal) -> Decimal:
    """Return ``value`` with so many decimals, 0 to 10, half up."""
    return value.quantize(Decimal(1).scaleb(-min(max(int(places), 0), 10)))
