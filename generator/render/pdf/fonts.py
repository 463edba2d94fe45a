"""The two embedded faces of every PDF, loaded once, and their use in one document as composite fonts.

reportlab's own TrueType support splits text over 8-bit subsets and states a wrong character for code points above
U+FFFF; one composite font per face (ISO 32000-1, 9.7, Identity-H) has neither fault and is faster.
"""

from __future__ import annotations

import functools
import hashlib
import mmap
import sys
import zlib
from array import array
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Place, Severity, Span, Text, found
from generator.model.value import record
from generator.render.pdf import truetype
from generator.resources import templates

MISSING_GLYPH = Code(
    "T301",
    Severity.ERROR,
    Text("字体中没有这个字", "The font lacks a character"),
    Text(
        "PDF 文件嵌入的字体（思源黑体，覆盖 GBK 与《通用规范汉字表》8105 字）没有这个字符，印出来会是方框，因此拒绝生成。"
        "不可见的控制字符、表情符号和罕见异体字都会触发此项。请改用规范字，或在人名等必须使用处加注拼音与说明。",
        "The font embedded in the PDF (Noto Sans SC: GBK and the 8,105 standard characters of the 2013 table) has no such "
        "character; it would be printed as an empty box, so the document is refused. Invisible control characters, emoji "
        "and rare variants cause this. Use the standard character, or explain the name in words that can be printed.",
    ),
)

APOSTROPHE, APOSTROPHE_WIDTH = "\ue000", 260
"""The right quotation mark of an English word: the glyph of ’, which is one em wide for Chinese, under a second code
(that of the stand-in) with the width that it needs there (1/1000 em). The stand-in is in no font, so no text can hold it."""


RESOURCES = ("/F1", "/F2")
"""What pages call Regular and Bold."""


@functools.cache
def faces() -> tuple[truetype.Face, truetype.Face]:
    """Return Regular and Bold, parsed once per process. Every character of Bold is in Regular."""
    folder = templates() / "fonts"
    names = ("NotoSansSC-Regular", "NotoSansSC-Bold")
    regular, bold = (truetype.parse(name, content(folder / f"{name}.ttf")) for name in names)
    return regular, bold


def content(file: Traversable) -> truetype.Content:
    """Return what is in a file, mapped if it is one on disk: of 10 MB, a document needs a hundredth."""
    if not isinstance(file, Path):
        return file.read_bytes()
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


def covers(text: str) -> bool:
    """Return whether every character of the text can be printed."""
    return all(map(_has, text))


@functools.cache
def _has(character: str) -> bool:
    return character in faces()[0].glyphs


def missing_glyph(character: str, location: Place | Span | None) -> Diagnostic:
    """Return the finding that the font has no glyph for ``character``."""
    point = f"U+{ord(character):04X}"
    shown = f"“{character}”（{point}）" if character.isprintable() else point
    shown_en = f"“{character}” ({point})" if character.isprintable() else point
    return found(
        MISSING_GLYPH,
        Text(f"PDF 字体中没有字符 {shown}", f"the PDF font has no character {shown_en}"),
        location,
        hint=Text("请删除该字符或改用通用规范汉字", "delete it or write it with a standard character"),
    )


@functools.cache
def _beyond() -> dict[str, str]:
    """Return the code of each character above U+FFFF: that of a surrogate, which stands for no character itself."""
    beyond = sorted(character for character in faces()[0].glyphs if character > "\uffff")
    return {character: f"{0xD800 + rank:04x}" for rank, character in enumerate(beyond)}


def encoded(text: str) -> str:
    """Return the text as a PDF shows it: four hexadecimal digits a character.

    They are the code point, in every document alike, so that set lines can be kept from one document to the next.
    """
    digits = text.encode("utf-16-be").hex()
    if len(digits) == 4 * len(text):
        return digits
    return "".join(_beyond().get(character) or f"{ord(character):04x}" for character in text)


@record
class Program:
    """What a PDF holds of one face for one set of characters, streams deflated."""

    name: str
    outlines: bytes
    outlines_length: int
    glyph_of_code: bytes
    to_unicode: bytes
    widths: bytes


@functools.lru_cache(maxsize=16)
def program(face: int, characters: str) -> Program:
    """Return what a PDF holds of a face (0 Regular, 1 Bold); ``characters`` are those that it sets, by code point.

    Kept for the sets that were asked for last: a document that is made again mostly sets the same characters.
    """
    cut = faces()[face]
    real = ["’" if character == APOSTROPHE else character for character in characters]
    codes = [encoded(character) for character in characters]
    outlines = truetype.subset(cut, [0, *(cut.glyphs[character] for character in real)])
    glyph_of_code = array("H", bytes(2 * (max(int(code, 16) for code in codes) + 1)))
    for glyph, code in enumerate(codes, 1):
        glyph_of_code[int(code, 16)] = glyph
    if sys.byteorder == "little":
        glyph_of_code.byteswap()
    return Program(
        f"{_tag(characters)}+{cut.name}",
        deflated(outlines),
        len(outlines),
        deflated(glyph_of_code.tobytes()),
        deflated(_to_unicode(codes, real).encode("ascii")),
        _widths(cut, codes, characters),
    )


def _tag(characters: str) -> str:
    """Return six capitals that depend on nothing but the characters (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(characters.encode("utf-8")).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _widths(face: truetype.Face, codes: list[str], characters: str) -> bytes:
    """Return the ``W`` array: an entry for each character that is not one em wide."""
    entries = []
    for code, character in zip(codes, characters, strict=True):
        advance = APOSTROPHE_WIDTH if character == APOSTROPHE else face.advances[face.glyphs[character]]
        if advance != 1000:
            entries.append(f"{int(code, 16)} [{advance}]")
    return f"[{' '.join(entries)}]".encode("ascii")


def _to_unicode(codes: list[str], characters: list[str]) -> str:
    """Return the map from codes back to characters, in UTF-16 (ISO 32000-1, 9.10.3)."""
    rows = [
        f"<{code}> <{character.encode('utf-16-be').hex()}>"
        for code, character in zip(codes, characters, strict=True)
    ]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    chars = "\n".join("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{chars}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def deflated(content: bytes) -> bytes:
    """Return the bytes compressed: beyond level 3 it takes half as long again for two bytes less in a hundred."""
    return zlib.compress(content, 3)
