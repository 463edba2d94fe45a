"""The fixed words of a language's documents and the labels of enum values, from ``<language>/words.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from generator import shelf
from generator.model.value import record
from generator.resources import templates

_FILE = "words.yaml"


@record
class Words:
    """Everything that documents say in one language beside clauses: read-only, looked up by key."""

    language: str
    labels: Mapping[str, Mapping[str, str]]
    words: Mapping[str, str]

    def label(self, enum: str, value: str) -> str:
        """Return an enum value's text: ``label("risk_response", "avoid")``; ``KeyError`` when missing."""
        try:
            return self.labels[enum][value]
        except KeyError:
            raise KeyError(f"{self.language}/{_FILE}: no label {enum}: {value}") from None

    def word(self, key: str) -> str:
        """Return a fixed word, e.g. ``word("party_a")``; ``KeyError`` when missing."""
        try:
            return self.words[key]
        except KeyError:
            raise KeyError(f"{self.language}/{_FILE}: no word {key}") from None


def languages() -> tuple[str, ...]:
    """Return the languages that have words, in order of their names."""
    return tuple(sorted(entry.name for entry in templates().iterdir() if (entry / _FILE).is_file()))


@cache
def words(language: str = "zh-CN") -> Words:
    """Return the words of ``language``, a folder of the templates; ``KeyError`` when it has none."""
    if language not in languages():
        raise KeyError(f"no words for language {language!r}; there are {', '.join(languages())}")
    text = (templates() / language / _FILE).read_text("utf-8")
    data = shelf.recall("words", (text,), lambda: _read(text))
    labels = {enum: MappingProxyType(values) for enum, values in data["labels"].items()}
    return Words(language, MappingProxyType(labels), MappingProxyType(data["words"]))


def _read(text: str) -> Any:
    import yaml  # noqa: PLC0415 26 ms that a command without documents does not need

    # The base loader leaves every key and value the text it is: "no" stays "no".
    return yaml.load(text, yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader)  # noqa: S506 safe
