"""A Ctrl-C that Python loses is heeded all the same."""

from __future__ import annotations

import signal
import subprocess
import sys

LOST = """
import os, signal
from generator.cli import interrupt

class Dying:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

interrupt.install()
interrupt.heed()
Dying()
print("lost", flush=True)
try:
    interrupt.heed()
except KeyboardInterrupt:
    print("heeded")
"""


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_an_interrupt_lost_in_a_destructor_is_heeded_later() -> None:
    assert run(LOST) == "lost\nheeded\n"


def test_an_ignored_interrupt_stays_ignored() -> None:
    ignored = LOST.replace(
        "interrupt.install()", "signal.signal(signal.SIGINT, signal.SIG_IGN); interrupt.install()"
    )
    assert run(ignored) == "lost\n"
    assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN


def test_an_interrupt_before_any_command_runs_leaves_no_traceback() -> None:
    code = "import os, signal, generator.cli.quick as quick\nfrom generator import cli\n"
    code += "quick.answer = lambda _: os.kill(os.getpid(), signal.SIGINT)\ncli.main()\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "")
