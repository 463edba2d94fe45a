"""Which clauses a project's contract has, in which order and under which numbers, and what each says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import unescape
from itertools import pairwise

from generator.diagnostics import Code, Diagnostic, Place, Severity, Span, Text, found
from generator.documents.clauses import Clause, ClausePart, Entry
from generator.documents.filters import filters
from generator.locale import chinese_number, words
from generator.model.profile import ProjectKind
from generator.render.docx.program import CompiledCondition, CompiledText, compile_condition, compile_text
from generator.render.docx.rich import Rich
from generator.render.scope import Layer
from generator.render.view import Missing, SequenceView, view

Scope = Mapping[str, object]
Line = str | Rich

NO_LANGUAGE = Code(
    "T162",
    Severity.ERROR,
    Text("条款没有该语言的文字", "A clause without text in the language"),
    Text(
        "条款库的每个文件都要有工作区语言的标题和条文。",
        "Each file of the clause library needs title and text in the language of the workspace.",
    ),
)
NO_LIST = Code(
    "T163",
    Severity.ERROR,
    Text("逐一列出的不是列表", "“each” names something that is not a list"),
    Text(
        "each 须写列表的路径，例如 contract.party_b_duties；列表可能不存在的，用 when 写明条件。",
        "“each” is the path of a list, such as contract.party_b_duties; where it may be absent, “when” says so.",
    ),
)
_TAGGED = re.compile(r"[{}]|\[\[")
_REFERENCE = re.compile(r"\[\[([a-z][a-z0-9-]*)\]\]")
_NAMED = re.compile(r'w:name="_Ref_(\w+)"')
_FIELD = re.compile(r'<w:fldChar w:fldCharType="begin"/>.*?<w:fldChar w:fldCharType="end"/>', re.DOTALL)
_MARKUP = re.compile(r"<w:instrText.*?</w:instrText>|<[^>]*>")
TABLE = "〔……〕"
"""Stands for a table where a clause is quoted."""
ITEMS = frozenset({"item", "note_item"})
_PUNCTUATION = "。；;，,、 "
_HEADED = frozenset(part.value for part in ClausePart)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table of the contract; ``kind`` chooses its place in the template.

    Kinds: ``article``, ``clause`` (numbered), ``text``, ``item``, ``table``, ``signature``, and in annexes
    ``annex``, ``section``, ``note`` (numbered), ``note_item``. ``keep`` marks a paragraph that stays on one page with
    what it leads to: its first item, its table, the signatures. ``place`` is where its text was written.
    """

    kind: str
    text: Line | None = None
    table: str | None = None
    keep: bool = False
    place: Span | Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block as it is read, with the id of its clause; of a table nothing but :data:`TABLE` is."""

    clause: str
    kind: str
    text: str
    line: Line | None
    place: Span | Place | None

    @property
    def typed(self) -> str:
        """Return the text without the numbers that its references show."""
        return _plain(Rich(_FIELD.sub("", self.line))) if isinstance(self.line, Rich) else self.text


@dataclass(frozen=True, slots=True)
class _Piece:
    """An entry that appears, with the names it is read with and the items that appear below it."""

    entry: Entry
    scope: Scope
    items: tuple[_Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A clause that the contract has, with the number that its part counts."""

    clause: Clause
    pieces: tuple[_Piece, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class _AnnexName:
    """An annex as the text of a clause names it: ``number`` is a reference."""

    number: Rich
    title: Line


@dataclass(slots=True)
class _Writer:
    """Evaluates conditions and texts, and keeps every problem."""

    language: str
    scope: Scope
    problems: list[Diagnostic] = field(default_factory=list)

    def holds(self, condition: str | None, scope: Scope, place: Span | Place) -> bool:
        if condition is None:
            return True
        compiled, problems = _condition(condition, self.language, place)
        answer, more = compiled.holds(scope) if compiled else (None, ())
        self.problems += (*problems, *more)
        return bool(answer)

    def line(self, text: str, scope: Scope, place: Span | Place) -> Line:
        if not _TAGGED.search(text):
            return text
        compiled, problems = _text(text, self.language, place)
        line, more = compiled.render(scope) if compiled else (None, ())
        self.problems += (*problems, *more)
        return "" if line is None else line

    def title(self, clause: Clause) -> Line:
        return self.line(clause.title[self.language], self.scope, clause.place)

    def pieces(self, entries: Iterable[Entry], scope: Scope) -> tuple[_Piece, ...]:
        return tuple(piece for entry in entries for piece in self._pieces(entry, scope))

    def _pieces(self, entry: Entry, scope: Scope) -> Iterator[_Piece]:
        for inner in self._scopes(entry, scope):
            if self.holds(entry.when, inner, entry.place):
                items = self.pieces(entry.items, inner)
                if items or not entry.items:
                    yield _Piece(entry, inner, items)

    def _scopes(self, entry: Entry, scope: Scope) -> Iterator[Scope]:
        if entry.each is None:
            yield scope
            return
        values = _at(scope, entry.each)
        if isinstance(values, SequenceView):
            yield from (Layer(scope, {entry.name: value}) for value in values)
        else:
            message = Text(f"{entry.each} 不是列表", f"{entry.each} is not a list")
            self.problems.append(found(NO_LIST, message, entry.place))


def write(
    clauses: Iterable[Clause], kind: ProjectKind, scope: Scope, language: str
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of a contract of ``kind``: its articles, the place of the signatures, its annexes.

    ``scope`` holds views. A clause appears where its kinds, its condition and at least one of its entries apply; a
    paragraph with items appears where one of them does. Numbers are given afterwards, so that they have no gaps,
    and ``[[clause-id]]`` becomes a reference to the number that the clause then has.
    """
    writer = _Writer(language, scope)
    chosen = [one for clause in clauses if kind in clause.kinds and (one := _choose(writer, clause))]
    articles = _numbered(one for one in chosen if one.clause.part is ClausePart.ARTICLE)
    annexes = _numbered(one for one in chosen if one.clause.part is ClausePart.ANNEX)
    ordered = (*articles, *annexes)
    references = {
        one.clause.id: Rich.ref(_bookmark(one.clause), _number(one.clause.part.value, one.number, language))
        for one in ordered
    }
    names = tuple(_AnnexName(references[one.clause.id], writer.title(one.clause)) for one in annexes)
    writer.scope = Layer(scope, {"ref": references, "annexes": view(names, None)})
    body = [block for index, one in enumerate(articles) for block in _article(writer, one, index + 1)]
    behind = [
        block for index, one in enumerate(annexes) for block in _annex(writer, one, len(articles) + index + 1)
    ]
    blocks = tuple(_kept([*body, Block("signature"), *behind]))
    return blocks, tuple(dict.fromkeys(writer.problems))


def spoken(blocks: Iterable[Block]) -> dict[str, tuple[str, ...]]:
    """Return the lines of each clause by its id, title first, as they are read: a reference is the number it shows."""
    lines: dict[str, list[str]] = {}
    for one in paragraphs(blocks):
        mark = "· " if one.kind in ITEMS else ""
        lines.setdefault(one.clause, []).append(mark + one.text)
    return {name: tuple(texts) for name, texts in lines.items()}


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield everything that is read from the first heading on, references as the numbers that they show."""
    clause: str | None = None
    for block in blocks:
        if block.kind in _HEADED:
            name = _NAMED.search(str(block.text))
            clause = name[1].replace("_", "-") if name else ""
        if clause is not None and block.kind != "signature":
            text = TABLE if block.table else _plain(block.text)
            yield Paragraph(clause, block.kind, text, block.text, block.place)


def contents(blocks: Iterable[Block], language: str) -> tuple[Rich, ...]:
    """Return the table of contents of a contract: articles and annexes with their numbers and titles, without pages."""
    return Rich.contents(list(_headings(blocks, language)))


def headings(blocks: Iterable[Block], language: str) -> dict[str, str]:
    """Return the number and title of each clause by its id."""
    return {mark.removeprefix("_Ref_").replace("_", "-"): text for mark, text in _headings(blocks, language)}


def _headings(blocks: Iterable[Block], language: str) -> Iterator[tuple[str, str]]:
    count = Counter[str]()
    for block in blocks:
        name = _NAMED.search(str(block.text)) if block.kind in (part.value for part in ClausePart) else None
        if name is not None:
            count[block.kind] += 1
            number = _number(block.kind, count[block.kind], language)
            yield f"_Ref_{name[1]}", f"{number}\u3000{_plain(block.text)}"


def _plain(line: Line | None) -> str:
    if not isinstance(line, Rich):
        return line or ""
    return unescape(_MARKUP.sub("", str(line).replace("<w:br/>", "\n")))


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    for block, following in pairwise((*blocks, Block("end"))):
        begins = following.kind in ITEMS and block.kind not in ITEMS
        yield replace(block, keep=True) if begins or following.kind in ("table", "signature") else block


def _choose(writer: _Writer, clause: Clause) -> _Chosen | None:
    if not writer.holds(clause.when, writer.scope, clause.place):
        return None
    if writer.language not in clause.text or writer.language not in clause.title:
        message = Text(
            f"条款 {clause.id} 没有 {writer.language} 文字", f"{clause.id} has no text in {writer.language}"
        )
        writer.problems.append(found(NO_LANGUAGE, message, clause.place))
        return None
    pieces = writer.pieces(clause.text[writer.language], writer.scope)
    return _Chosen(clause, pieces) if pieces else None


def _numbered(chosen: Iterable[_Chosen]) -> tuple[_Chosen, ...]:
    return tuple(replace(one, number=number) for number, one in enumerate(chosen, start=1))


def _number(part: str, count: int, language: str) -> str:
    number = chinese_number(count) if language.startswith("zh") else str(count)
    return words(language).word(part).format(number)


def _bookmark(clause: Clause) -> str:
    return "_Ref_" + clause.id.replace("-", "_")


def _heading(writer: _Writer, one: _Chosen, bookmark: int) -> Rich:
    return Rich.bookmark(_bookmark(one.clause), bookmark, writer.title(one.clause))


def _article(writer: _Writer, one: _Chosen, bookmark: int) -> Iterator[Block]:
    yield Block("article", _heading(writer, one, bookmark), place=one.clause.place)
    alone = sum(piece.entry.text is not None and not piece.entry.plain for piece in one.pieces) == 1
    for piece in one.pieces:
        yield from _paragraphs(writer, piece, "text" if alone or piece.entry.plain else "clause", "item")


def _annex(writer: _Writer, one: _Chosen, bookmark: int) -> Iterator[Block]:
    yield Block("annex", _heading(writer, one, bookmark), place=one.clause.place)
    for section in _sections(one.pieces):
        alone = sum(piece.entry.text is not None and not piece.entry.plain for piece in section) == 1
        for piece in section:
            yield from _paragraphs(
                writer, piece, "text" if alone or piece.entry.plain else "note", "note_item"
            )


def _sections(pieces: Sequence[_Piece]) -> Iterator[Sequence[_Piece]]:
    """Yield the pieces of each section of an annex, its heading first; a heading without content is left out."""
    starts = [index for index, piece in enumerate(pieces) if piece.entry.section is not None]
    edges = [0, *starts, len(pieces)]
    for start, end in pairwise(edges):
        section = pieces[start:end]
        if any(piece.entry.section is None for piece in section):
            yield section


def _paragraphs(writer: _Writer, piece: _Piece, kind: str, item_kind: str) -> Iterator[Block]:
    entry, numbers = piece.entry, {name: writer.scope[name] for name in ("ref", "annexes")}
    scope = Layer(piece.scope, numbers)
    if entry.table is not None:
        yield Block("table", table=entry.table, place=entry.place)
    elif entry.section is not None:
        yield Block("section", writer.line(entry.section, scope, entry.place), place=entry.place)
    else:
        yield Block(kind, writer.line(entry.text or "", scope, entry.place), place=entry.place)
        lines = [
            writer.line(item.entry.text or "", Layer(item.scope, numbers), item.entry.place)
            for item in piece.items
        ]
        for item, line in zip(piece.items, _punctuated(lines, writer.language), strict=True):
            yield Block(item_kind, line, place=item.entry.place)


def _punctuated(lines: Sequence[Line], language: str) -> Iterator[Line]:
    """Yield items with their final marks: a semicolon between them and a stop at the end, stops if one holds a stop."""
    between, end = words(language).word("item_end"), words(language).word("sentence_end")
    bare = [line if isinstance(line, Rich) else line.rstrip(_PUNCTUATION) for line in lines]
    if any(end in line for line in bare):
        between = end
    for index, line in enumerate(bare, start=1):
        yield line + (end if index == len(bare) else between)


def _at(scope: Scope, path: str) -> object:
    first, *rest = path.split(".")
    value = scope.get(first, Missing(None))
    for name in rest:
        try:
            value = getattr(value, name)
        except AttributeError:
            return None
    return value


@lru_cache(maxsize=4096)
def _text(
    text: str, language: str, place: Span | Place
) -> tuple[CompiledText | None, tuple[Diagnostic, ...]]:
    return compile_text(_file(place), _REFERENCE.sub(r'{{ ref["\1"] }}', text), filters(language), place)


@lru_cache(maxsize=4096)
def _condition(
    condition: str, language: str, place: Span | Place
) -> tuple[CompiledCondition | None, tuple[Diagnostic, ...]]:
    return compile_condition(_file(place), condition, filters(language), place)


def _file(place: Span | Place) -> str:
    """Return how messages name what a text stands in: a file of the library, or the section of the project."""
    return place.file if isinstance(place, Span) else str(place.route[0])
