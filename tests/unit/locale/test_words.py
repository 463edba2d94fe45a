from typing import Any

import pytest
import yaml

from generator.locale.words import languages, words
from generator.resources import templates


def test_label_and_word() -> None:
    assert words().label("risk_response", "avoid") == "规避"
    assert words("en").label("risk_response", "avoid") == "Avoid"
    assert words("zh-CN").word("party_a") == "甲方"
    assert words() is words()


@pytest.mark.parametrize("key", [("risk_response", "wish"), ("no.such", "avoid")])
def test_a_missing_label_is_an_error_never_a_blank(key: tuple[str, str]) -> None:
    with pytest.raises(KeyError, match=f"zh-CN/words.yaml: no label {key[0]}: {key[1]}"):
        words("zh-CN").label(*key)


def test_a_missing_word_is_an_error() -> None:
    with pytest.raises(KeyError, match="no word party_z"):
        words("zh-CN").word("party_z")


@pytest.mark.parametrize("language", ["fr", "../zh-CN", ""])
def test_unknown_language(language: str) -> None:
    with pytest.raises(KeyError, match="no words for language"):
        words(language)


def test_every_language_has_the_same_keys() -> None:
    assert {"en", "zh-CN"} <= set(languages())
    keys = {language: _keys(language) for language in languages()}
    for language in languages():
        assert keys[language] ^ keys["zh-CN"] == set(), language


@pytest.mark.parametrize("language", languages())
def test_no_key_twice_and_no_empty_text(language: str) -> None:
    # The base loader lets the last of two equal keys win without a word.
    root = yaml.compose((templates() / language / "words.yaml").read_text("utf-8"))
    assert root is not None
    _check(root)
    found = words(language)
    assert all(text.strip() for values in found.labels.values() for text in values.values())
    assert all(text.strip() for text in found.words.values())


def _check(node: Any) -> None:
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        assert sorted(set(keys)) == sorted(keys)
        for _, value in node.value:
            _check(value)


def _keys(language: str) -> set[tuple[str, str]]:
    found = words(language)
    return {(enum, value) for enum, values in found.labels.items() for value in values} | {
        ("word", key) for key in found.words
    }
