"""Ctrl-C, heeded even where Python loses it: an exception that rises in a destructor or a weak reference's callback."""

from __future__ import annotations

import signal
from types import FrameType

_asked: list[int] = []


def install() -> None:
    """Note each Ctrl-C from now on, unless whoever started the program has it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _note)


def heed() -> None:
    """Raise ``KeyboardInterrupt`` where one came and was lost."""
    if _asked:
        raise KeyboardInterrupt


def _note(number: int, frame: FrameType | None) -> None:
    _asked.append(number)
    signal.default_int_handler(number, frame)
