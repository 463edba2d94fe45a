"""Read a TrueType font and cut subsets out of it: the tables that a PDF needs, and nothing else.

Only what the shipped fonts use is read: outlines without composites, ``cmap`` format 12, 32-bit ``loca``.
Source: OpenType specification 1.9, chapters cmap, glyf, head, hhea, hmtx, loca, OS/2.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from mmap import mmap

from generator.model.value import record

Box = tuple[int, int, int, int]
Content = bytes | mmap


class Characters(Mapping[str, int]):
    """Glyph number by character, looked up in the groups of ``cmap``: to write them all out takes longer than a page."""

    def __init__(self, first: Sequence[int], last: Sequence[int], glyph: Sequence[int]) -> None:
        self._first, self._last, self._glyph = first, last, glyph

    def __getitem__(self, character: str) -> int:
        code = ord(character)
        group = bisect_right(self._first, code) - 1
        if group < 0 or code > self._last[group]:
            raise KeyError(character)
        return self._glyph[group] + code - self._first[group]

    def __iter__(self) -> Iterator[str]:
        for first, last in zip(self._first, self._last, strict=True):
            yield from map(chr, range(first, last + 1))

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in zip(self._first, self._last, strict=True))


@record
class Face:
    """One parsed font. Metrics are in font units (``units_per_em`` to the em)."""

    name: str
    data: Content
    tables: dict[str, tuple[int, int]]
    glyphs: Mapping[str, int]
    """Glyph number of every character that the font has."""
    advances: Sequence[int]
    offsets: Sequence[int]
    bounds: Box
    ascent: int
    descent: int
    cap_height: int
    weight: int

    def table(self, tag: str) -> bytes:
        """Return the bytes of one table."""
        start, length = self.tables[tag]
        return self.data[start : start + length]


def parse(name: str, data: Content) -> Face:
    """Return the face that the bytes of a TrueType file hold; raise ``ValueError`` if they are of another form."""
    version, count = struct.unpack_from(">IH", data)
    if version != 0x00010000:
        raise ValueError(f"{name}: not a TrueType font")
    tables: dict[str, tuple[int, int]] = {}
    for index in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        tables[tag.decode("ascii")] = (start, length)
    head, os2 = tables["head"][0], tables["OS/2"][0]
    if struct.unpack_from(">H", data, head + 18) != (1000,) or struct.unpack_from(">h", data, head + 50) != (
        1,
    ):
        raise ValueError(f"{name}: expected 1000 units per em and a 32-bit loca table")
    ascent, descent = struct.unpack_from(">hh", data, tables["hhea"][0] + 4)
    return Face(
        name=name,
        data=data,
        tables=tables,
        glyphs=_characters(data, tables["cmap"][0]),
        advances=_advances(data, tables),
        offsets=_numbers("I", data, *tables["loca"]),
        bounds=struct.unpack_from(">4h", data, head + 36),
        ascent=ascent,
        descent=descent,
        cap_height=struct.unpack_from(">h", data, os2 + 88)[0],
        weight=struct.unpack_from(">H", data, os2 + 4)[0],
    )


def subset(face: Face, glyphs: Sequence[int]) -> bytes:
    """Return a TrueType file whose glyph ``i`` is ``glyphs[i]`` of the face (glyph 0 should be ``.notdef``)."""
    start = face.tables["glyf"][0]
    outlines = [face.data[start + face.offsets[glyph] : start + face.offsets[glyph + 1]] for glyph in glyphs]
    if any(outline[:2] == b"\xff\xff" for outline in outlines):
        raise ValueError(f"{face.name}: composite glyphs cannot be cut out")
    padded = [outline + bytes(-len(outline) % 4) for outline in outlines]
    offsets = [0]
    for outline in padded:
        offsets.append(offsets[-1] + len(outline))
    metrics, bearing = face.table("hmtx"), struct.Struct(">4s")
    return _assemble(
        {
            "glyf": b"".join(padded),
            "head": face.table("head")[:8] + bytes(4) + face.table("head")[12:],
            "hhea": face.table("hhea")[:34] + struct.pack(">H", len(glyphs)),
            "hmtx": b"".join(bearing.unpack_from(_metric(face, metrics, glyph))[0] for glyph in glyphs),
            "loca": struct.pack(f">{len(offsets)}I", *offsets),
            "maxp": face.table("maxp")[:4] + struct.pack(">H", len(glyphs)) + face.table("maxp")[6:],
        }
    )


def _metric(face: Face, metrics: bytes, glyph: int) -> bytes:
    """Return advance and left bearing of a glyph; those at the end share the last advance."""
    long = struct.unpack(">H", face.table("hhea")[34:36])[0]
    if glyph < long:
        return metrics[4 * glyph : 4 * glyph + 4]
    side = 4 * long + 2 * (glyph - long)
    return metrics[4 * long - 4 : 4 * long - 2] + metrics[side : side + 2]


def _numbers(kind: str, data: Content, start: int, length: int) -> array[int]:
    numbers = array(kind, data[start : start + length])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _advances(data: Content, tables: dict[str, tuple[int, int]]) -> Sequence[int]:
    long = struct.unpack_from(">H", data, tables["hhea"][0] + 34)[0]
    count = struct.unpack_from(">H", data, tables["maxp"][0] + 4)[0]
    advances = _numbers("H", data, tables["hmtx"][0], 4 * long)[::2]
    advances.extend(advances[-1:] * (count - long))
    return advances


def _characters(data: Content, start: int) -> Characters:
    for index in range(struct.unpack_from(">H", data, start + 2)[0]):
        offset = start + struct.unpack_from(">I", data, start + 8 + 8 * index)[0]
        if struct.unpack_from(">H", data, offset) == (12,):
            break
    else:
        raise ValueError("no character map of format 12")
    groups = struct.unpack_from(">I", data, offset + 12)[0]
    numbers = _numbers("I", data, offset + 16, 12 * groups)
    return Characters(numbers[0::3], numbers[1::3], numbers[2::3])


def _assemble(tables: dict[str, bytes]) -> bytes:
    """Return a font file of the tables. Its checksums stay zero: no PDF reader looks at them."""
    count = len(tables)
    power = count.bit_length() - 1
    parts = [struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))]
    offset = 12 + 16 * count
    for tag, content in sorted(tables.items()):
        parts.append(struct.pack(">4sIII", tag.encode("ascii"), 0, offset, len(content)))
        offset += len(content) + -len(content) % 4
    parts += [content + bytes(-len(content) % 4) for _, content in sorted(tables.items())]
    return b"".join(parts)
