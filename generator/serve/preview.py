"""The live preview: a web server in a thread of its own that shows the snapshot published last."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import GeneratorError, Text
from generator.serve.files import Files
from generator.serve.guard import Address
from generator.serve.snapshot import Snapshot

if TYPE_CHECKING:
    import uvicorn

    from generator.serve.app import Feed

PATIENCE = 5.0
"""Seconds that stopping waits for the server."""


class Preview:
    """A page on this machine that follows the documents below ``output``."""

    def __init__(self, output: Path, language: str = "zh-CN") -> None:
        """Prepare; nothing listens yet. ``language`` is that of refusals; the page speaks the reader's."""
        self.output = output
        self.language = language
        self._feed: Feed | None = None
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listen, and return the address of the page; port 0 takes any that is free.

        Raises ``GeneratorError`` where the extra is not installed or the address is taken.
        """
        try:
            import uvicorn  # noqa: PLC0415  # extra jiayi[serve]

            from generator.serve.app import Feed, application  # noqa: PLC0415
        except ImportError as error:
            raise GeneratorError(
                Text("没有安装预览所需的库", "what the preview needs is not installed"),
                Text("pip install 'jiayi[serve]'", "pip install 'jiayi[serve]'"),
            ) from error
        listening = _listen(host, port)
        address = Address(host, listening.getsockname()[1])
        self._feed = Feed(Files(self.output))
        config = uvicorn.Config(
            application(self._feed, address, self.language),
            log_config=None,
            log_level="critical",
            access_log=False,
            lifespan="off",
            ws="none",
            http="h11",
            loop="asyncio",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._loop = asyncio.new_event_loop()
        serving = (self._server, self._loop, listening)
        self._thread = threading.Thread(target=self._run, args=serving, name="preview", daemon=True)
        self._thread.start()
        return address.url

    def publish(self, snapshot: Snapshot) -> None:
        """Show ``snapshot`` to every page that is open; raises ``RuntimeError`` before ``start``."""
        if self._feed is None or self._loop is None:
            raise RuntimeError("the preview has not been started")
        self._feed.put(snapshot)
        with contextlib.suppress(RuntimeError):  # the loop has ended: nobody listens any more
            self._loop.call_soon_threadsafe(self._feed.wake)

    def stop(self) -> None:
        """Stop listening; does nothing the second time."""
        if self._thread is None or self._server is None or self._feed is None or self._loop is None:
            return
        self._feed.closing = True
        self._server.should_exit = True
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._feed.wake)
        self._thread.join(PATIENCE)
        self._thread = None

    @staticmethod
    def _run(server: uvicorn.Server, loop: asyncio.AbstractEventLoop, listening: socket.socket) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(server.serve(sockets=[listening]))
        finally:
            listening.close()
            loop.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise GeneratorError(
            Text(f"无法在 {host}:{port} 提供预览：{reason}", f"cannot serve at {host}:{port}: {reason}"),
            Text("换一个端口，或省略端口", "choose another port, or none"),
        ) from error
