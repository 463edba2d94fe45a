"""Which commit last touched each project, asked of git once for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_COMMIT = "\x01"


def head(root: Path) -> str:
    """Return what the repository around ``root`` has checked out, without running git; empty where there is none.

    It changes whenever the commit changes; its form is of no concern.
    """
    for folder in (root, *root.parents):
        git = folder / ".git"
        if git.exists():
            try:
                return _head(_git_folder(git))
            except (OSError, ValueError):
                return "?"
    return ""


def _git_folder(git: Path) -> Path:
    """Return where a worktree's ``.git`` file leads, or ``git`` itself."""
    if git.is_dir():
        return git
    target = git.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
    return (git.parent / target).resolve()


def _head(git: Path) -> str:
    text = (git / "HEAD").read_text(encoding="utf-8").strip()
    if not text.startswith("ref:"):
        return text
    reference = text.removeprefix("ref:").strip()
    shared = git / "commondir"
    common = (git / shared.read_text(encoding="utf-8").strip()).resolve() if shared.is_file() else git
    for place in (git / reference, common / reference):
        if place.is_file():
            return place.read_text(encoding="utf-8").strip()
    packed = common / "packed-refs"
    lines = packed.read_text(encoding="utf-8").splitlines() if packed.is_file() else []
    return next((line.split(" ")[0] for line in lines if line.endswith(f" {reference}")), reference)


def commits(root: Path, paths: Iterable[Path]) -> dict[Path, str]:
    """Return the last commit that changed each of ``paths``, empty where git has nothing to say.

    A commit counts by the files that it lists itself; merges list none.
    """
    found = dict.fromkeys(paths, "")
    folders = sorted({str(path.parent) for path in found})
    top = _git(root, "rev-parse", "--show-toplevel").rstrip("\n")
    log = (
        _git(root, "log", f"--format={_COMMIT}%H", "--name-only", "--no-renames", "--", *folders)
        if top
        else ""
    )
    left, commit = set(found), ""
    for line in log.splitlines():
        if line.startswith(_COMMIT):
            commit = line.removeprefix(_COMMIT)
        elif line and left:
            touched = Path(top, line)
            for path in left.intersection((touched, *touched.parents)):
                found[path] = commit
                left.discard(path)
    return found


def _git(root: Path, *arguments: str) -> str:
    import subprocess  # noqa: PLC0415  # most builds find the commit that they know

    settings = ("core.fsmonitor=false", "log.showSignature=false", "core.quotePath=false")
    options = [word for setting in settings for word in ("-c", setting)]
    command = ["git", *options, "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=30, check=False)  # noqa: S603  # fixed words
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
