"""A zip writer with the same bytes for the same parts, which takes parts that are already deflated."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

# APPNOTE.TXT 6.3.10: local file header, central directory header, end of central directory.
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _DEFLATED, _UTF8 = 20, 8, 0x800
_SMALL = 4 << 10
"""Bytes up to which a part is deflated in little memory: setting up the usual tables takes longer than the work."""
_TIME, _DATE = 0, (0 << 9) | (1 << 5) | 1  # 1980-01-01 00:00:00


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of a package: its raw deflate stream, and CRC-32 and length of what was deflated."""

    name: str
    crc: int
    size: int
    deflated: bytes


def deflate(name: str, content: bytes, level: int = 6) -> Entry:
    """Return ``content`` as an entry, compressed at zlib ``level``."""
    bits, memory = (12, 4) if len(content) <= _SMALL else (zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL)
    compressor = zlib.compressobj(level, zlib.DEFLATED, -bits, memory)
    deflated = compressor.compress(content) + compressor.flush()
    return Entry(name, zlib.crc32(content), len(content), deflated)


def pack(entries: Iterable[Entry]) -> bytes:
    """Return a zip archive of ``entries`` in the given order, dated 1980-01-01.

    Raises :class:`ValueError` for a name that is used twice (names differ in more than case: ECMA-376-2, 6.2.2).
    """
    body, directory, offset, names = [], [], 0, set[str]()
    for entry in entries:
        if entry.name.lower() in names:
            raise ValueError(f"part stored twice: {entry.name}")
        names.add(entry.name.lower())
        raw_name = entry.name.encode()
        flags = 0 if entry.name.isascii() else _UTF8
        sizes = (entry.crc, len(entry.deflated), entry.size, len(raw_name), 0)
        head = (_VERSION, flags, _DEFLATED, _TIME, _DATE, *sizes)
        body += [_LOCAL.pack(b"PK\x03\x04", *head), raw_name, entry.deflated]
        directory += [_CENTRAL.pack(b"PK\x01\x02", _VERSION, *head, 0, 0, 0, 0, offset), raw_name]
        offset += _LOCAL.size + len(raw_name) + len(entry.deflated)
    central = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(names), len(names), len(central), offset, 0)
    return b"".join((*body, central, end))
