"""``jiayi watch`` as a real process with real files."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

LONG = 90.0


class Watched:
    """A running ``jiayi watch`` and what it has printed."""

    def __init__(self, folder: Path, *words: str, command: str = "watch") -> None:
        self.folder, self.log = folder, folder.parent / f"{folder.name}.log"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "--lang", "en", command, *words],
            cwd=folder,
            stdout=self.log.open("wb"),
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(Path(__file__).parents[3])},
        )

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def wait(self, done: Callable[[str], object]) -> None:
        end = time.monotonic() + LONG
        while not done(self.said):
            assert time.monotonic() < end, self.said
            assert self.process.poll() is None, self.said
            time.sleep(0.01)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@pytest.fixture
def watched(here: Path) -> Iterator[Watched]:
    one = Watched(here)
    one.wait(lambda said: "Ctrl-C" in said)
    yield one
    if one.process.poll() is None:
        one.process.kill()
        one.process.wait()


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    temporary = path.with_name(".saving.tmp")
    temporary.write_text(text.replace(before, after, 1), encoding="utf-8")
    temporary.replace(path)


def test_a_save_makes_documents_and_says_which_and_why_in_one_line(here: Path, watched: Watched) -> None:
    edit(here / "specs" / "one.yaml", "title: 华东区域销售代理合同", "title: 华东代理合同")
    watched.wait(lambda said: "contract changed" in said)
    (line,) = [line for line in watched.said.splitlines() if "contract changed" in line]
    assert re.match(r"\d\d:\d\d:\d\d specs/one\.yaml → \d+ made: 合同_", line)
    assert re.search(r", \d+ ms$", line)


def test_bad_yaml_is_shown_once_and_recovers(here: Path, watched: Watched) -> None:
    project = here / "specs" / "one.yaml"
    documents = {path: path.read_bytes() for path in (here / "output").rglob("*.docx")}
    edit(project, "title:", "titel:")
    watched.wait(lambda said: "titel" in said)
    assert "--> specs/one.yaml:" in watched.said
    assert {path: path.read_bytes() for path in documents} == documents
    edit(project, "titel:", "title:")
    watched.wait(lambda said: "no problems any more" in said)


def test_an_open_document_is_said_and_tried_again(here: Path, watched: Watched) -> None:
    (contract,) = (here / "output").rglob("合同_*.docx")
    owner = contract.with_name(f"~${contract.name[2:]}")
    owner.write_bytes(b"")
    before = contract.read_bytes()
    edit(here / "specs" / "one.yaml", "title: 华东区域销售代理合同", "title: 华东代理合同")
    watched.wait(lambda said: "W303" in said)
    assert contract.read_bytes() == before
    owner.unlink()
    watched.wait(lambda _: contract.read_bytes() != before)
    watched.wait(lambda said: "no problems any more" in said)


def test_ctrl_c_ends_it_quickly_and_cleanly(watched: Watched) -> None:
    begun = time.monotonic()
    assert watched.stop() == 0
    assert time.monotonic() - begun < 5
    assert "Traceback" not in watched.said


@pytest.mark.parametrize("wait", [0.0, 0.05, 0.2, 0.5, 1.0, 1.5])
def test_ctrl_c_at_any_moment(here: Path, wait: float) -> None:
    one = Watched(here)
    time.sleep(wait)
    one.process.send_signal(signal.SIGINT)
    assert one.process.wait(60) in (0, 1, -signal.SIGINT, 130)
    if wait >= 1.0:
        assert "Traceback" not in one.said


def test_polling_and_a_wrong_use(here: Path) -> None:
    one = Watched(here, "--poll", "0.1", "--only", "contract")
    one.wait(lambda said: "Ctrl-C" in said)
    edit(here / "specs" / "one.yaml", "title: 华东区域销售代理合同", "title: 华东代理合同")
    one.wait(lambda said: "1 made" in said)
    assert one.stop() == 0
    wrong = Watched(here, "--only", "contrat")
    assert wrong.process.wait(60) == 2
    assert "no such kind" in wrong.said


def test_build_with_watch_is_watch(here: Path) -> None:
    one = Watched(here, "--watch", "--only", "contract", command="build")
    one.wait(lambda said: "Ctrl-C" in said)
    assert one.stop() == 0
    wrong = Watched(here, "--watch", "--force", command="build")
    assert wrong.process.wait(60) == 2
    assert "--watch goes with" in wrong.said
