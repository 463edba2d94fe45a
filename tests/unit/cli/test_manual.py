"""Every code of the program can be explained."""

from __future__ import annotations

import click
import pytest

from generator.cli import manual

CODES = manual.codes()


def test_codes_are_unique_and_well_formed() -> None:
    defined = {}
    for code in manual._defined():
        assert defined.setdefault(code.id, code) == code, code.id
    assert len(CODES) > 150
    assert all(len(id_) == 4 and id_[0] in "YSCMDKRPLTW" and id_[1:].isdigit() for id_ in CODES)


@pytest.mark.parametrize("id_", sorted(CODES))
def test_pages_speak_both_languages(id_: str) -> None:
    zh, en = click.unstyle(manual.page(id_, "zh")), click.unstyle(manual.page(id_, "en"))
    assert zh != en
    assert zh.startswith(f"{id_} · ")
    assert len(zh) > 25
    assert not CODES[id_].title.zh.isascii()


def test_a_near_miss_is_offered() -> None:
    with pytest.raises(click.UsageError, match="S10"):
        manual.page("S10", "en")


def test_every_text_of_a_provision_is_shown_with_its_dates() -> None:
    page = click.unstyle(manual.page("L107", "zh"))
    assert (
        "《中华人民共和国仲裁法》（2017年修正）第十八条（2018-01-01 起施行，2026-03-01 起失效）\n    对仲裁事项"
        in page
    )
    assert "《中华人民共和国仲裁法》（2025年修订）第二十九条（2026-03-01 起施行）\n    对仲裁事项" in page
    assert "in force since 2018-01-01, until 2026-03-01" in click.unstyle(manual.page("L107", "en"))
