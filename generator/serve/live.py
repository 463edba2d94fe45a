"""A workspace kept built: what one change leads to, with everything remembered that it leaves as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.build import cache
from generator.build import manifest as kept
from generator.build.builder import NOT_WRITTEN, OPEN, Builder, Built, Event, Made
from generator.build.manifest import Manifest, Mark, Record
from generator.build.survey import Inputs, look
from generator.build.unit import Settings, Unit, workspace
from generator.build.write import clean, lock, write_manifest
from generator.files import FILE, SPECS, TEMPLATES, name_of, projects, read_project
from generator.load import Loaded, Workspace, project_of
from generator.serve.watcher import Change
from generator.source import Memory

Settle = Callable[[Inputs], Settings]


@dataclass(slots=True)
class Live:
    """All projects of a workspace (or those in ``chosen``), built again after each change.

    ``settle`` turns the present inputs into settings. ``loaded`` has every project that was loaded since the start.
    """

    root: Path
    output: Path
    epoch: str
    settle: Settle
    chosen: tuple[Path, ...] = ()
    memory: Memory = field(default_factory=Memory)
    loaded: dict[Path, Loaded] = field(default_factory=dict)
    waiting: set[Path] = field(default_factory=set)
    """Projects with documents that could not be written: they are open in an office program."""

    made: dict[Path, tuple[Made, ...]] = field(default_factory=dict)
    """The documents of each project as the last build of it left them."""

    workspace: Workspace | None = None
    _manifest: Manifest = field(default_factory=Manifest)
    _mark: Mark = kept.NOWHERE
    _tool: tuple[str, str] | None = None
    _known: tuple[Path, ...] = ()
    _ids_moved: bool = False

    def paths(self) -> tuple[Path, ...]:
        """Return the projects that are there now."""
        return tuple(path for path in self.chosen if path.exists()) if self.chosen else projects(self.root)

    def watched(self) -> tuple[Path, ...]:
        """Return what a watcher must watch."""
        outside = tuple(path for path in self.chosen if not path.is_relative_to(self.root / SPECS))
        return (self.root / FILE, self.root / SPECS, self.root / TEMPLATES, *outside)

    def build(self, change: Change | None = None) -> Iterator[Event]:
        """Yield what a change (all at first) leads to; raises ``GeneratorError`` where another build has the folder."""
        with lock(self.output):
            self._reread()
            every = self.paths()
            touched = self._touched(change, every)
            if every != self._known:
                touched = every
            self._known = every
            yield from self._run(touched)
            if touched != every and self._ids_moved:
                yield from self._run(every)
            cache.keep(cache.ENOUGH)
            self._manifest = kept.in_lines(self._manifest)
            write_manifest(self.output, kept.dump(self._manifest))
            self._mark = kept.mark_of(self.output / kept.FOLDER / kept.NAME)

    def _run(self, paths: tuple[Path, ...]) -> Iterator[Event]:
        inputs = look(self.root, paths, self._manifest, self.epoch, self._tool)
        if self._tool is None:
            cache.take(inputs.tool)
        self._tool = (inputs.tool_mark, inputs.tool)
        settings = self.settle(inputs)
        self.workspace = workspace(settings)
        builder = Builder(inputs, self.output, settings, self._manifest, self._load)
        if len(paths) < len(self._known):
            builder.reserve(name_of(self.root, path) for path in self._known if path not in paths)
        self.waiting -= set(paths)
        made: list[Made] = []
        for event in builder.build(builder.survey(paths)):
            if isinstance(event, Made):
                made.append(event)
            else:
                self._done(event, made or _earlier(builder.records[name_of(self.root, event.path)]))
                made = []
            yield event
        before, self._manifest = self._manifest, builder.after()
        self._ids_moved = _ids(before, builder.records) != _ids(self._manifest, builder.records)

    def _done(self, built: Built, made: list[Made]) -> None:
        self.made[built.path] = tuple(made)
        if any(one.code in (NOT_WRITTEN.id, OPEN.id) for document in made for one in document.diagnostics):
            self.waiting.add(built.path)

    def whole(self) -> dict[Path, Loaded]:
        """Return every project there is, those that no build had to load being loaded now; call it after a build."""
        there: dict[Path, Loaded] = {}
        for path in self._known:
            one = self.loaded.get(path)
            if one is None and self.workspace is not None:
                one = project_of(self.workspace, read_project(self.root, path), self.memory)
            if one is not None:
                there[path] = one
        self.loaded = there
        return there

    def _load(self, unit: Unit) -> Loaded:
        space = workspace(unit.settings)
        loaded = project_of(space, unit.entry, self.memory)
        self.loaded[self.root / unit.entry.name] = loaded
        return loaded

    def _reread(self) -> None:
        """Take over what another build has written meanwhile."""
        mark = kept.mark_of(self.output / kept.FOLDER / kept.NAME)
        if mark != self._mark or mark == kept.NOWHERE:
            clean(self.output)
            self._manifest = kept.load(self.output)
            self._mark = mark

    def _touched(self, change: Change | None, every: tuple[Path, ...]) -> tuple[Path, ...]:
        if change is None or change.everything:
            return every
        inner = (self.root / FILE, self.root / TEMPLATES)
        if any(path.is_relative_to(one) for path in change.paths for one in inner):
            return every
        touched = {str(one) for path in change.paths for one in (path, *path.parents)}
        return tuple(one for one in every if str(one) in touched)


def _earlier(record: Record) -> list[Made]:
    """Return the documents that a project with errors has from the last time that it had none."""
    return [Made(PurePosixPath(path), False, ()) for path, one in record.artifacts.items() if one.sha]


def _ids(manifest: Manifest, names: Mapping[str, object]) -> dict[str, str]:
    return {name: manifest.projects[name].id for name in names if name in manifest.projects}
