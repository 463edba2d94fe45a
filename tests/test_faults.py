"""Bad input and faults: never a traceback, never a hole, never half a file; the last good output stays."""

from __future__ import annotations

import copy
import datetime
import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from support import ORIGIN, ROOT, holder, judged, text_of

from generator.build.manifest import FOLDER, NAME, SAID
from generator.build.write import LOCK
from generator.cli.app import app
from generator.diagnostics import Diagnostic, Span, has_errors
from generator.documents import packaged_kinds
from generator.documents.kind import Job
from generator.load import Loaded
from generator.model.project import Project
from generator.resources import Library

SAMPLES = ("east-china-agency", "service-desk-outsourcing", "warehouse-system")
Route = tuple[str | int, ...]
MOST = 5


def leaves(data: Any, route: Route = ()) -> Iterator[Route]:
    """Yield the route of every single value; the first entries of a long list stand for the others."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data[:MOST]):
            yield from leaves(value, (*route, index))
    else:
        yield route


def rendered(project: Project) -> Iterator[tuple[str, bytes | None, tuple[Diagnostic, ...]]]:
    """Yield every document of a project: the first two of each kind stand for the others, of PDFs the first."""
    for kind in packaged_kinds():
        for item in kind.items(project)[: 2 if kind.suffix == ".docx" else 1]:
            made = kind.render(Job(project, item, "zh-CN", Library(), ORIGIN))
            yield kind.suffix, made.body, made.diagnostics


@pytest.mark.parametrize("name", SAMPLES)
def test_deleting_any_required_leaf_is_found_and_located(samples: dict[str, Loaded], name: str) -> None:
    loaded = samples[name]
    assert loaded.merged is not None
    data = copy.deepcopy(loaded.merged.data)
    count = 0
    for route in list(leaves(data)):
        place = holder(data, route)
        before = copy.copy(place)
        del place[route[-1]]
        project, findings = judged(data, str(route[0]))
        if project is None:
            count += 1
            located = loaded.merged.locate(findings)
            assert located, route
            for finding in located:
                assert isinstance(finding.location, Span), route
                assert finding.location.line >= 1
                assert finding.location.file in loaded.sources
        holder(data, route[:-1])[route[-2]] = before  # as it was, order included
    assert count > 300


@pytest.mark.parametrize("name", SAMPLES)
def test_documents_without_an_optional_leaf_have_no_hole(samples: dict[str, Loaded], name: str) -> None:
    loaded = samples[name]
    assert loaded.merged is not None
    chance = random.Random(name)
    routes = list(leaves(loaded.merged.data))
    tried = 0
    for route in chance.sample(routes, len(routes)):
        if tried >= 40:
            break
        data = copy.deepcopy(loaded.merged.data)
        del holder(data, route)[route[-1]]
        project, _ = judged(data, str(route[0]))
        if project is not None:
            tried += 1
            assert_sound(project, route)


def assert_sound(project: Project, route: Route) -> None:
    for suffix, body, findings in rendered(project):
        assert (body is None) == has_errors(findings), route
        if body is not None:
            text = text_of(suffix, body)
            for word in ("None", "Undefined", "{{", "{%", "[U+", "Decimal(", "datetime"):
                assert word not in text, (route, word)


HOSTILE = "R&D <b> {{ x.__class__ }} {% y %} ]]>"
VALUES: tuple[Any, ...] = (
    None, "", " ", "x", 0, -1, Decimal("1e40"), Decimal("0.001"), True, [], {}, [None], {"a": 1}, datetime.date(1, 1, 1),
    datetime.date(9999, 12, 31), HOSTILE, "长" * 500, "\n\n", "-", "2026-99", "9999 years",
)  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_no_mutation_gives_a_traceback(samples: dict[str, Loaded], name: str) -> None:
    loaded = samples[name]
    assert loaded.merged is not None
    chance = random.Random(name)
    routes = list(leaves(loaded.merged.data))
    drawn = 0
    for _ in range(400):
        route, value = chance.choice(routes), chance.choice(VALUES)
        data = copy.deepcopy(loaded.merged.data)
        holder(data, route)[route[-1]] = value
        project, findings = judged(data, str(route[0]))
        for finding in loaded.merged.locate(findings):
            assert isinstance(finding.location, Span)
        if project is not None and drawn < 25:
            drawn += 1
            for _suffix, body, problems in rendered(project):
                assert (body is None) == has_errors(problems), (route, value)


def test_hostile_text_is_printed_as_typed(samples: dict[str, Loaded]) -> None:
    merged = samples["warehouse-system"].merged
    assert merged is not None
    data = copy.deepcopy(merged.data)
    data["project"]["name"] = data["contract"]["title"] = data["meetings"][0]["title"] = HOSTILE
    data["evaluations"][0]["application"] = data["parties"]["party_b"]["name"] = HOSTILE
    data["parties"]["party_b"]["bank"]["account_name"] = HOSTILE
    project, findings = judged(data)
    assert project is not None, findings
    for suffix, body, problems in rendered(project):
        assert body is not None, problems
        assert re.sub(r"\s", "", HOSTILE) in re.sub(r"\s", "", text_of(suffix, body))


@pytest.mark.parametrize("character", ["𠮷", "😀"])
def test_a_character_is_printed_or_named_never_a_box(samples: dict[str, Loaded], character: str) -> None:
    merged = samples["warehouse-system"].merged
    assert merged is not None
    data = copy.deepcopy(merged.data)
    data["project"]["name"] = data["contract"]["title"] = data["meetings"][0]["title"] = f"甲{character}乙"
    project, findings = judged(data)
    assert project is not None, findings
    kinds = set()
    for suffix, body, problems in rendered(project):
        kinds.add((suffix, body is None))
        if body is None:  # the embedded font has no such character, and says which
            assert {finding.code for finding in problems} == {"T301"}
            assert all(character in finding.message.zh for finding in problems)
    assert (".docx", True) not in kinds
    for suffix, body, _ in rendered(project):
        if body is not None and suffix == ".docx" and "乙" in text_of(suffix, body):
            assert f"甲{character}乙" in text_of(suffix, body)
            break
    else:
        pytest.fail("printed nowhere")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "jiayi.yaml", tmp_path)
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    return tmp_path


def jiayi(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=folder, env={**clean, "PYTHONPATH": "", "JIAYI_LANG": "en", **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def sums(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".docx", ".pdf") and FOLDER not in path.parts
    }


def test_a_half_saved_file_keeps_the_last_good_output(workspace: Path) -> None:
    file = workspace / "specs" / "service-desk-outsourcing.yaml"
    whole = file.read_bytes()
    runner = CliRunner()
    assert runner.invoke(app, ["build", "-q", "--only", "contract", str(file)]).exit_code == 0
    good = sums(workspace / "output")
    chance, sound = random.Random(1), 0
    for cut in sorted(chance.sample(range(len(whole) - 400), 40)):
        file.write_bytes(whole[:cut])
        result = runner.invoke(app, ["--lang", "en", "build", "-q", "--only", "contract", str(file)])
        assert result.exception is None or isinstance(result.exception, SystemExit), cut
        if (
            result.exit_code == 0
        ):  # the cut fell behind everything that a project needs: it is sound as it stands
            file.write_bytes(whole)
            assert runner.invoke(app, ["build", "-q", "--only", "contract", str(file)]).exit_code == 0
            sound += 1
            continue
        assert result.exit_code == 1, cut
        assert "error[" in result.output
        assert "service-desk-outsourcing.yaml:" in result.output
        assert sums(workspace / "output") == good
    assert sound < 10


def test_one_broken_project_does_not_stop_the_others(workspace: Path) -> None:
    (workspace / "specs" / "warehouse-system" / "contract.yaml").write_text("contract: [", encoding="utf-8")
    (workspace / "specs" / "broken.yaml").write_bytes("项目".encode("gbk"))
    done = jiayi(workspace, "build")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    made = {path.split("/")[0] for path in sums(workspace / "output")}
    assert made == {"east-china-agency", "service-desk-outsourcing"}


def test_builds_on_different_days_and_machines_are_equal(workspace: Path, tmp_path: Path) -> None:
    first = jiayi(workspace, "build", "-o", str(tmp_path / "a"), TZ="UTC", LANG="C", PYTHONHASHSEED="1")
    assert first.returncode == 0, first.stdout + first.stderr
    moved = tmp_path / "moved"
    shutil.copytree(workspace / "specs", moved / "specs")
    shutil.copy(workspace / "jiayi.yaml", moved)
    other = {"TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "PYTHONHASHSEED": "7"}
    code = (
        "import sys, time, datetime\n"
        "late = time.time() + 86400 * 40\n"
        "time.time = lambda: late\n"
        "sys.argv = ['jiayi', 'build', '-o', sys.argv[1], sys.argv[2]]\n"
        "from generator.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "b"), str(moved)],
        cwd=tmp_path, env={**os.environ, **other}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert sums(tmp_path / "a") == sums(tmp_path / "b")
    assert len(sums(tmp_path / "a")) > 40
    third = jiayi(
        workspace, "build", "-q", "--only", "contract", "-o", str(tmp_path / "c"), SOURCE_DATE_EPOCH="0"
    )
    assert third.returncode == 0
    package = zipfile.ZipFile(next((tmp_path / "c").rglob("*.docx")))
    assert b"1970-01-01T00:00:00Z" in package.read("docProps/core.xml")


KILLS = int(os.environ.get("JIAYI_KILLS", "10"))
"""How often a build, and how often a watch, is killed."""

SLOW = """
import os, sys, time
sync = os.fsync
def slow(handle):
    os.write(1, b".")  # tells the test that a file is being put in place
    time.sleep(0.1)
    sync(handle)
os.fsync = slow
sys.argv = ["jiayi", "build", "-q"]
from generator.cli import main
main()
"""


def leftovers(folder: Path) -> list[Path]:
    return [path for path in (folder / FOLDER).iterdir() if path.name not in (LOCK, NAME, SAID)]


def test_a_build_killed_at_any_moment_leaves_files_old_or_new(workspace: Path) -> None:
    assert jiayi(workspace, "build", "-q").returncode == 0
    old = sums(workspace / "output")
    file = workspace / "specs" / "service-desk-outsourcing.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("IT服务台外包项目", "IT服务台外包工程"), encoding="utf-8")
    assert jiayi(workspace, "build", "-q", "-o", str(workspace / "new")).returncode == 0
    new = sums(workspace / "new")
    assert old.keys() == new.keys()
    changed = {name for name in old if old[name] != new[name]}
    chance, halves, mixed = random.Random(2), 0, 0
    for _ in range(
        KILLS
    ):  # each file is synced, put in place, and its folder synced: two moments to be killed at
        process = subprocess.Popen(
            [sys.executable, "-c", SLOW], cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert process.stdout
        assert process.stdout.read(chance.randint(1, 4))
        time.sleep(chance.uniform(0, 0.08))
        process.kill()
        process.communicate()
        halves += len(leftovers(workspace / "output"))
        found = sums(workspace / "output")
        assert found.keys() == old.keys()
        assert all(digest in (old[name], new[name]) for name, digest in found.items())
        mixed += 0 < sum(found[name] == new[name] for name in changed) < len(changed)
    assert halves >= 3, "the kills fell between the writes"
    assert mixed >= 3
    assert jiayi(workspace, "build", "-q").returncode == 0
    assert sums(workspace / "output") == new
    assert leftovers(workspace / "output") == []


def test_a_watch_killed_at_any_moment_leaves_files_old_or_new(workspace: Path) -> None:
    file = workspace / "specs" / "service-desk-outsourcing.yaml"
    for other in (workspace / "specs").iterdir():
        if other != file:
            shutil.rmtree(other)
    text = file.read_text(encoding="utf-8")
    states = [sums(workspace / name) for name in ("a", "b") if not build_as(workspace, file, text, name)]
    assert jiayi(workspace, "build", "-q").returncode == 0
    chance, command = random.Random(3), SLOW.replace('"build", "-q"', '"watch"').replace("0.1", "0.01")
    for number in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", command], cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert process.stdout
        while b"Ctrl-C" not in process.stdout.readline():
            assert process.poll() is None
        replaced = text.replace("IT服务台外包项目", "IT服务台外包工程") if number % 2 else text
        file.write_text(replaced, encoding="utf-8")
        time.sleep(chance.uniform(0, 0.6))
        process.kill()
        process.communicate()
        found = sums(workspace / "output")
        assert found.keys() == states[0].keys()
        assert all(digest in (states[0][name], states[1][name]) for name, digest in found.items())
    assert jiayi(workspace, "build", "-q").returncode == 0
    assert sums(workspace / "output") == states[(KILLS - 1) % 2]
    assert leftovers(workspace / "output") == []


def build_as(workspace: Path, file: Path, text: str, name: str) -> int:
    """Build into the folder ``name`` with the project's name changed for ``b``; return the exit status."""
    changed = text.replace("IT服务台外包项目", "IT服务台外包工程") if name == "b" else text
    file.write_text(changed, encoding="utf-8")
    return jiayi(workspace, "build", "-q", "-o", str(workspace / name)).returncode


def test_a_changed_amount_changes_wherever_it_is_printed_and_nothing_else(
    workspace: Path, tmp_path: Path
) -> None:
    folder = workspace / "specs" / "warehouse-system"
    (folder / "payments.yaml").unlink()  # what was paid would no longer be all that is due
    assert jiayi(workspace, "build", "-q", "-o", str(tmp_path / "a"), str(folder)).returncode == 0
    contract = (folder / "contract.yaml").read_text(encoding="utf-8")
    assert contract.count("980000.00") >= 1
    changed = contract.replace("gross: 980000.00", "gross: 980123.45", 1)
    line = re.search(r"quantity: 1\n(\s+)unit: .*\n\s+unit_price: ([\d.]+)", changed)
    assert line
    price = Decimal(line[2])
    changed = changed[: line.start(2)] + str(price + Decimal("123.45")) + changed[line.end(2) :]
    changed = re.sub(r"\n\s+(net|tax|amount): [\d.]+(?=\n)", "", changed)
    (folder / "contract.yaml").write_text(changed, encoding="utf-8")
    done = jiayi(workspace, "build", "-q", "-o", str(tmp_path / "b"), str(folder))
    assert done.returncode == 0, done.stdout
    seen = False
    for name in sums(tmp_path / "a"):
        before = text_of(Path(name).suffix, (tmp_path / "a" / name).read_bytes())
        after = text_of(Path(name).suffix, (tmp_path / "b" / name).read_bytes())
        assert "980,000.00" not in after
        seen |= "980,123.45" in after and "玖拾捌万零壹佰贰拾叁元肆角伍分" in after
        assert "玖拾捌万元整" not in after
        figures = r"[\d,.]+|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+"
        assert re.sub(figures, "#", before) == re.sub(figures, "#", after), name
    assert seen
