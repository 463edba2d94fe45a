"""typst with a compiler that is kept, as ``typst watch`` does: ``watch_typst.py TEMPLATE DATA FONTS TARGET``.

On any change of the data the PDF anew; kept are compiler, fonts and typst's own memory of what it laid out before.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import typst
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer


class Pages(FileSystemEventHandler):
    """Compiles when the data is written or another file is moved onto it."""

    def __init__(self, template: Path, data: Path, fonts: str, target: Path) -> None:
        self.data, self.target = data, target
        self.kept = typst.Compiler(
            str(template), root=str(template.parent), font_paths=[fonts], ignore_system_fonts=True
        )

    def on_modified(self, event: FileSystemEvent) -> None:
        """Compile if it was the data."""
        if event.src_path == str(self.data):
            self.compile()

    def on_moved(self, event: FileSystemEvent) -> None:
        """Compile if it became the data."""
        if event.dest_path == str(self.data):
            self.compile()

    def compile(self) -> None:
        """Compile; a file that is half written is left for its next event."""
        try:
            self.target.write_bytes(self.kept.compile(format="pdf", pdf_tags=False))
        except typst.TypstError as error:
            print(error, file=sys.stderr)


def main() -> None:
    """Compile once, then watch until killed."""
    template, data, fonts, target = sys.argv[1:]
    handler = Pages(Path(template), Path(data), fonts, Path(target))
    handler.compile()
    observer = Observer()
    observer.schedule(handler, str(Path(data).parent))
    observer.start()
    print("watching", flush=True)
    while True:
        time.sleep(1)


main()
