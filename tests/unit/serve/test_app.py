"""The routes without a network: events, and Word files where the page cannot draw them itself."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from starlette.types import Message

from generator.serve.app import Feed, application
from generator.serve.files import Files
from generator.serve.guard import Address
from generator.serve.snapshot import Snapshot
from generator.serve.state import state

Take = Callable[..., Snapshot]


def get(feed: Feed, path: str) -> tuple[int, bytes]:
    """Return status and body of one request."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [(b"host", b"localhost:1")],
    }
    asyncio.run(application(feed, Address("127.0.0.1", 1), "en")(scope, receive, send))
    return sent[0]["status"], b"".join(one.get("body", b"") for one in sent)


@pytest.fixture
def feed(output: Path, taken: Take) -> Feed:
    document = docx.Document()
    document.add_paragraph("甲方：<b>甲</b>")
    body = io.BytesIO()
    document.save(body)
    (output / "p" / "合同_1.docx").write_bytes(body.getvalue())
    one = Feed(Files(output))
    one.put(taken())
    return one


def test_a_word_file_in_simple_form(feed: Feed) -> None:
    status, body = get(feed, "/simple/p/合同_1.docx")
    assert status == 200
    assert "<p>甲方：&lt;b&gt;甲&lt;/b&gt;</p>" in body.decode()


def test_a_word_file_that_cannot_be_converted(feed: Feed, output: Path) -> None:
    (output / "p" / "合同_1.docx").write_bytes(b"broken")
    assert get(feed, "/simple/p/合同_1.docx") == (
        500,
        b"This document cannot be converted: please open it.\n",
    )


def test_the_page_is_told_what_it_can_draw(feed: Feed, monkeypatch: pytest.MonkeyPatch) -> None:
    assert feed.snapshot is not None
    monkeypatch.setattr("generator.serve.app.VENDOR", ())
    assert get(feed, "/state")[1] == state(feed.snapshot, "", exact=True, local=True)
    monkeypatch.setattr("generator.serve.app.VENDOR", ("vendor/gone.js",))
    assert get(feed, "/state")[1] == state(feed.snapshot, "", exact=False, local=True)


def test_events(feed: Feed, taken: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    async def seen() -> list[str]:
        stream = feed.events()
        found = [await anext(stream), await anext(stream)]
        feed.put(taken(epoch=5))
        feed.wake()
        found.append(await anext(stream))
        monkeypatch.setattr("generator.serve.app.HEARTBEAT", 0.01)
        found.append(await anext(stream))
        feed.closing = True
        feed.wake()
        return [*found, *[one async for one in stream]]

    assert asyncio.run(seen()) == [
        "retry: 1000\n\n",
        "id: 1\ndata: 1\n\n",
        "id: 5\ndata: 5\n\n",
        ": alive\n\n",
    ]
