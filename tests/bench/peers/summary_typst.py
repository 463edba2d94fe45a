"""typst, in process: ``summary_typst.py fresh|kept TEMPLATE FONTS``; the template reads the facts beside it.

``fresh`` calls ``typst.compile`` for each document, as a script does; ``kept`` keeps one compiler with its fonts, and typst's
own memory of what it laid out before: only the number differs from one document to the next, so it redoes little.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import typst
from serve import serve


def main() -> None:
    """Serve documents made by the template."""
    mode, template, fonts = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    given = {"font_paths": [fonts], "ignore_system_fonts": True, "root": str(template.parent)}
    kept = typst.Compiler(str(template), **given) if mode == "kept" else None

    def make(number: str) -> bytes:
        inputs = {"number": number}
        if kept is not None:
            return kept.compile(format="pdf", sys_inputs=inputs, pdf_tags=False)
        return typst.compile(str(template), format="pdf", sys_inputs=inputs, pdf_tags=False, **given)

    serve(version("typst"), make)


main()
