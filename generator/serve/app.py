"""The routes of the preview: page, state, events, documents; everything is read, nothing is changed."""

from __future__ import annotations

import asyncio
import mimetypes
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from generator.resources import templates
from generator.serve.files import Files
from generator.serve.guard import FILE_POLICY, PAGE_POLICY, PAPER_POLICY, Address, Guard
from generator.serve.simple import page
from generator.serve.snapshot import Snapshot
from generator.serve.state import state

HEARTBEAT = 15.0
"""Seconds after which a silent stream says that it is alive."""

VENDOR = ("vendor/jszip.min.js", "vendor/docx-preview.min.js")
TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}
STATIC = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}


@dataclass(slots=True)
class Feed:
    """The latest snapshot and those who wait for the next; ``wake`` belongs to the server's own thread."""

    files: Files
    snapshot: Snapshot | None = None
    closing: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        """Let every stream look again."""
        changed, self.changed = self.changed, asyncio.Event()
        changed.set()

    async def events(self) -> AsyncIterator[str]:
        """Yield the epoch whenever it changes, as Server-Sent Events, and a comment while it does not."""
        yield "retry: 1000\n\n"
        told = None
        while not self.closing:
            changed = self.changed
            if self.snapshot is not None and self.snapshot.epoch != told:
                told = self.snapshot.epoch
                yield f"id: {told}\ndata: {told}\n\n"
                continue
            try:
                await asyncio.wait_for(changed.wait(), HEARTBEAT)
            except TimeoutError:
                yield ": alive\n\n"


def application(feed: Feed, address: Address) -> ASGIApp:
    """Return the app that serves ``feed`` at ``address``."""
    static = dict(_static(templates() / "preview"))
    exact = all(name in static for name in VENDOR)
    pages = _Pages(feed, address, static, exact)
    routes = [
        Route("/", pages.page, methods=["GET"]),
        Route("/state", pages.state, methods=["GET"]),
        Route("/events", pages.events, methods=["GET"]),
        Route("/static/{name:path}", pages.static_file, methods=["GET"]),
        Route("/documents/{path:path}", pages.document, methods=["GET"]),
        Route("/simple/{path:path}", pages.simplified, methods=["GET"]),
    ]
    return Guard(Starlette(routes=routes), address)


def _static(folder: Traversable, prefix: str = "") -> Any:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _static(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(tuple(STATIC)):
            yield f"{prefix}{entry.name}", entry


@dataclass(frozen=True, slots=True)
class _Pages:
    feed: Feed
    address: Address
    static: dict[str, Traversable]
    exact: bool

    def page(self, _: Request) -> Response:
        return _answer(self.static["index.html"].read_bytes(), "text/html", PAGE_POLICY)

    def state(self, _: Request) -> Response:
        if self.feed.snapshot is None:
            return PlainTextResponse("not yet\n", 503)
        body = state(self.feed.snapshot, exact=self.exact, local=self.address.local)
        return _answer(body, "application/json")

    async def events(self, request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return StreamingResponse(self.feed.events(), media_type="text/event-stream")

    def static_file(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self.static or name == "index.html":
            return _missing()
        suffix = name[name.rindex(".") :]
        policy = PAPER_POLICY if suffix == ".html" else ""
        return _answer(self.static[name].read_bytes(), STATIC[suffix], policy)

    def document(self, request: Request) -> Response:
        path = request.path_params["path"]
        body = self._read(path)
        if body is None:
            return _missing()
        suffix = path[path.rfind(".") :].lower()
        kind = TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        if suffix not in TYPES:
            kind = "application/octet-stream"
        return _answer(body, kind, FILE_POLICY)

    def simplified(self, request: Request) -> Response:
        path = request.path_params["path"]
        body = self._read(path) if path.lower().endswith(".docx") else None
        if body is None:
            return _missing()
        try:
            return _answer(_simple(body).encode(), "text/html", PAPER_POLICY)
        except Exception:  # noqa: BLE001  # mammoth raises what it likes; the file itself can still be opened
            return PlainTextResponse("cannot be shown\n", 500)

    def _read(self, path: str) -> bytes | None:
        now = self.feed.snapshot
        known = now is not None and any(path == one.path for view in now.projects for one in view.documents)
        return self.feed.files.read(path) if known else None


@lru_cache(maxsize=8)
def _simple(body: bytes) -> str:
    return page(body)


def _answer(body: bytes, kind: str, policy: str = "") -> Response:
    headers = {"content-security-policy": policy} if policy else {}
    return Response(body, media_type=kind, headers=headers)


def _missing() -> Response:
    return PlainTextResponse("not found\n", 404)
