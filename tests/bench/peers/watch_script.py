"""What one writes in an afternoon: watchdog, and on any change of the YAML the contract anew with docxtpl.

``watch_script.py YAML TEMPLATE FACTS TARGET``. It reads the YAML for the sum alone; the other text is given as facts, read once.
It checks nothing and makes no other document. Kept: the template object and the Jinja environment.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import yaml
from docxtpl import DocxTemplate
from jinja2 import Environment
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer


class Contract(FileSystemEventHandler):
    """Renders when the YAML is written or another file is moved onto it."""

    def __init__(self, source: Path, template: str, facts: Path, target: Path) -> None:
        self.source, self.target = source, target
        self.kept, self.environment = DocxTemplate(template), Environment(autoescape=True)
        self.facts = json.loads(facts.read_text(encoding="utf-8"))

    def on_modified(self, event: FileSystemEvent) -> None:
        """Render if it was the YAML."""
        if event.src_path == str(self.source):
            self.render()

    def on_moved(self, event: FileSystemEvent) -> None:
        """Render if it became the YAML."""
        if event.dest_path == str(self.source):
            self.render()

    def render(self) -> None:
        """Render; a file that is empty or half written is left for its next event."""
        try:
            project = yaml.safe_load(self.source.read_text(encoding="utf-8"))
            number = f"{project['contract']['price']['gross']:,.2f}"
        except (OSError, yaml.YAMLError, KeyError, TypeError, UnicodeError) as error:
            print(error, file=sys.stderr)
            return
        self.kept.render({**self.facts, "number": number}, self.environment, autoescape=True)
        self.kept.save(self.target)


def main() -> None:
    """Render once, then watch until killed."""
    source, template, facts, target = sys.argv[1:]
    handler = Contract(Path(source), template, Path(facts), Path(target))
    handler.render()
    observer = Observer()
    observer.schedule(handler, str(Path(source).parent))
    observer.start()
    print("watching", flush=True)
    while True:
        time.sleep(1)


main()
