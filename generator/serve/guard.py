"""Who may ask, and what a browser may do with an answer."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.diagnostics import Text

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SELF = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'"
PAGE_POLICY = f"{SELF}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PAPER_POLICY = (  # the page draws Word files in here, with styles of their own; nothing in it runs
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data: blob:; font-src data: blob:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
"""For PDF and Word files; browsers draw PDFs with a viewer that styles itself."""

ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}


WRONG_HOST = Text(
    "请求的地址不对：请使用终端中显示的地址。\n",
    "This is not the address of the preview: use the one that the terminal shows.\n",
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """The address of the page; where all interfaces are listened on, by the name of this machine's own."""
        host = "localhost" if self._anywhere else f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    @property
    def local(self) -> bool:
        """Whether only this machine can reach it."""
        address = _ip(self.host)
        return self.host == "localhost" or (address is not None and address.is_loopback)

    @property
    def _anywhere(self) -> bool:
        address = _ip(self.host)
        return address is not None and address.is_unspecified

    def admits(self, host: str) -> bool:
        """Return whether a request with this Host header was meant for us.

        A page elsewhere can point a name of its own at this address (DNS rebinding), but it cannot make a browser
        send another name than that. A literal address is no name: any is admitted where all interfaces are listened on, and any of this machine's own.
        """
        try:
            found = urlsplit(f"//{host}")
            name, port = found.hostname or "", found.port or 80
        except ValueError:
            return False
        if port != self.port or found.username is not None or found.path or found.query or found.fragment:
            return False
        literal = _ip(name)
        if literal is None:
            return name in ("localhost", self.host.lower())
        return self._anywhere or literal == _ip(self.host) or (self.local and literal.is_loopback)


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


@dataclass(slots=True)
class Guard:
    """Refuses requests with another Host (421), and sets the headers that every answer has."""

    app: ASGIApp
    address: Address
    language: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                names = {name for name, _ in message["headers"]}
                extra = [(name.encode(), value.encode()) for name, value in ALWAYS.items()]
                if b"content-security-policy" not in names:
                    extra.append((b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"))
                message["headers"] = [*message["headers"], *extra]
            await send(message)

        if len(hosts) != 1 or not self.address.admits(hosts[0]):
            from starlette.responses import PlainTextResponse  # noqa: PLC0415  # extra jiayi[serve]

            refusal = PlainTextResponse(WRONG_HOST.of(self.language), 421)
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)
