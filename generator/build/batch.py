"""Many projects at once, through a ``concurrent.futures.Executor``: processes of this machine or a Dask cluster."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from generator.build import cache
from generator.build.unit import Outcome, Unit, failed, unexpected, work
from generator.diagnostics import Code, GeneratorError, Severity, Text, found

FEW = 4
"""Up to this many projects are built in this process: starting others would take longer."""

AHEAD = 4
"""Projects that wait for each worker; more would only fill the memory."""

ATTEMPTS = 3

LOST = Code(
    "W305",
    Severity.ERROR,
    Text("处理项目的进程中断", "the worker that built a project was lost"),
    Text(
        "处理这个项目的进程多次中断，多半是内存不足被系统终止。其他项目照常生成，这个项目上一次的文件保持不变。用 --jobs 1 重试。",
        "The process that worked on this project ended several times, most often killed for want of memory. The others are "
        "built; this one keeps its last documents. Try again with --jobs 1.",
    ),
)

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Start = Callable[[], "Executor"]
T = TypeVar("T")


@dataclass(slots=True)
class Pool:
    """An executor that is started anew when a worker's death has broken it."""

    start: Start
    ahead: int
    _executor: Executor | None = field(default=None)

    def submit(self, unit: Unit) -> Future[Outcome]:
        """Return the future outcome of ``unit``."""
        if self._executor is None:
            self._executor = self.start()
        return self._executor.submit(kept_work, unit)

    def result(self, unit: Unit, future: Future[Outcome]) -> Outcome:
        """Return the outcome of ``unit``, tried alone and again if a worker was lost on the way."""
        for _ in range(ATTEMPTS):
            try:
                return future.result()
            except Exception as error:  # noqa: BLE001  # the cluster's own errors are of many kinds
                if _is_broken(error):
                    self.close()
                elif type(error).__name__ not in ("KilledWorker", "CancelledError"):
                    return failed(unit.entry.name, unexpected(error))
            future = self.submit(unit)
        message = Text(
            "处理这个项目的进程多次中断", "the process that built this project ended several times"
        )
        return failed(unit.entry.name, found(LOST, message, hint=LOST.manual))

    def close(self) -> None:
        """Stop the workers."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None


def kept_work(unit: Unit) -> Outcome:
    """Return the outcome of ``unit``, with what it took to compile kept for other processes."""
    outcome = work(unit)
    cache.keep(cache.ENOUGH)
    return outcome


def outcomes(units: Iterable[tuple[T, Unit | None]], pool: Pool) -> Iterator[tuple[T, Outcome | None]]:
    """Yield each tag with the outcome of its unit in their order, a few being worked on ahead; no unit, no outcome."""
    waiting: deque[tuple[T, Unit | None, Future[Outcome] | None]] = deque()
    for tag, unit in units:
        waiting.append((tag, unit, _submitted(pool, unit) if unit else None))
        if sum(future is not None for _, _, future in waiting) >= pool.ahead:
            yield _taken(pool, *waiting.popleft())
    while waiting:
        yield _taken(pool, *waiting.popleft())


def _taken(pool: Pool, tag: T, unit: Unit | None, future: Future[Outcome] | None) -> tuple[T, Outcome | None]:
    return (tag, pool.result(unit, future)) if unit and future else (tag, None)


def _submitted(pool: Pool, unit: Unit) -> Future[Outcome]:
    try:
        return pool.submit(unit)
    except RuntimeError as error:
        if not _is_broken(error):
            raise
        pool.close()
        return pool.submit(unit)


def _is_broken(error: Exception) -> bool:
    """Return whether a worker's death has broken the pool: asked by name, for few projects need no executor's import."""
    return type(error).__name__ == "BrokenProcessPool"


@contextmanager
def workers(address: str | None, jobs: int | None, count: int, program: str) -> Iterator[Pool | None]:
    """Yield a pool for ``count`` projects: on the cluster at ``address``, else of ``jobs`` processes; ``None`` for few.

    Processes share what ``program`` (a hash of it) has compiled before.

    Raises ``GeneratorError`` where the cluster cannot be reached.
    """
    if address:
        with _dask(address) as pool:
            yield pool
        return
    number = min(jobs or os.cpu_count() or 1, count)
    if number < 2 or (jobs is None and count <= FEW):
        yield None
        return
    pool = Pool(lambda: _processes(number, program), number * AHEAD)
    try:
        yield pool
    finally:
        pool.close()


def _processes(number: int, program: str) -> Executor:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # needed for many projects only

    return ProcessPoolExecutor(number, initializer=cache.take, initargs=(program,))


@contextmanager
def _dask(address: str) -> Iterator[Pool]:
    scheme, _, place = address.partition("://")
    if scheme != "dask" or not place:
        raise GeneratorError(
            Text(
                f"执行器地址应为 dask://主机:端口：{address}",
                f"an executor is dask://host:port, not {address}",
            )
        )
    try:
        from distributed import Client  # noqa: PLC0415  # extra jiayi[dask]
    except ImportError as error:
        raise GeneratorError(
            Text("没有安装 Dask", "Dask is not installed"),
            Text("pip install 'jiayi[dask]'", "pip install 'jiayi[dask]'"),
        ) from error
    try:
        client: Any = Client(f"tcp://{place}", timeout="10s", set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise GeneratorError(
            Text(f"无法连接 Dask 集群 {place}", f"cannot reach the Dask cluster at {place}"),
            Text("检查地址，并确认调度器正在运行", "check the address, and that the scheduler runs"),
        ) from error
    with client:
        executor: Executor = client.get_executor(pure=False)
        yield Pool(lambda: executor, 64)
