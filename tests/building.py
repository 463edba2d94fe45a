"""A workspace of a test, built as the command does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.build import manifest as kept
from generator.build.batch import Pool
from generator.build.builder import Builder, Built, Made
from generator.build.plan import kinds
from generator.build.survey import look
from generator.build.unit import Settings, workspace
from generator.build.write import clean, lock, write_manifest
from generator.files import projects

BASE = Path(__file__).parent / "cases" / "base.yaml"


class Space:
    """A workspace in a folder, built as the command does."""

    def __init__(self, root: Path) -> None:
        self.root, self.output = root, root / "output"
        self.one = root / "specs" / "one.yaml"

    def build(
        self,
        only: Iterable[str] = (),
        *,
        forced: bool = False,
        epoch: str = "",
        output: Path | None = None,
        pool: Pool | None = None,
    ) -> tuple[list[Made], list[Built]]:
        """Build everything; return what became of each document and of each project."""
        folder = output or self.output
        with lock(folder):
            clean(folder)
            manifest = kept.load(folder)
            paths = projects(self.root)
            inputs = look(self.root, paths, manifest, epoch)
            bare = Settings(self.root, inputs.own_file, inputs.templates, (), epoch, inputs.tool)
            names = [kind.name for kind in kinds(workspace(bare).library, "zh-CN")]
            chosen = tuple(name for name in names if not only or name in tuple(only))
            settings = Settings(
                self.root, inputs.own_file, inputs.templates, chosen, epoch, inputs.tool, not only, forced
            )
            builder = Builder(inputs, folder, settings, manifest)
            events = list(builder.build(builder.survey(paths), pool))
            write_manifest(folder, kept.dump(builder.after()))
        return [e for e in events if isinstance(e, Made)], [e for e in events if isinstance(e, Built)]

    def edit(self, before: str, after: str, path: Path | None = None) -> None:
        """Replace the first ``before`` of a project's text."""
        file = path or self.one
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")

    def documents(self, output: Path | None = None) -> dict[str, bytes]:
        """Return every document by its path below the output folder."""
        folder = output or self.output
        files = (path for path in folder.rglob("*") if path.is_file())
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in files
            if kept.FOLDER not in path.parts
        }
