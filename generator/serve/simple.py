"""A Word file as plain HTML, for a page that has nothing better: words, tables and pictures, no layout."""

from __future__ import annotations

import html
import io
import re
from html.parser import HTMLParser

KEPT = frozenset(
    "p h1 h2 h3 h4 h5 h6 table thead tbody tr td th ul ol li strong em b i u s sup sub br".split()  # noqa: SIM905 one readable line
)
VOID = frozenset({"br"})
DROPPED = frozenset({"script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math"})
"""Elements that go with everything inside them; any other element goes and leaves its text."""

PICTURE = re.compile(r"data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=]+")
SPAN = re.compile(r"[1-9][0-9]{0,2}")


def page(body: bytes) -> str:
    """Return a whole HTML page of the Word file ``body``.

    Raises ``ImportError`` without mammoth, and what mammoth raises for a file that is none.
    """
    import mammoth  # noqa: PLC0415  # extra jiayi[serve], and only where the page cannot show Word files itself

    found = mammoth.convert_to_html(io.BytesIO(body), external_file_access=False).value
    return (
        '<!doctype html><html><head><meta charset="utf-8"><title>jiayi</title>'
        '<link rel="stylesheet" href="/static/simple.css"></head><body><main>'
        f"{clean(found)}</main></body></html>"
    )


def clean(text: str) -> str:
    """Return the HTML ``text`` with known elements only, without links, styles or anything that runs or fetches."""
    cleaner = _Cleaner()
    cleaner.feed(text)
    cleaner.close()
    return "".join([*cleaner.parts, *(f"</{tag}>" for tag in reversed(cleaner.open))])


class _Cleaner(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED:
            self.hidden.append(tag)
        elif self.hidden:
            return
        elif tag == "img":
            self.parts.append(_picture(dict(attrs)))
        elif tag in KEPT:
            self.parts.append(f"<{tag}{_spans(attrs) if tag in ('td', 'th') else ''}>")
            if tag not in VOID:
                self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if tag == self.hidden[-1]:
                self.hidden.pop()
        elif tag in self.open:
            while (last := self.open.pop()) != tag:
                self.parts.append(f"</{last}>")
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(html.escape(data))


def _picture(attrs: dict[str, str | None]) -> str:
    source = attrs.get("src") or ""
    alt = html.escape(attrs.get("alt") or "")
    return f'<img src="{source}" alt="{alt}">' if PICTURE.fullmatch(source) else alt


def _spans(attrs: list[tuple[str, str | None]]) -> str:
    return "".join(
        f' {name}="{value}"'
        for name, value in attrs
        if name in ("colspan", "rowspan") and value and SPAN.fullmatch(value)
    )
