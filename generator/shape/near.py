"""The nearest of some known words to one that is not among them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Text


def did_you_mean(word: str, known: Iterable[str]) -> Text | None:
    """Return a hint naming the known words nearest to ``word``, or ``None`` where none is near."""
    import difflib  # noqa: PLC0415  # a sound project needs none of it

    by_fold = {candidate.casefold().replace("-", "_"): candidate for candidate in known}
    near = difflib.get_close_matches(word.casefold().replace("-", "_"), by_fold, n=2, cutoff=0.6)
    if not near:
        return None
    names = [by_fold[fold] for fold in near]
    zh = "、".join(f"“{name}”" for name in names)
    return Text(f"是否想写 {zh}？", f"did you mean {' or '.join(repr(name) for name in names)}?")


def listed(known: Iterable[str], most: int = 12) -> str:
    """Return the known words in one line, shortened after ``most``."""
    words = list(known)
    return ", ".join(words[:most]) + (" …" if len(words) > most else "")
