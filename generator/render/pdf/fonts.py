"""The two embedded faces of every PDF, loaded once, and their use in one document as composite fonts.

reportlab's own TrueType support splits text over 8-bit subsets and states a wrong character for code points above
U+FFFF; one composite font per face (ISO 32000-1, 9.7, Identity-H) has neither fault and is faster.
"""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc

from generator.diagnostics import Code, Diagnostic, Place, Severity, Span, Text, found
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
with the width that it needs there (1/1000 em). The stand-in is in no font, so no text can hold it."""


@functools.cache
def faces() -> tuple[truetype.Face, truetype.Face]:
    """Return Regular and Bold, parsed once per process. Every character of Bold is in Regular."""
    folder = templates() / "fonts"
    names = ("NotoSansSC-Regular", "NotoSansSC-Bold")
    regular, bold = (truetype.parse(name, (folder / f"{name}.ttf").read_bytes()) for name in names)
    return regular, bold


def covers(text: str) -> bool:
    """Return whether every character of the text can be printed."""
    return faces()[0].glyphs.keys() >= set(text)


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


class Codes(dict[str, str]):
    """Four hexadecimal digits by character: a code is given to each in the order of first use, from 0001."""

    def __missing__(self, character: str) -> str:
        code = self[character] = f"{len(self) + 1:04X}"
        return code


@dataclass(slots=True)
class FontUse:
    """One face in one document: which characters it has set so far, and the PDF objects made of them at the end."""

    face: truetype.Face
    resource: str
    codes: Codes = field(default_factory=Codes)

    def addObjects(self, document: Any) -> None:  # noqa: N802 - reportlab calls it by this name
        """Add the composite font to the document, if it was used: reportlab calls this when it saves."""
        if not self.codes:
            return
        name = f"{self._tag()}+{self.face.name}"
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(self._descendant(document, name))]),
                "ToUnicode": document.Reference(_stream(self._to_unicode().encode("ascii"))),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(font)

    def _characters(self) -> list[str]:
        """Return the character behind each code from 0001 on."""
        return ["’" if character == APOSTROPHE else character for character in self.codes]

    def _tag(self) -> str:
        """Return six capitals that depend on nothing but the characters (ISO 32000-1, 9.6.4)."""
        digest = hashlib.sha256("".join(self.codes).encode("utf-8")).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6])

    def _descendant(self, document: Any, name: str) -> pdfdoc.PDFDictionary:
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
                "DW": 1000,
                "W": pdfdoc.PDFArray(self._widths()),
                "FontDescriptor": document.Reference(self._descriptor(document, name)),
            }
        )

    def _descriptor(self, document: Any, name: str) -> pdfdoc.PDFDictionary:
        face = self.face
        program = _stream(
            truetype.subset(face, [0, *(face.glyphs[character] for character in self._characters())])
        )
        program.dictionary["Length1"] = len(program.content)
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(list(face.bounds)),
                "ItalicAngle": 0,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.cap_height,
                "StemV": 50 + (face.weight // 65) ** 2,
                "FontFile2": document.Reference(program),
            }
        )

    def _widths(self) -> list[Any]:
        """Return the ``W`` array: an entry for each character that is not one em wide."""
        face, entries = self.face, []
        for code, character in enumerate(self.codes, 1):
            advance = APOSTROPHE_WIDTH if character == APOSTROPHE else face.advances[face.glyphs[character]]
            if advance != 1000:
                entries += [code, pdfdoc.PDFArray([advance])]
        return entries

    def _to_unicode(self) -> str:
        """Return the map from codes back to characters, in UTF-16 (ISO 32000-1, 9.10.3)."""
        targets = (character.encode("utf-16-be").hex().upper() for character in self._characters())
        rows = [f"<{code}> <{target}>" for code, target in zip(self.codes.values(), targets, strict=True)]
        blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
        chars = "\n".join("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{chars}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        )


def _stream(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
