"""The routes of the preview: page, state, events, documents; everything is read, nothing is changed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources.abc import Traversable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from generator.diagnostics import Text
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
    ".ics": "text/calendar; charset=utf-8",
}
STATIC = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}

NOT_YET = Text("还没有生成。\n", "Nothing has been built yet.\n")
NO_FILE = Text("没有这份文件。\n", "There is no such document.\n")
NOT_SHOWN = Text("这份文件无法转换，请直接打开。\n", "This document cannot be converted: please open it.\n")


@dataclass(slots=True)
class Feed:
    """The latest snapshot and those who wait for the next; ``wake`` belongs to the server's own thread."""

    files: Files
    snapshot: Snapshot | None = None
    known: frozenset[str] = frozenset()
    closing: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, snapshot: Snapshot) -> None:
        """Take a new snapshot; ``wake`` tells of it."""
        sealed = self.files.sealed(snapshot)
        self.known = frozenset(one.path for view in sealed.projects for one in view.documents)
        self.snapshot = sealed

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


def application(feed: Feed, address: Address, language: str) -> ASGIApp:
    """Return the app that serves ``feed`` at ``address`` and refuses in ``language``."""
    static = dict(_static(templates() / "preview"))
    exact = all(name in static for name in VENDOR)
    pages = _Pages(feed, address, language, static, exact)
    routes = [
        Route("/", pages.page, methods=["GET"]),
        Route("/state", pages.state, methods=["GET"]),
        Route("/events", pages.events, methods=["GET"]),
        Route("/static/{name:path}", pages.static_file, methods=["GET"]),
        Route("/documents/{path:path}", pages.document, methods=["GET"]),
        Route("/simple/{path:path}", pages.simplified, methods=["GET"]),
    ]
    return Guard(Starlette(routes=routes), address, language)


def _static(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _static(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(tuple(STATIC)):
            yield f"{prefix}{entry.name}", entry


@dataclass(frozen=True, slots=True)
class _Pages:
    feed: Feed
    address: Address
    language: str
    static: dict[str, Traversable]
    exact: bool

    def page(self, _: Request) -> Response:
        return _answer(self.static["index.html"].read_bytes(), "text/html", PAGE_POLICY)

    def state(self, request: Request) -> Response:
        if self.feed.snapshot is None:
            return self._refused(NOT_YET, 503)
        key = request.query_params.get("project", "")
        body = state(self.feed.snapshot, key, exact=self.exact, local=self.address.local)
        return _answer(body, "application/json")

    async def events(self, request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return StreamingResponse(self.feed.events(), media_type="text/event-stream")

    def static_file(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self.static or name == "index.html":
            return self._refused(NO_FILE, 404)
        suffix = name[name.rindex(".") :]
        policy = PAPER_POLICY if suffix == ".html" else ""
        return _answer(self.static[name].read_bytes(), STATIC[suffix], policy)

    def document(self, request: Request) -> Response:
        path = request.path_params["path"]
        body = self._read(path)
        if body is None:
            return self._refused(NO_FILE, 404)
        suffix = path[path.rfind(".") :].lower()
        return _answer(body, TYPES.get(suffix, "application/octet-stream"), FILE_POLICY)

    def simplified(self, request: Request) -> Response:
        path = request.path_params["path"]
        body = self._read(path) if path.lower().endswith(".docx") else None
        if body is None:
            return self._refused(NO_FILE, 404)
        try:
            return _answer(_simple(body).encode(), "text/html", PAPER_POLICY)
        except Exception:  # noqa: BLE001  # mammoth raises what it likes; the file itself can still be opened
            return self._refused(NOT_SHOWN, 500)

    def _refused(self, why: Text, status: int) -> Response:
        return PlainTextResponse(why.of(self.language), status)

    def _read(self, path: str) -> bytes | None:
        return self.feed.files.read(path) if path in self.feed.known else None


@lru_cache(maxsize=8)
def _simple(body: bytes) -> str:
    return page(body)


def _answer(body: bytes, kind: str, policy: str = "") -> Response:
    headers = {"content-security-policy": policy} if policy else {}
    return Response(body, media_type=kind, headers=headers)
