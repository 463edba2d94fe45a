"""A snapshot as the JSON that the page reads."""

from __future__ import annotations

import dataclasses
import json
from typing import Any
from urllib.parse import quote

from generator.diagnostics import Text
from generator.serve.snapshot import Document, Snapshot


def state(snapshot: Snapshot, *, exact: bool, local: bool) -> bytes:
    """Return ``snapshot`` as JSON in ASCII.

    ``exact`` says whether the page can show Word files itself; paths of this machine are left out unless ``local``.
    """
    data = _plain(snapshot)
    data["exact"] = exact
    if not local:
        data["root"] = ""
    # "<" is escaped so that the text stays harmless even if it were ever read as HTML
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c").encode("ascii")


def address(document: Document, folder: str) -> str:
    """Return where the page finds ``document``, a new address for each content."""
    return f"/{folder}/{quote(document.path)}?v={document.sha[:16]}"


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, Document):
        plain = {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        plain["url"] = address(value, "documents") if value.sha else ""
        plain["simple"] = (
            address(value, "simple") if value.sha and value.path.lower().endswith(".docx") else ""
        )
        return plain
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value
