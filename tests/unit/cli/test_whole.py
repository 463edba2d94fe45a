"""What a failure of the environment is told as."""

from __future__ import annotations

import pytest

from generator.cli import whole
from generator.diagnostics import GeneratorError, Text


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            GeneratorError(Text("磁盘满", "the disk is full"), Text("清理", "make room")),
            ["the disk is full", "make room"],
        ),
        (PermissionError(13, "Permission denied", "x\x1b.yaml"), ["x␛.yaml: Permission denied"]),
        (OSError("odd"), ["odd"]),
    ],
)
def test_an_environment_error_is_told_and_ends_with_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, words: list[str]
) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(whole, "app", fail)
    monkeypatch.setenv("JIAYI_LANG", "en")
    assert whole.run() == 3
    said = capsys.readouterr().err
    assert all(word in said for word in words)
    assert said.startswith("jiayi: ")
