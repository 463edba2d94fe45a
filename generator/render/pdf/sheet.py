"""The pages of one document as reportlab holds them, and the objects beside them; nothing else imports reportlab."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from generator.render.pdf import fonts
from generator.render.pdf.properties import Properties
from generator.render.pdf.theme import PAGE_HEIGHT, PAGE_WIDTH


class Sheet(Canvas):
    """reportlab's canvas without its unembedded Helvetica, reproducible without touching ``rl_config``."""

    _doc: Any  # the stubs of reportlab leave it out

    def __init__(self, target: BytesIO, properties: Properties) -> None:
        size = (PAGE_WIDTH, PAGE_HEIGHT)
        super().__init__(target, size, pageCompression=1, invariant=1, lang=properties.language)
        self.fonts = (Font(0), Font(1))
        self._doc.delayedFonts.extend(self.fonts)
        self._doc.info = Information(properties)
        self.setViewerPreference("DisplayDocTitle", "true")

    def _make_preamble(self) -> None:
        self._preamble = ""

    def showPage(self) -> None:  # noqa: N802 - overrides reportlab
        """End the page; its stream is compressed only, not also written in base 85."""
        super().showPage()
        page: Any = self._doc.Pages.pages[-1]
        page.Contents = stream(fonts.deflated(page.stream.encode("ascii")))


class Information(pdfdoc.PDFInfo):
    """The information dictionary with the caller's dates and keys (ISO 32000-1, 14.3.3)."""

    def __init__(self, properties: Properties) -> None:
        super().__init__()
        self._properties = properties

    def digest(self, md5object: object) -> None:
        """Leave the file identifier to the content: it is compared byte by byte."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the dictionary as PDF."""
        strings = {key: pdfdoc.PDFString(value) for key, value in self._properties.entries().items()}
        return pdfdoc.PDFDictionary(strings).format(document)


@dataclass(slots=True)
class Font:
    """One face in one document: which characters it has set so far, and the PDF objects made of them at the end."""

    face: int
    characters: set[str] = field(default_factory=set)

    def addObjects(self, document: Any) -> None:  # noqa: N802 - reportlab calls it by this name
        """Add the composite font to the document, if it was used: reportlab calls this when it saves."""
        if not self.characters:
            return
        held = fonts.program(self.face, "".join(sorted(self.characters)))
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(held.name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(self._descendant(document, held))]),
                "ToUnicode": document.Reference(stream(held.to_unicode)),
            }
        )
        document.idToObject["BasicFonts"].dict[fonts.RESOURCES[self.face][1:]] = document.Reference(font)

    def _descendant(self, document: Any, held: fonts.Program) -> pdfdoc.PDFDictionary:
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(held.name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "CIDToGIDMap": document.Reference(stream(held.glyph_of_code)),
                "DW": 1000,
                "W": held.widths,
                "FontDescriptor": document.Reference(self._descriptor(document, held)),
            }
        )

    def _descriptor(self, document: Any, held: fonts.Program) -> pdfdoc.PDFDictionary:
        face, outlines = fonts.faces()[self.face], stream(held.outlines)
        outlines.dictionary["Length1"] = held.outlines_length
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(held.name),
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(list(face.bounds)),
                "ItalicAngle": 0,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.cap_height,
                "StemV": 50 + (face.weight // 65) ** 2,
                "FontFile2": document.Reference(outlines),
            }
        )


def stream(content: bytes) -> pdfdoc.PDFStream:
    """Return deflated bytes as a stream of a PDF."""
    made = pdfdoc.PDFStream(content=content)
    made.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    return made
