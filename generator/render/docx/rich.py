"""Runs of WordprocessingML that a template places with ``{{r …}}``: text, bookmarks, references, marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Self

from markupsafe import Markup, escape

_BOOKMARK = re.compile(r"[^\W\d]\w{0,39}")  # ECMA-376-1, 17.13.6.2, and what Word accepts
_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
_SYMBOL_FONT = "Segoe UI Symbol"  # has U+2610 and U+2611; LibreOffice and macOS replace it by a font that has


class Rich(Markup):
    """Complete runs, safe to stand between runs; ``+`` with plain text makes a run of it."""

    __slots__ = ()

    @classmethod
    def text(  # noqa: PLR0913  (run properties are independent of each other)
        cls,
        text: str,
        *,
        style: str | None = None,
        font: str | None = None,
        bold: bool = False,
        italic: bool = False,
        strike: bool = False,
        color: str | None = None,
        size: float | None = None,
        highlight: str | None = None,
        underline: bool = False,
    ) -> Self:
        """Return one run of ``text``; a line feed becomes a line break, a tab a tab stop.

        ``style`` is a character style's id, ``color`` RRGGBB, ``size`` in points (steps of a half), ``highlight``
        one of WordprocessingML's colour names. Raises :class:`ValueError` for another colour or size.
        """
        if color is not None and not _COLOR.fullmatch(color):
            raise ValueError(f"not a colour RRGGBB: {color!r}")
        if size is not None and (size <= 0 or size * 2 % 1):
            raise ValueError(f"not a size in points: {size!r}")
        properties = (  # in the order of CT_RPr
            _value("rStyle", style),
            _fonts(font),
            "<w:b/><w:bCs/>" if bold else "",
            "<w:i/><w:iCs/>" if italic else "",
            "<w:strike/>" if strike else "",
            _value("color", color),
            _value("sz", size and int(size * 2)) + _value("szCs", size and int(size * 2)),
            _value("highlight", highlight),
            _value("u", "single" if underline else None),
        )
        return cls(_run(_content(text), "".join(properties)))

    @classmethod
    def line_break(cls) -> Self:
        """Return a line break inside the paragraph."""
        return cls(_run("<w:br/>"))

    @classmethod
    def checkbox(cls, checked: bool) -> Self:
        """Return ☑ or ☐ in a font that has them."""
        return cls.text("☑" if checked else "☐", font=_SYMBOL_FONT)

    @classmethod
    def bookmark(cls, name: str, id: int, children: str) -> Self:  # noqa: A002  (the attribute's name)
        """Return ``children`` marked as ``name``; ``id`` is unique in the document.

        Raises :class:`ValueError` for a name Word does not take (letter first, 40 characters, no space).
        """
        start = f'<w:bookmarkStart w:id="{id:d}" w:name="{_name(name)}"/>'
        return cls(f'{start}{cls.concat([children])}<w:bookmarkEnd w:id="{id:d}"/>')

    @classmethod
    def ref(cls, bookmark: str, cached: str, switches: str = r"\r \h") -> Self:
        """Return a reference to ``bookmark`` that shows ``cached`` until Word updates it.

        With the switch ``\\r`` it shows the paragraph's number, without it the marked text.
        """
        return cls._field(f"REF {_name(bookmark)} {switches}", cached)

    @classmethod
    def page_ref(cls, bookmark: str, cached: str, switches: str = r"\h") -> Self:
        """Return a reference to the page of ``bookmark`` that shows ``cached`` until Word updates it."""
        return cls._field(f"PAGEREF {_name(bookmark)} {switches}", cached)

    @classmethod
    def contents(cls, entries: Iterable[tuple[str, str]]) -> tuple[Self, ...]:
        """Return a table of contents, a line for each pair of bookmark and text, until Word updates it.

        Word lists the paragraphs with outline level 1, with their pages; the lines here have none.
        """
        links = [
            f'<w:hyperlink w:anchor="{_name(bookmark)}" w:history="1">{plain_run(text)}</w:hyperlink>'
            for bookmark, text in entries
        ]
        if links:
            links[0] = _opened(r'TOC \o "1-1" \h \z \u') + links[0]
            links[-1] += _CLOSED
        return tuple(cls(link) for link in links)

    @classmethod
    def concat(cls, parts: Iterable[str]) -> Self:
        """Return ``parts`` one after another; plain text among them becomes a run."""
        return cls("".join(part if isinstance(part, Rich) else plain_run(part) for part in parts))

    @classmethod
    def _field(cls, instruction: str, cached: str) -> Self:
        return cls(f"{_opened(instruction)}{cls.concat([cached])}{_CLOSED}")

    def __add__(self, other: str) -> Self:  # type: ignore[override]  # a str is text here, never markup
        return self.concat((self, other))

    def __radd__(self, other: str) -> Self:  # type: ignore[override]  # a str is text here, never markup
        return self.concat((other, self))


@lru_cache(maxsize=8192)
def plain_run(text: str) -> Rich:
    """Return one run of ``text`` without properties; documents of one kind say much the same."""
    return Rich(_run(_content(text)))


def _run(content: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def _opened(instruction: str) -> str:
    """Return the runs of a field before what it shows."""
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return "".join(
        map(_run, ('<w:fldChar w:fldCharType="begin"/>', code, '<w:fldChar w:fldCharType="separate"/>'))
    )


_CLOSED = _run('<w:fldChar w:fldCharType="end"/>')


def _content(text: str) -> str:
    """Return ``text`` as children of a run, each of its lines and columns in a ``w:t`` of its own."""
    pieces = re.split(r"([\n\t])", text)
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(
        marks.get(piece) or f'<w:t xml:space="preserve">{escape(str(piece))}</w:t>'
        for piece in pieces
        if piece
    )


def _value(name: str, value: str | int | float | None) -> str:
    return "" if value is None else f'<w:{name} w:val="{escape(value)}"/>'


def _fonts(font: str | None) -> str:
    if font is None:
        return ""
    return "<w:rFonts {}/>".format(
        " ".join(f'w:{slot}="{escape(font)}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    )


def _name(bookmark: str) -> str:
    if not _BOOKMARK.fullmatch(bookmark):
        raise ValueError(f"not a bookmark name: {bookmark!r}")
    return bookmark
