"""File names that every system accepts and that cannot leave their folder."""

from __future__ import annotations

import re
import unicodedata

RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?= *(\.|$))")
MOST_BYTES = 200
"""Below the 255 bytes of common file systems, with room for a temporary suffix."""


def safe(stem: str, suffix: str = "") -> str:
    """Return ``stem`` as a file name: NFC, no separators or control characters, not reserved on Windows, not too long."""
    text = unicodedata.normalize("NFC", stem)
    text = "".join("_" if _unsafe(char) else char for char in text)
    text = text.strip(" .") or "_"
    text = RESERVED.sub(r"_\1", text)
    while len((text + suffix).encode()) > MOST_BYTES:
        text = text[:-1].rstrip(" .")
    return text + suffix


def _unsafe(char: str) -> bool:
    """Return whether ``char`` separates folders, is forbidden on Windows, or cannot be seen."""
    return char in '/\\:*?"<>|' or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
