"""Which addresses a document may link to, and how they are written in a PDF."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.diagnostics import Code, Diagnostic, Place, Severity, Span, Text, found

REFUSED_LINK = Code(
    "T302",
    Severity.ERROR,
    Text("不允许的链接", "Link refused"),
    Text(
        "PDF 中的链接只能是 http、https、mailto 地址或文内锚点。其他形式（javascript:、file: 等）可能在阅读者的电脑上执行或"
        "打开文件，因此拒绝。",
        "A link in a PDF may only be an http, https or mailto address or an anchor inside the document. Others (javascript:, "
        "file: …) could run or open something on the reader's computer and are refused.",
    ),
)

_SAFE = re.compile(r"(https?://[^\s/]|mailto:[^\s@]+@|#)\S*\Z", re.IGNORECASE)


def is_safe(link: str) -> bool:
    """Return whether a link is an ordinary web or mail address, or an anchor."""
    return _SAFE.match(link) is not None


def refused_link(link: str, location: Place | Span | None) -> Diagnostic:
    """Return the finding that a link is not one that may be printed."""
    return found(
        REFUSED_LINK,
        Text(f"不允许的链接：{link}", f"link refused: {link}"),
        location,
        hint=Text("请使用 http、https 或 mailto 地址", "use an http, https or mailto address"),
    )


def uri(link: str) -> str:
    """Return the address in ASCII, as ISO 32000-1, 12.6.4.7 wants it (RFC 3986 percent-encoding)."""
    return quote(link, safe="%:/?#[]@!$&'()*+,;=~-._")
