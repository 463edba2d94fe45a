"""Files written so that each is old or new at every moment, never half, and never outside the output folder."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.build.manifest import FOLDER, NAME, SAID
from generator.diagnostics import GeneratorError, Text

LOCK, CARDS = "lock", "cards.json"


def write(root: Path, path: Path, body: bytes) -> bool:
    """Write ``body`` to ``path`` below ``root``; return False where the file already holds it.

    Raises ``GeneratorError`` where the path leads out of ``root`` or the system refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.parent.resolve().is_relative_to(root.resolve()):
            raise GeneratorError(
                Text(f"{path} 不在输出文件夹 {root} 之内", f"{path} is not inside the output folder {root}"),
                Text(
                    "输出文件夹中的链接指向了别处，删去该链接",
                    "a link in the output folder leads elsewhere; remove it",
                ),
            )
        if path.is_file() and not path.is_symlink() and path.read_bytes() == body:
            return False
        _replace(root, path, body)
        _sync_folder(path.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise GeneratorError(
            Text(f"无法写入 {path}：{reason}", f"cannot write {path}: {reason}"),
            Text(
                "若文件正在 Word 中打开，请关闭后重试", "if the file is open in Word, close it and try again"
            ),
        ) from error
    return True


def write_manifest(root: Path, body: bytes, name: str = NAME) -> None:
    """Replace the manifest of the output folder ``root``; one that is lost is no harm, so nothing waits for the disk.

    ``name`` is that of another file of ours, beside the manifest. Raises ``OSError`` where the system refuses.
    """
    _replace(root, root / FOLDER / name, body, sync=False)


def _replace(root: Path, path: Path, body: bytes, *, sync: bool = True) -> None:
    handle, name = tempfile.mkstemp(suffix=path.suffix, dir=own_folder(root))
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(
                OSError
            ):  # some network file systems sync no folders; the file is in place
                os.fsync(handle)
        finally:
            os.close(handle)


def own_folder(root: Path) -> Path:
    """Return the folder below ``root`` for what is ours alone; raises ``GeneratorError`` where it is a link."""
    folder = root / FOLDER
    if folder.is_symlink():
        raise GeneratorError(
            Text(f"{folder} 是一个链接", f"{folder} is a link"), Text("删去该链接", "remove the link")
        )
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def clean(root: Path) -> None:
    """Remove what killed builds have left half-written; call only while holding the lock.

    Raises ``GeneratorError`` where the system refuses.
    """
    for path in own_folder(root).iterdir():
        if path.name not in (LOCK, NAME, SAID, CARDS) and not path.is_dir():
            remove(path)


def remove(path: Path) -> None:
    """Remove a file, if it is there; raises ``GeneratorError`` where the system refuses."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise GeneratorError(Text(f"无法删除 {path}：{reason}", f"cannot remove {path}: {reason}")) from error


@contextlib.contextmanager
def lock(root: Path) -> Iterator[None]:
    """Hold the output folder for one build; a killed build frees it by itself. Raises ``GeneratorError`` if taken."""
    try:
        file = (own_folder(root) / LOCK).open("a+b")
    except OSError as error:
        reason = error.strerror or str(error)
        raise GeneratorError(Text(f"无法写入 {root}：{reason}", f"cannot write {root}: {reason}")) from error
    with file:
        if not _take(file.fileno()):
            raise GeneratorError(
                Text(f"另一个构建正在写入 {root}", f"another build is writing to {root}"),
                Text("等它结束后重试", "wait until it ends and try again"),
            )
        yield


def _take(handle: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415  # exists on Windows only

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415  # exists on POSIX only

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
