"""The documents on disk: hashed once, read only where they are plain files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.serve.files import Files
from generator.serve.snapshot import Snapshot


def test_each_document_gets_the_hash_of_its_file(output: Path, taken: Callable[..., Snapshot]) -> None:
    files = Files(output)
    word, pdf = files.sealed(taken()).projects[0].documents
    assert word.sha == hashlib.sha256(b"word").hexdigest()
    (output / word.path).write_bytes(b"another")
    (output / pdf.path).unlink()
    word, pdf = files.sealed(taken()).projects[0].documents
    assert word.sha == hashlib.sha256(b"another").hexdigest()
    assert pdf.sha == ""


@pytest.mark.parametrize("path", ["", "..", "p", "p/..", "/etc/passwd", "p\\x", "p/\0", "gone/x", "x" * 300])
def test_no_file(output: Path, path: str) -> None:
    assert Files(output).read(path) is None
