"""LibreOffice as a subprocess: missing, slow, silent, interrupted; and the same bytes for the same document."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.build import office
from generator.diagnostics import GeneratorError

BODY = b"%PDF-1.6\n<</CreationDate(D:20300101000000Z')>>\ntrailer\n<</ID [ <{0}>\n<{0}> ]\n/DocChecksum /{1}\n>>\n%%EOF\n"


def document(created: str = "2026-03-01T00:00:00Z") -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as package:
        package.writestr("docProps/core.xml", f"<dcterms:created>{created}</dcterms:created>")
    return raw.getvalue()


def stand_in(tmp_path: Path, body: str) -> str:
    """Return a program that gets soffice's arguments and does what ``body`` says in Python."""
    path = tmp_path / "soffice"
    path.write_text(
        f"#!{sys.executable}\nimport os, pathlib, subprocess, sys, time\n{body}", encoding="utf-8"
    )
    path.chmod(0o755)
    return str(path)


def written(name: str, checksum: str) -> str:
    body = BODY.replace(b"{0}", name.encode() * 32).replace(b"{1}", checksum.encode() * 32)
    return (
        "for one in sys.argv:\n"
        "    if one.endswith('.docx'):\n"
        f"        pathlib.Path(one).with_suffix('.pdf').write_bytes({body!r})\n"
    )


def test_a_missing_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(GeneratorError, match="soffice"):
        office.program()


def test_one_process_makes_all_documents_with_the_same_bytes(tmp_path: Path) -> None:
    log = f"open({str(tmp_path / 'log')!r}, 'a').write('x')\n"
    first = list(office.converted(stand_in(tmp_path, log + written("A", "B")), [document(), document()]))
    again = list(office.converted(stand_in(tmp_path, log + written("C", "D")), [document(), document()]))
    assert first == again
    assert first[0] is not None
    assert b"/CreationDate(D:20260301000000Z')" in first[0]
    assert len(first[0]) == len(BODY) - 9 + 96
    assert (tmp_path / "log").read_text() == "xx"


def test_another_document_has_another_name_inside(tmp_path: Path) -> None:
    program = stand_in(tmp_path, written("A", "B"))
    one, other = office.converted(program, [document(), document("2026-03-02T00:00:00Z")])
    assert one != other


def test_faces_that_are_missing_have_stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/a&b/fonts.conf")
    body = f"pathlib.Path({str(tmp_path / 'seen')!r}).write_bytes(pathlib.Path(os.environ['FONTCONFIG_FILE']).read_bytes())\n"
    list(office.converted(stand_in(tmp_path, body), [document()]))
    root = ElementTree.fromstring((tmp_path / "seen").read_text(encoding="utf-8"))
    assert root.findtext("include") == "/a&b/fonts.conf"
    assert [one.text for one in root.iterfind("match/test/string")] == list(office.FACES)


@pytest.mark.parametrize("body", ["", "sys.exit(1)", written("A", "B").replace("%PDF", "oops")])
def test_what_is_no_pdf_is_none(body: str, tmp_path: Path) -> None:
    assert list(office.converted(stand_in(tmp_path, body), [document()])) == [None]


def test_a_program_that_hangs_ends_with_all_that_it_started(tmp_path: Path) -> None:
    noted = tmp_path / "child"
    body = (
        "child = subprocess.Popen(['sleep', '60'])\n"
        f"pathlib.Path({str(noted)!r}).write_text(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    begun = time.monotonic()
    assert list(office.converted(stand_in(tmp_path, body), [document()], seconds=1)) == [None]
    assert time.monotonic() - begun < 20
    assert is_gone(int(noted.read_text()))


def test_an_interrupted_build_leaves_neither_process_nor_folder(tmp_path: Path) -> None:
    noted, temporary = tmp_path / "child", tmp_path / "一 时"
    temporary.mkdir()
    program = stand_in(
        tmp_path, f"pathlib.Path({str(noted)!r}).write_text(str(os.getpid()))\ntime.sleep(60)\n"
    )
    source = tmp_path / "one.docx"
    source.write_bytes(document())
    script = (
        "import pathlib; from generator.build import office\n"
        f"list(office.converted({program!r}, [pathlib.Path({str(source)!r}).read_bytes()]))"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", script], env=os.environ | {"TMPDIR": str(temporary)}, stderr=subprocess.PIPE
    )
    while not (noted.exists() and noted.read_text()):
        assert running.poll() is None
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, error = running.communicate(timeout=20)
    assert b"KeyboardInterrupt" in error
    assert is_gone(int(noted.read_text()))
    assert list(temporary.iterdir()) == []


def is_gone(process: int) -> bool:
    for _ in range(100):
        try:
            state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":  # ended; whoever is to be told has not looked yet
            return True
        time.sleep(0.05)
    return False
