"""What a user sees in an editor: the schemas drive completion, hover and findings of yaml-language-server."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
TEXT = (  # blanks at the end of a line are where the cursor asks
    "# yaml-language-server: $schema=./schemas/project.json\n"
    "project:\n"
    "  id: demo\n"
    "  kind: \n"
    "  \n"
    "contract:\n"
    "  price:\n"
    "    currency: \n"
    "    \n"
    "kpis:\n"
    "  - id: k1\n"
    "    \n"
    "parties:\n"
    "  party_b:\n"
    "    name: 乙方\n"
    "titel: x\n"
)


class Client:
    """Just enough of the Language Server Protocol."""

    def __init__(self) -> None:
        node = shutil.which("node")
        assert node, "node is needed; `make test` installs it"
        assert SERVER.is_file(), "run `npm ci` in tests/editor; `make test` does"
        self.process = subprocess.Popen(
            [node, str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.count = 0
        self.published: list[Any] = []

    def send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        answer: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return answer

    def ask(self, method: str, params: object) -> Any:
        self.count += 1
        self.send(id=self.count, method=method, params=params)
        while True:
            message = self.receive()
            if message.get("id") == self.count and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self.answer(message)

    def answer(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published.append(message["params"]["diagnostics"])
        elif "id" in message and "method" in message:  # the server asks for its configuration
            items = message.get("params", {}).get("items", [])
            self.send(id=message["id"], result=[{} for _ in items] or None)


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    one = Client()
    one.ask(
        "initialize",
        {"processId": None, "rootUri": ROOT.as_uri(), "capabilities": {"workspace": {"configuration": True}}},
    )
    one.send(method="initialized", params={})
    document = {"uri": (ROOT / "example.yaml").as_uri(), "languageId": "yaml", "version": 1, "text": TEXT}
    one.send(method="textDocument/didOpen", params={"textDocument": document})
    yield one
    one.process.kill()


def at(line: int, character: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": (ROOT / "example.yaml").as_uri()},
        "position": {"line": line, "character": character},
    }


def labels(client: Client, line: int, character: int) -> set[str]:
    result = client.ask("textDocument/completion", at(line, character))
    return {item["label"] for item in result["items"]}


def test_completion_offers_the_keys_of_a_section(client: Client) -> None:
    assert {"name", "state", "as_of", "summary"} <= labels(client, 4, 2)


def test_completion_offers_the_choices_of_a_value(client: Client) -> None:
    assert {"sales_agency", "service_outsourcing", "technical_service"} <= labels(client, 3, 8)
    assert {"CNY", "USD"} <= labels(client, 7, 14)


def test_completion_reaches_into_lists_and_other_schema_files(client: Client) -> None:
    assert {"gross", "tax_rate", "basis"} <= labels(client, 8, 4)
    assert {"weight", "target", "owner"} <= labels(client, 11, 4)


def test_hover_says_it_in_both_languages(client: Client) -> None:
    shown = json.dumps(client.ask("textDocument/hover", at(6, 4)), ensure_ascii=False)
    assert "价款" in shown
    assert "Price" in shown
    assert "金额只写一次" in shown


def test_an_unknown_key_is_underlined(client: Client) -> None:
    client.ask("textDocument/hover", at(15, 1))
    for _ in range(20):
        if any("titel" in json.dumps(found) for found in client.published):
            return
        client.answer(client.receive())
    pytest.fail("no finding for the unknown key")
