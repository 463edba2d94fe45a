"""Many projects through executors: the same bytes, and workers that die."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

import pytest
from building import BASE, Space

from generator.build import batch
from generator.build.batch import Pool, outcomes, workers
from generator.build.unit import Outcome, Unit, work
from generator.diagnostics import GeneratorError

NUMBER = 6


@pytest.fixture
def many(space: Space) -> Space:
    text = BASE.read_text(encoding="utf-8")
    for number in range(NUMBER):
        body = text.replace("id: east-china-agency", f"id: p{number}")
        (space.root / "specs" / f"p{number}.yaml").write_text(body, encoding="utf-8")
    (space.root / "specs" / "p2.yaml").write_text("project: [\n", encoding="utf-8")
    return space


def test_processes_make_the_same_bytes(many: Space) -> None:
    made, projects = many.build()
    with workers(None, 2, NUMBER, "") as pool:
        assert pool is not None
        again, others = many.build(output=many.root / "other", pool=pool)
    assert many.documents(many.root / "other") == many.documents()
    assert [one.path for one in again] == [one.path for one in made]
    assert [one.diagnostics for one in others] == [one.diagnostics for one in projects]
    assert sum(not one.sound for one in projects) == 1


class Deadly(ProcessPoolExecutor):
    """A pool whose first worker is killed in the middle of its work."""

    killed = False

    def submit(self, *arguments: object, **more: object) -> Future[Outcome]:
        future = super().submit(*arguments, **more)
        if not Deadly.killed:
            Deadly.killed = True
            for process in list(self._processes.values()):
                os.kill(process.pid, signal.SIGKILL)
        return future


def test_a_killed_worker_costs_no_document(many: Space) -> None:
    many.build()
    Deadly.killed = False
    made, _ = many.build(output=many.root / "other", pool=Pool(lambda: Deadly(2), 8))
    assert Deadly.killed
    assert all(one.written for one in made)
    assert many.documents(many.root / "other") == many.documents()


def _die(_: Unit) -> Outcome:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_a_project_that_kills_every_worker_is_a_finding_and_the_others_go_on(
    many: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Picky(ProcessPoolExecutor):
        def submit(self, _: object, unit: Unit) -> Future[Outcome]:
            return super().submit(_die if unit.entry.name.endswith("p3.yaml") else work, unit)

    made, projects = many.build(pool=Pool(lambda: Picky(2), 1))
    lost = [one for one in projects if any(d.code == "W305" for d in one.diagnostics)]
    assert [one.path.name for one in lost] == ["p3.yaml"]
    assert {one.path.parts[0] for one in made if one.written} == {"east-china-agency", "p0", "p1", "p4", "p5"}


def test_a_bug_in_one_project_is_a_finding(many: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(unit: Unit) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("generator.build.unit.load", fail)
    with workers(None, 2, NUMBER, "") as pool:
        _, projects = many.build(pool=pool)
    assert all([d.code for d in one.diagnostics] == ["W306"] for one in projects)
    assert "by nought" in projects[0].diagnostics[0].message.zh


def test_few_projects_need_no_workers(space: Space) -> None:
    with workers(None, None, batch.FEW, "") as pool:
        assert pool is None
    with workers(None, 1, 100, "") as pool:
        assert pool is None
    assert list(outcomes([("a", None), ("b", None)], Pool(lambda: ProcessPoolExecutor(1), 2))) == [
        ("a", None),
        ("b", None),
    ]


@pytest.mark.parametrize("address", ["tcp://x:1", "dask://", "here"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(GeneratorError, match="dask://host:port"), workers(address, None, 9, ""):
        pass


@pytest.fixture
def cluster() -> Iterator[object]:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as running:
        yield running


def test_a_dask_cluster_makes_the_same_bytes_though_a_worker_is_lost(
    many: Space, cluster: object, tmp_path: Path
) -> None:
    many.build()
    address = str(cluster.scheduler_address).replace("tcp://", "dask://")
    with workers(address, None, NUMBER, "") as pool:
        assert pool is not None
        killed = []

        class Counting(Pool):
            def submit(self, unit: Unit) -> Future[Outcome]:
                future = Pool.submit(self, unit)
                if not killed:
                    worker = next(iter(cluster.workers.values()))
                    os.kill(worker.pid if hasattr(worker, "pid") else worker.process.pid, signal.SIGKILL)
                    killed.append(worker)
                return future

        counting = Counting(pool.start, pool.ahead)
        made, _ = many.build(output=many.root / "other", pool=counting)
    assert killed
    assert all(one.written for one in made)
    assert many.documents(many.root / "other") == many.documents()


def test_a_cluster_that_is_not_there_is_told() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(GeneratorError, match="cannot reach"), workers("dask://127.0.0.1:9", None, 9, ""):
        pass
