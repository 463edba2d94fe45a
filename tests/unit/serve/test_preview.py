"""The preview over real HTTP: what is answered, and above all what is not."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from generator.diagnostics import GeneratorError
from generator.serve.guard import Address
from generator.serve.preview import Preview
from generator.serve.snapshot import Snapshot

Take = Callable[..., Snapshot]


@pytest.fixture
def preview(output: Path, taken: Take) -> Iterator[tuple[Preview, int]]:
    shown = Preview(output)
    port = urlsplit(shown.start()).port
    shown.publish(taken())
    assert port
    yield shown, port
    shown.stop()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_page_state_and_documents(preview: tuple[Preview, int]) -> None:
    _, port = preview
    status, headers, body = ask(port, "/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert b'<script type="module" src="/static/main.js">' in body
    state = json.loads(ask(port, "/state?project=p")[2])
    assert (state["epoch"], state["root"]) == (1, "/somewhere")
    word, pdf = state["project"]["documents"]
    assert ask(port, word["url"])[2] == b"word"
    status, headers, body = ask(port, pdf["url"])
    assert (status, headers["content-type"], body) == (200, "application/pdf", b"%PDF-1.4 one")
    assert ask(port, "/static/preview.css")[0] == 200


def test_a_new_build_gives_new_addresses(preview: tuple[Preview, int], output: Path, taken: Take) -> None:
    shown, port = preview
    before = [one["url"] for one in json.loads(ask(port, "/state?project=p")[2])["project"]["documents"]]
    (output / "p" / "项目摘要.pdf").write_bytes(b"%PDF-1.4 another")
    shown.publish(taken(epoch=2))
    after = [one["url"] for one in json.loads(ask(port, "/state?project=p")[2])["project"]["documents"]]
    assert before[0] == after[0]
    assert before[1] != after[1]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:{port}",
        "0.0.0.0:{port}",
        "user@127.0.0.1:{port}",
        "127.0.0.1:{port}/x",
        "127.0.0.1:{port}x",
        "[::1",
        "",
    ],
)
def test_another_host_is_refused(preview: tuple[Preview, int], host: str) -> None:
    """DNS rebinding: a name that someone else points at this machine."""
    status, _, body = ask(preview[1], "/state", Host=host.format(port=preview[1]))
    assert status in (400, 421)
    assert b"projects" not in body


def test_the_host_may_be_localhost(preview: tuple[Preview, int]) -> None:
    assert ask(preview[1], "/state", Host=f"localhost:{preview[1]}")[0] == 200
    assert ask(preview[1], "/state", Host=f"LOCALHOST:{preview[1]}")[0] == 200


@pytest.mark.parametrize("raw", [b"GET /state HTTP/1.1\r\n\r\n", b"GET /state HTTP/1.0\r\n\r\n"])
def test_no_host_is_refused(preview: tuple[Preview, int], raw: bytes) -> None:
    with socket.create_connection(("127.0.0.1", preview[1]), 5) as connection:
        connection.sendall(raw)
        assert connection.recv(4096).split()[1] in (b"400", b"421")


@pytest.mark.parametrize(
    "path",
    [
        "/documents/p/other.docx",
        "/documents/../secret.txt",
        "/documents/p/../../secret.txt",
        "/documents/%2e%2e/secret.txt",
        "/documents/..%2fsecret.txt",
        "/documents/p%2f..%2f..%2fsecret.txt",
        "/documents/..%5csecret.txt",
        "/documents//etc/passwd",
        "/documents/%2fetc/passwd",
        "/documents/" + quote("p/合同_1.docx") + "%00",
        "/documents/%00",
        "/documents/p",
        "/documents/p/",
        "/documents/",
        "/simple/p/other.docx",
        "/simple/" + quote("p/项目摘要.pdf"),
        "/static/../state",
        "/static/..%2f..%2fpyproject.toml",
        "/static/index.html",
        "/static/vendor/",
        "/openapi.json",
    ],
)
def test_nothing_else_is_served(preview: tuple[Preview, int], path: str) -> None:
    status, _, body = ask(preview[1], path)
    assert status == 404
    assert b"secret" not in body


@pytest.mark.parametrize("what", ["file", "folder"])
def test_links_are_not_followed(output: Path, taken: Take, what: str) -> None:
    if what == "file":
        (output / "p" / "合同_1.docx").unlink()
        (output / "p" / "合同_1.docx").symlink_to(output.parent / "secret.txt")
        path = "p/合同_1.docx"
    else:
        (output / "q").symlink_to(output.parent)
        path = "q/secret.txt"
    shown = Preview(output)
    port = urlsplit(shown.start()).port or 0
    try:
        shown.publish(taken(path))
        assert json.loads(ask(port, "/state?project=p")[2])["project"]["documents"][0]["url"] == ""
        assert ask(port, f"/documents/{quote(path)}")[0] == 404
    finally:
        shown.stop()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/state", "/events", "/documents/p/x"])
def test_only_reading(preview: tuple[Preview, int], method: str, path: str) -> None:
    status, headers, _ = ask(preview[1], path, method, Origin="http://evil.example")
    assert status == 405
    assert not [name for name in headers if name.startswith("access-control")]


def test_head(preview: tuple[Preview, int]) -> None:
    for path in ("/", "/state", "/events"):
        status, _, body = ask(preview[1], path, "HEAD")
        assert (status, body) == (200, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/state",
        "/nothing",
        "/static/main.js",
        "/static/paper.html",
        "/documents/" + quote("p/项目摘要.pdf"),
    ],
)
def test_headers(preview: tuple[Preview, int], path: str) -> None:
    _, headers, _ = ask(preview[1], path, Origin="http://evil.example")
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self'" in policy if path == "/" else "script-src" not in policy
    if path == "/":
        assert "unsafe-inline" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers
    assert not [name for name in headers if name.startswith("access-control")]


def test_text_of_a_project_is_never_html(preview: tuple[Preview, int], taken: Take) -> None:
    shown, port = preview
    name = "</script><img src=x onerror=alert(1)>\ud800\u2028"
    shown.publish(taken(epoch=2, name=name))
    _, headers, body = ask(port, "/state")
    assert b"<" not in body
    assert headers["content-type"] == "application/json"
    assert json.loads(body)["projects"][0]["name"] == name


def test_events_tell_each_build(preview: tuple[Preview, int], taken: Take) -> None:
    shown, port = preview
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/events")
    answer = connection.getresponse()
    assert answer.getheader("content-type") == "text/event-stream; charset=utf-8"

    def data() -> str:
        while not (line := answer.readline().decode().strip()).startswith("data:"):
            pass
        return line

    assert data() == "data: 1"
    threading.Timer(0.1, lambda: shown.publish(taken(epoch=7))).start()
    assert data() == "data: 7"
    begun = time.monotonic()
    shown.stop()
    assert time.monotonic() - begun < 3
    connection.close()


def test_a_silent_stream_says_that_it_is_alive(
    preview: tuple[Preview, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.serve.app.HEARTBEAT", 0.05)
    connection = http.client.HTTPConnection("127.0.0.1", preview[1], timeout=5)
    connection.request("GET", "/events")
    answer = connection.getresponse()
    while answer.readline() != b": alive\n":
        pass
    connection.close()


def test_before_the_first_build(output: Path) -> None:
    shown = Preview(output)
    port = urlsplit(shown.start()).port or 0
    try:
        assert ask(port, "/state")[0] == 503
        assert ask(port, "/documents/" + quote("p/项目摘要.pdf"))[0] == 404
    finally:
        shown.stop()
        shown.stop()


def test_publishing_without_a_server(output: Path, taken: Take) -> None:
    with pytest.raises(RuntimeError):
        Preview(output).publish(taken())


def test_publishing_after_the_end_does_nothing(preview: tuple[Preview, int], taken: Take) -> None:
    preview[0].stop()
    preview[0].publish(taken(epoch=3))


def test_a_port_that_is_taken(preview: tuple[Preview, int], output: Path) -> None:
    with pytest.raises(GeneratorError) as error:
        Preview(output).start(port=preview[1])
    assert str(preview[1]) in error.value.message.zh


@pytest.mark.parametrize("host", ["no such host", "203.0.113.1"])
def test_an_address_that_is_not_ours(output: Path, host: str) -> None:
    with pytest.raises(GeneratorError):
        Preview(output).start(host=host)


def test_elsewhere_than_on_this_machine_no_path_is_told(output: Path, taken: Take) -> None:
    shown = Preview(output)
    address = shown.start(host="0.0.0.0")  # noqa: S104  # that is what is tested
    port = urlsplit(address).port or 0
    try:
        shown.publish(taken())
        assert address == f"http://localhost:{port}/"
        assert json.loads(ask(port, "/state")[2])["root"] == ""
        assert ask(port, "/state", Host=f"192.0.2.7:{port}")[0] == 200
        assert ask(port, "/state", Host=f"evil.example:{port}")[0] == 421
    finally:
        shown.stop()


def test_addresses() -> None:
    assert Address("127.0.0.1", 80).url == "http://127.0.0.1:80/"
    assert Address("::1", 8000).url == "http://[::1]:8000/"
    assert Address("::1", 8000).admits("[::1]:8000")
    assert Address("127.0.0.1", 80).admits("127.0.0.1")
    assert Address("localhost", 81).admits("127.0.0.1:81")
    assert Address("localhost", 81).admits("[::1]:81")
    assert Address("demo.example", 81).admits("DEMO.example:81")
    assert not Address("10.0.0.1", 81).admits("127.0.0.1:81")
    assert not Address("127.0.0.1", 81).admits("10.0.0.1:81")
    assert all(Address(host, 1).local for host in ("127.0.0.1", "::1", "localhost"))
    assert not any(Address(host, 1).local for host in ("10.0.0.1", "192.0.2.1", "example.org"))
