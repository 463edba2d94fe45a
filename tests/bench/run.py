"""The figures that the product promises, medians and ratios in one run: ``make bench``."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "specs" / "service-desk-outsourcing.yaml"
RUNS = 9


def median(action: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median time of ``action`` in milliseconds."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        action()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def process(*words: str) -> Callable[[], object]:
    """Return an action that runs this Python with ``words``."""
    command = [sys.executable, *words]
    return lambda: subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


def cold_check() -> None:
    """Cold ``jiayi check`` of one sample against importing what it is built on."""
    check, base = [], []
    for _ in range(RUNS):  # in turn, so that noise meets both
        check.append(median(process("-m", "generator", "check", str(SAMPLE)), 1))
        base.append(median(process("-c", "import jinja2, yaml, jsonschema"), 1))
    ratio = statistics.median(check) / statistics.median(base)
    show(
        "cold check of one sample", statistics.median(check), "imports", statistics.median(base), ratio, "≤ 3"
    )


def contract() -> None:
    """A warm contract draft against plain docxtpl with the same template and context."""
    from docxtpl import DocxTemplate  # noqa: PLC0415
    from jinja2 import ChainableUndefined, Environment  # noqa: PLC0415

    from generator.documents import contract as kind  # noqa: PLC0415
    from generator.documents import word  # noqa: PLC0415
    from generator.documents.articles import write  # noqa: PLC0415
    from generator.documents.clauses import load  # noqa: PLC0415
    from generator.documents.filters import filters  # noqa: PLC0415
    from generator.documents.kind import Job, Provenance  # noqa: PLC0415
    from generator.load import load_project, open_workspace  # noqa: PLC0415

    workspace = open_workspace(ROOT)
    project = load_project(workspace, SAMPLE).project
    assert project is not None
    item = kind.KIND.items(project)[0]
    origin = Provenance(datetime(2026, 1, 1, tzinfo=UTC), "", "", "bench")
    job = Job(project, item, "zh-CN", workspace.library, origin)
    assert kind.KIND.render(job).body is not None
    ours = median(lambda: kind.KIND.render(job))
    context = kind.scope(project)
    blocks, _ = write(load(workspace.library)[0], project.project.kind, context, "zh-CN")
    path = Path(str(ROOT / "templates" / "zh-CN" / "contract.docx"))

    values = {field.name: getattr(project, field.name) for field in fields(project)}
    # docxtpl gets the bare values and filters that cost nothing: what is timed is its own work
    bare = Environment(autoescape=True, undefined=ChainableUndefined)
    bare.filters.update({name: lambda value, *_: str(value) for name in filters("zh-CN")})

    def plain() -> None:
        document = DocxTemplate(path)
        document.render({**context, **values, "blocks": blocks}, bare)
        with tempfile.TemporaryFile() as file:
            document.save(file)

    theirs = median(plain)
    made, _ = word.template(job, "contract.docx")
    assert made is not None
    about = word.properties(job, "bench", "bench")
    warm = median(lambda: made.render({**context, "blocks": blocks}, about))
    show(
        "warm contract draft", warm, "plain docxtpl, same template and values", theirs, theirs / warm, "≥ 5 ×"
    )
    print(f"warm contract with its clauses evaluated anew: {ours:.1f} ms")


def large_project() -> None:
    """Read, shape and rules of a project of 8,000 lines."""
    from generator.load import load_project, open_workspace  # noqa: PLC0415

    text = SAMPLE.read_text(encoding="utf-8")
    head, _, rest = text.partition("\nlog:")
    entries = "".join(
        f"  - id: big-{number}\n    date: 2026-03-02\n    by: {contact(text)}\n    text: 第{number}条日志，处理工单并回访客户\n"
        for number in range((8000 - text.count("\n")) // 4)
    )
    body = f"{head}\nlog:\n{entries}" + (rest if rest else "\n")
    with tempfile.TemporaryDirectory() as folder:
        specs = Path(folder, "specs")
        specs.mkdir()
        Path(folder, "jiayi.yaml").write_bytes((ROOT / "jiayi.yaml").read_bytes())
        file = specs / "large.yaml"
        file.write_text(body, encoding="utf-8")
        workspace = open_workspace(Path(folder))
        loaded = load_project(workspace, file)
        time_ = median(lambda: load_project(workspace, file), 5)
        state = "sound" if loaded.project else f"{len(loaded.diagnostics)} findings"
        print(f"read + shape + rules of {body.count(chr(10))} lines ({state}): {time_:.0f} ms (≤ 1000)")


def contact(text: str) -> str:
    """Return the id of the first contact."""
    return text.split("\ncontacts:", 1)[1].split("id:", 1)[1].split("\n", 1)[0].strip()


def memory() -> None:
    """Peak memory of building all samples."""
    with tempfile.TemporaryDirectory() as folder:
        code = (
            "import resource, subprocess, sys;"
            f"subprocess.run([sys.executable, '-m', 'generator', 'build', '-q', '-o', {folder!r}]);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
        )
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        )
        seconds = time.perf_counter() - begun
    print(f"build of the samples: {done.stdout.strip().splitlines()[-1]} MB at most (≤ 200), {seconds:.1f} s")


def show(what: str, ours: float, peer: str, theirs: float, ratio: float, goal: str) -> None:
    """Print one comparison."""
    print(f"{what}: {ours:.1f} ms; {peer}: {theirs:.1f} ms; ratio {ratio:.2f} ({goal})")


if __name__ == "__main__":
    cold_check()
    large_project()
    contract()
    memory()
