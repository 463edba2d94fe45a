"""Word documents as PDF through LibreOffice: one process for all of them, in a profile of its own, never outliving the build."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import escape

from generator.diagnostics import GeneratorError, Text

FONTS = "fonts.conf"
START, EACH = 60, 15
"""Seconds that LibreOffice gets to start, and for each document."""

_SERIF, _SANS = ("Noto Serif CJK SC", "Source Han Serif SC"), ("Noto Sans CJK SC", "Source Han Sans SC")
FACES = {"宋体": _SERIF, "仿宋": _SERIF, "楷体": _SERIF, "黑体": _SANS}
"""What stands in for the faces of Word that are not installed, so that headings are told from text."""

_DATE = re.compile(rb"(?<=/CreationDate\()D:\d{14}(?=Z'\))")
_NAMES = re.compile(rb"/ID \[ <([0-9A-F]{32})>\s<([0-9A-F]{32})> \]\s/DocChecksum /([0-9A-F]{32})")
_CREATED = re.compile(rb"<dcterms:created[^>]*>([^<]+)<")


def program() -> str:
    """Return the path of LibreOffice; raises ``GeneratorError`` where it is not installed."""
    found = shutil.which("soffice")
    if found is None:
        raise GeneratorError(
            Text("没有找到 LibreOffice（soffice）", "LibreOffice (soffice) is not on the PATH"),
            Text(
                "--pdf 用它把 Word 文件转为 PDF：安装 LibreOffice，或不带 --pdf 生成",
                "--pdf turns Word documents into PDF by it: install LibreOffice, or build without --pdf",
            ),
        )
    return found


def converted(
    soffice: str, documents: Sequence[bytes], seconds: float | None = None
) -> Iterator[bytes | None]:
    """Yield the PDF of each Word document, ``None`` for one that LibreOffice did not convert in ``seconds``.

    The same document has the same bytes from the same LibreOffice with the same fonts. Raises ``OSError`` where the
    system refuses.
    """
    with tempfile.TemporaryDirectory(prefix="jiayi-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        sources = [folder / f"{number:06}.docx" for number in range(len(documents))]
        for path, body in zip(sources, documents, strict=True):
            path.write_bytes(body)
        (folder / FONTS).write_text(_fonts(), encoding="utf-8")
        limit = START + EACH * len(documents) if seconds is None else seconds
        _run(_command(soffice, folder, sources), folder, limit)
        for path, body in zip(sources, documents, strict=True):
            yield _made(path.with_suffix(".pdf"), body)


def _command(soffice: str, folder: Path, sources: Sequence[Path]) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", str(folder))
    return [soffice, profile, *options, *(path.name for path in sources)]


def _fonts() -> str:
    """Return fontconfig's settings: the system's own, with :data:`FACES` behind what is installed."""
    usual = escape(os.environ.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf")
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{face}</string></test>'
        f'<edit name="family" mode="append" binding="strong">{"".join(f"<string>{one}</string>" for one in others)}'
        "</edit></match>"
        for face, others in FACES.items()
    )
    return f'<fontconfig><include ignore_missing="yes">{usual}</include>{rules}</fontconfig>\n'


def _run(command: Sequence[str], folder: Path, seconds: float) -> None:
    """Run LibreOffice in a session of its own, where Ctrl-C does not reach it, and end all of it when this ends."""
    process = None
    try:
        with _uninterrupted():
            process = subprocess.Popen(  # noqa: S603  # the user's own LibreOffice, our own file names
                command,
                cwd=folder,
                env=os.environ | {"TZ": "UTC", "FONTCONFIG_FILE": str(folder / FONTS)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
    finally:
        if process is not None:
            _end(process)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off while a process is started, which nobody would know of."""
    if os.name != "posix":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the processes that it started: soffice is but a script or a starter."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        taskkill = ("taskkill", "/F", "/T", "/PID", str(process.pid))
        subprocess.run(taskkill, capture_output=True, check=False)  # noqa: S603  # fixed words
    process.wait()


def _made(path: Path, source: bytes) -> bytes | None:
    try:
        body = path.read_bytes()
    except FileNotFoundError:
        return None
    whole = body.startswith(b"%PDF-") and body.rstrip().endswith(b"%%EOF")
    return _settled(body, _created(source)) if whole else None


def _created(document: bytes) -> bytes:
    """Return the time that a Word document bears as PDF writes it."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        found = _CREATED.search(package.read("docProps/core.xml"))
    return b"D:" + re.sub(rb"\D", b"", found[1] if found else b"1980-01-01T00:00:00Z")


def _settled(body: bytes, created: bytes) -> bytes:
    """Return a PDF with the time of its document for that of the conversion, and names made from its content.

    Each is as long as what it replaces, so that all offsets stay right. What LibreOffice writes otherwise stays as it is.
    """
    dated = _DATE.sub(created, body)
    names = _NAMES.search(dated)
    if names is None:
        return dated
    pieces = bytearray(dated)
    spans = [names.span(number) for number in (1, 2, 3)]
    for start, end in spans:
        pieces[start:end] = bytes(end - start)
    name = hashlib.sha256(pieces).hexdigest()[:32].upper().encode()
    for start, end in spans:
        pieces[start:end] = name
    return bytes(pieces)
