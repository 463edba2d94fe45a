"""Which program makes the documents: a hash of its code, schemas, templates and the libraries it stands on."""

from __future__ import annotations

import hashlib
import importlib
import os
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import generator

PACKAGES = ("generator", "generator.schemas", "generator.templates")


def mark() -> str:
    """Return what the system says of the program's files, in one hash: quick, and equal only where nothing was touched."""
    whole = hashlib.sha256(_environment().encode())
    for path, found in _files():
        whole.update(
            f"{path}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ino}\0".encode("utf-8", "surrogatepass")
        )
    return whole.hexdigest()[:32]


def content() -> str:
    """Return the hash of the program's files themselves, and of the versions of Python, zlib and the libraries."""
    whole = hashlib.sha256(_environment().encode())
    for path, _ in _files():
        body = Path(path).read_bytes()
        whole.update(f"{Path(path).name}\0{len(body)}\0".encode("utf-8", "surrogatepass"))
        whole.update(body)
    return whole.hexdigest()[:32]


def _files() -> Iterator[tuple[str, os.stat_result]]:
    for package in PACKAGES:
        for folder in importlib.import_module(package).__path__:
            yield from _walk(folder)


def _walk(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith((".", "__pycache__")):
                continue
            if entry.is_dir():
                yield from _walk(entry.path)
            elif not entry.name.endswith((".pyc", ".pyo")):
                yield entry.path, entry.stat()


def _environment() -> str:
    """Return the versions that decide on bytes: of Python, zlib, and what is installed beside this program."""
    installed = {
        name
        for folder in sys.path
        if folder.endswith("-packages") and os.path.isdir(folder)  # noqa: PTH112  # no import only for this
        for name in os.listdir(folder)  # noqa: PTH208  # likewise
        if name.endswith((".dist-info", ".egg-info"))
    }
    return "\n".join((generator.__version__, sys.version, zlib.ZLIB_RUNTIME_VERSION, *sorted(installed)))
