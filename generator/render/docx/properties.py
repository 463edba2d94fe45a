"""Writes the property parts of a Word document: core, extended and custom, all of them ours."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import escape

from generator.diagnostics import Diagnostic, Text, found
from generator.render.docx.printing import CHARACTERS, ILLEGAL

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_VT = f"{_OFFICE}/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # ECMA-376-1, 22.3.2.2: user-defined properties
CORE, EXTENDED, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
KINDS: Mapping[str, tuple[str, str]] = {
    CORE: (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    EXTENDED: (
        f"{_OFFICE}/relationships/extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
    CUSTOM: (
        f"{_OFFICE}/relationships/custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
}
"""Relationship type and content type of each property part."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself; ``created`` is a moment with its time zone, ``custom`` named text."""

    title: str
    author: str
    created: datetime.datetime
    subject: str = ""
    keywords: str = ""
    language: str = "zh-CN"
    custom: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.created.tzinfo is None:
            raise ValueError("created needs a time zone")


def property_parts(properties: Properties) -> dict[str, bytes]:
    """Return the three property parts by name."""
    return {
        CORE: _core(properties).encode(),
        EXTENDED: f"{_DECLARATION}{_extended()}".encode(),
        CUSTOM: _custom(properties.custom).encode(),
    }


def unprintable(name: str, properties: Properties) -> tuple[Diagnostic, ...]:
    """Return a finding for each property that holds characters an XML part cannot."""
    core = {key: getattr(properties, key) for key in ("title", "author", "subject", "keywords", "language")}
    pairs = [*core.items(), *properties.custom.items(), *((key, key) for key in properties.custom)]
    return tuple(
        found(
            CHARACTERS,
            Text(
                f"“{name}”的文档属性 {key!r} 含有不能写入的字符",
                f"{name}: document property {key!r} cannot be written",
            ),
        )
        for key, value in pairs
        if ILLEGAL.search(value)
    )


def _core(properties: Properties) -> str:
    moment = properties.created.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    values = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.author),
        ("cp:keywords", properties.keywords),
        ("cp:lastModifiedBy", properties.author),
        ("cp:revision", "1"),
        ("dc:language", properties.language),
    )
    elements = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values if value)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{elements}{dates}</cp:coreProperties>"
    )


def _extended() -> str:
    return f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>jiayi</Application></Properties>'


def _custom(values: Mapping[str, str]) -> str:
    entries = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(sorted(values.items()), start=2)
    )
    return f'{_DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_VT}">{entries}</Properties>'
