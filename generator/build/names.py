"""File names that every system accepts and that cannot leave their folder."""

from __future__ import annotations

import re
import unicodedata

RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)")
MOST_BYTES = 200
"""Below the 255 bytes of common file systems, with room for a temporary suffix."""


def safe(stem: str, suffix: str = "") -> str:
    """Return ``stem`` as a file name: NFC, no separators or control characters, not reserved on Windows, not too long."""
    text = unicodedata.normalize("NFC", stem)
    text = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|\u2028\u2029\u202a-\u202e\u2066-\u2069]', "_", text)
    text = text.strip(" .") or "_"
    text = RESERVED.sub(r"_\1", text)
    while len((text + suffix).encode()) > MOST_BYTES:
        text = text[:-1].rstrip(" .")
    return text + suffix
