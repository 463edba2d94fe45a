"""Names for templates whose values are worked out when they are asked for, and names laid over others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping


class Lazy(Mapping[str, object]):
    """Names with the functions that give their values; each is called at most once, and only if it is asked for."""

    __slots__ = ("_known", "_makers")

    def __init__(self, makers: Mapping[str, Callable[[], object]]) -> None:
        self._makers, self._known = makers, dict[str, object]()

    def __getitem__(self, name: str) -> object:
        if name not in self._known:
            self._known[name] = self._makers[name]()
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class Layer(Mapping[str, object]):
    """The names of ``over`` before those of ``under``, of which none is asked for before its time."""

    __slots__ = ("_over", "_under")

    def __init__(self, under: Mapping[str, object], over: Mapping[str, object]) -> None:
        self._under, self._over = under, over

    def __getitem__(self, name: str) -> object:
        return self._over[name] if name in self._over else self._under[name]

    def __contains__(self, name: object) -> bool:
        return name in self._over or name in self._under

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._over, *self._under)))

    def __len__(self) -> int:
        return len(self._over.keys() | self._under.keys())
