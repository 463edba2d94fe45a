"""Workspaces of many projects, made from the starters: other ids, names and contract numbers, a sum that can be changed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from measure import ROOT

STARTERS = ROOT / "templates" / "starters"
KINDS = ("service_outsourcing", "technical_service", "sales_agency")
CHANGED = "service_outsourcing"
"""The starter whose sum :func:`with_step` changes."""


def make(root: Path, count: int) -> list[Path]:
    """Make a workspace of ``count`` projects in ``root``, of all kinds in turn, and return their files."""
    specs = root / "specs"
    specs.mkdir(parents=True)
    settings = (STARTERS / "jiayi.yaml").read_text(encoding="utf-8").replace("{schema}", "schemas")
    (root / "jiayi.yaml").write_text(settings, encoding="utf-8")
    texts = {kind: (STARTERS / f"{kind}.yaml").read_text(encoding="utf-8") for kind in KINDS}
    files = []
    for number in range(count):
        file = specs / f"project-{number:04}.yaml"
        file.write_text(_named(texts[KINDS[number % len(KINDS)]], number), encoding="utf-8")
        files.append(file)
    return files


def _named(text: str, number: int) -> str:
    fixed = {"{schema}": "schemas", "{id}": f"project-{number:04}", "{name}": f"第{number:04}号项目"}
    for old, new in (*fixed.items(), *((f"HT-2026-00{at}", f"HT-26-{number:04}") for at in (1, 2, 3))):
        text = text.replace(old, new)
    return text


def with_step(text: str, step: int) -> tuple[str, str]:
    """Return the text of a ``CHANGED`` project whose sum is ``step`` times 6 yuan higher, and the sum as documents print it.

    The unit price, the last instalment and the total change together, so that no check has anything to say.
    """
    gross = 480000 + 6 * step
    for old, new in (
        ("gross: 480000.00", f"gross: {gross}.00"),
        ("unit_price: 20000.00", f"unit_price: {20000 + step}.00"),
        ("第四季度服务费, amount: 120000.00", f"第四季度服务费, amount: {120000 + 6 * step}.00"),
    ):
        assert old in text, old
        text = text.replace(old, new)
    return text, f"{gross:,}.00"


def commit(root: Path) -> None:
    """Put what is in ``root`` under git, as a workspace is: the program then asks git where a document comes from."""
    (root / ".gitignore").write_text("/output/\n", encoding="utf-8")
    name = ("-c", "user.name=bench", "-c", "user.email=bench@bench.example", "-c", "commit.gpgsign=false")
    for words in (["init", "--quiet"], ["add", "--all"], [*name, "commit", "--quiet", "--message", "bench"]):
        subprocess.run(["git", *words], cwd=root, check=True, capture_output=True)


def of_samples(root: Path, count: int) -> None:
    """Make a workspace of ``count`` projects in ``root``, copies of the samples with their year of history."""
    specs = root / "specs"
    specs.mkdir(parents=True)
    (root / "jiayi.yaml").write_bytes((ROOT / "jiayi.yaml").read_bytes())
    samples = sorted((ROOT / "specs").iterdir())
    for number in range(count):
        sample = samples[number % len(samples)]
        copy = specs / f"project-{number:04}{sample.suffix}"
        if sample.is_dir():
            shutil.copytree(sample, copy)
        else:
            shutil.copy(sample, copy)
        holder = copy / "project.yaml" if sample.is_dir() else copy
        text = holder.read_text(encoding="utf-8")
        identity = sample.stem
        holder.write_text(text.replace(f"id: {identity}", f"id: project-{number:04}", 1), encoding="utf-8")
