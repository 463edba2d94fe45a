"""Medians of what loading costs: each stage after one edit in the same process, and a check in a new one. Prints, asserts nothing."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.load import load_project, open_workspace
from generator.model.project import Project
from generator.rules import run
from generator.shape import check, refer
from generator.source import Memory, read
from generator.structure import build

ROOT = Path(__file__).parents[2]
SAMPLES = {
    "service-desk-outsourcing.yaml": "service-desk-outsourcing.yaml",
    "east-china-agency": "east-china-agency/risks.yaml",
}
"""Each sample, and the file of it that is edited."""

BASE = "import jinja2, yaml, jsonschema"
TIMES = 25


def once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median(work: Callable[[], object]) -> float:
    return statistics.median(once(work) for _ in range(TIMES))


def edits(file: Path) -> Callable[[], None]:
    """Return an action that changes one text of ``file``, each time into another."""
    text = file.read_text(encoding="utf-8")
    at = text.index(
        "\n", text.index("\n    title: ") + 1 if "\n    title: " in text else text.index("title: ")
    )
    numbers = iter(range(10**6))
    return lambda: file.write_text(f"{text[:at]} {next(numbers)}{text[at:]}", encoding="utf-8") and None


def edited(root: Path, sample: str, memory: Memory | None) -> float:
    """Return the median time of loading ``sample`` after an edit, with a memory of what was read before or without."""
    workspace, path = open_workspace(root), root / "specs" / sample
    edit = edits(root / "specs" / SAMPLES[sample])
    load_project(workspace, path, memory)
    times = []
    for _ in range(TIMES):
        edit()
        times.append(once(lambda: load_project(workspace, path, memory)))
    return statistics.median(times)


def stages(root: Path, sample: str) -> None:
    workspace, path = open_workspace(root), root / "specs" / sample
    loaded = load_project(workspace, path)
    assert loaded.project is not None
    assert loaded.merged is not None
    merged, project, data = loaded.merged, loaded.project, loaded.merged.data
    raws = {name: text.encode() for name, text in loaded.sources.items()}
    clauses = frozenset(Path(name).stem for name in workspace.library.names("clauses", ".yaml"))
    findings = run(project)
    table: dict[str, Callable[[], object]] = {
        "read, all anew": lambda: [read(*pair) for pair in raws.items()],
        "shape": lambda: check(data, "project.json"),
        "references": lambda: refer(data, "project.json", {"clause": clauses}),
        "structure": lambda: build(Project, data),
        "checks": lambda: run(project),
        "places": lambda: merged.locate(findings),
    }
    print(f"\n{sample}: {sum(raw.count(10) for raw in raws.values())} lines")
    for name, work in table.items():
        print(f"  {name:<28}{median(work):7.2f} ms")
    print(f"  {'loaded after an edit, anew':<28}{edited(root, sample, None):7.2f} ms")
    print(f"  {'the same with a memory':<28}{edited(root, sample, Memory()):7.2f} ms (≤ 8)")


def cold() -> None:
    """Print a check in a new process against importing what it is built on, in turn, so that noise meets both."""
    # without compiled modules every process would compile ours, but never those of the libraries
    environment = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def process(*words: str) -> float:
        return once(
            lambda: subprocess.run(
                [sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, check=False
            )
        )

    for sample in SAMPLES:
        words = ("-m", "generator", "check", f"specs/{sample}")
        process(*words)
        pairs = [(process(*words), process("-c", BASE)) for _ in range(11)]
        ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
        print(
            f"cold check of {sample}: {ours:.0f} ms, imports {theirs:.0f} ms, {ours / theirs:.2f} × (≤ 2.5)"
        )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "specs", root / "specs")
        shutil.copy(ROOT / "jiayi.yaml", root)
        for sample in SAMPLES:
            stages(root, sample)
    print()
    cold()


if __name__ == "__main__":
    main()
