"""A headless Chromium, driven over the DevTools protocol."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

PATIENCE = 40.0
"""Seconds after which something is not coming any more."""


def find() -> str | None:
    """Return the program, ``None`` where there is none."""
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))),
        None,
    )


class Chromium:
    """One browser with one page."""

    def __init__(self, folder: Path) -> None:
        """Start the browser with its profile in ``folder``."""
        program = find()
        assert program, "chromium is not installed: sh tools/system.sh test"
        command = [
            program, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={folder}", "--disable-gpu",
            "--hide-scrollbars", "--no-first-run", "--disable-dev-shm-usage", "about:blank",
        ]  # fmt: skip
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # Chromium refuses to start as root otherwise
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = folder / "DevToolsActivePort"
        _until(lambda: port.is_file() and len(port.read_text().split()) == 2, "the browser has not started")
        number, path = port.read_text().split()
        self._open = contextlib.ExitStack()
        self._socket = self._open.enter_context(connect(f"ws://127.0.0.1:{number}{path}", max_size=None))
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []
        target = self.send("Target.createTarget", {"url": "about:blank"}, session=None)["targetId"]
        attached = self.send("Target.attachToTarget", {"targetId": target, "flatten": True}, session=None)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, values: dict[str, Any] | None = None, session: str | None = "own") -> Any:
        """Return the answer to one command; events that arrive meanwhile are kept."""
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": values or {}}
        if session:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv(PATIENCE))
            if answer.get("id") == number:
                assert "error" not in answer, (method, answer)
                return answer["result"]
            self.events.append(answer)

    def run(self, script: str) -> Any:
        """Return what the expression ``script`` comes to in the page, promises awaited."""
        values = {"expression": script, "awaitPromise": True, "returnByValue": True, "userGesture": True}
        answer = self.send("Runtime.evaluate", values)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, script: str) -> None:
        """Wait until the expression ``script`` is true in the page."""
        _until(lambda: self.run(f"Promise.resolve({script}).then(Boolean)"), script)

    def open(
        self, url: str, width: int = 1280, height: int = 800, *, dark: bool = False, phone: bool = False
    ) -> None:
        """Go to ``url`` with a window of this size in CSS pixels."""
        self.size(width, height, phone=phone)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.send("Emulation.setEmulatedMedia", {"features": scheme})
        self.events.clear()
        self.send("Page.navigate", {"url": "about:blank"})
        self.send("Page.navigate", {"url": url})
        self.wait(
            f"document.readyState === 'complete' && location.href.startsWith({json.dumps(url.partition('#')[0])})"
        )

    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        """Make the window this large."""
        values = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
        self.send("Emulation.setDeviceMetricsOverride", values)

    def press(self, key: str) -> None:
        """Press and release one key."""
        text = {"text": key} if len(key) == 1 else {}
        self.send("Input.dispatchKeyEvent", {"type": "keyDown", "key": key, **text})
        self.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": key})

    def picture(self, path: Path) -> None:
        """Write what the window shows as PNG."""
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", {"format": "png"})["data"]))

    def complaints(self) -> list[str]:
        """Return errors and refusals that the page has logged since it was opened."""
        said = []
        for event in self.events:
            values = event.get("params", {})
            if event.get("method") == "Runtime.exceptionThrown":
                said.append(str(values["exceptionDetails"].get("exception", values["exceptionDetails"])))
            if event.get("method") == "Log.entryAdded" and values["entry"]["level"] == "error":
                said.append(f"{values['entry']['text']} {values['entry'].get('url', '')}")
        return said

    def close(self) -> None:
        """End the browser."""
        try:
            self.send("Browser.close", session=None)
        finally:
            self._open.close()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def _until(ready: Any, what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < end, what
        time.sleep(0.03)
