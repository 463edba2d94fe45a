"""The language that the terminal asks for."""

from __future__ import annotations

import locale
import os

VARIABLES = ("JIAYI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def terminal_language() -> str:
    """Return ``zh`` where the environment or the system asks for Chinese, else ``en``."""
    for name in VARIABLES:
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    system = locale.getlocale()[0] or ""
    return "zh" if system.lower().startswith(("zh", "chinese")) else "en"
