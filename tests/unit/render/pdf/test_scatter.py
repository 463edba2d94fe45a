"""A scatter stands any points; labels never touch points or each other."""

import datetime
import random
from decimal import Decimal

import pytest

from generator.render.pdf import Document, Dot, Properties, Scatter, render
from generator.render.pdf.scatter import Area, Plot, _touch
from generator.render.pdf.text import Typesetter


def dots(count: int, seed: int = 1) -> list[Dot]:
    chosen = random.Random(seed)
    return [
        Dot(Decimal(chosen.randint(0, 10000)) / 100, Decimal(chosen.randint(0, 10**7)), str(at), at % 3)
        for at in range(count)
    ]


@pytest.mark.parametrize(
    "points",
    [
        [Dot(Decimal(50), Decimal(0), "1")],
        [Dot(Decimal(0), Decimal(0), "1"), Dot(Decimal(0), Decimal(0), "2")],
        dots(3),
        dots(300),
    ],
)
def test_edge_cases(points: list[Dot]) -> None:
    plot = Scatter(points, "得分", "金额", ["高", "中", "低"])
    properties = Properties("图", datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    assert render(Document(properties, [plot], "{}/{}".format)).diagnostics == ()


def test_labels_keep_their_distance(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[list[Area]] = []
    real = Plot._label

    def spy(
        self: Plot, pen: object, text: str, place: tuple[float, float], frame: Area, taken: list[Area]
    ) -> None:
        real(self, pen, text, place, frame, taken)  # type: ignore[arg-type]
        kept.append(list(taken))

    monkeypatch.setattr(Plot, "_label", spy)
    points = dots(120)
    properties = Properties("图", datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    render(Document(properties, [Scatter(points, "x", "y", ["a", "b", "c"])], "{}/{}".format))
    areas = kept[-1]
    labels = areas[len(points) :]
    assert 10 < len(labels) <= len(points)
    for at, one in enumerate(labels):
        assert not any(_touch(one, other) for other in areas[: len(points) + at])


def test_no_dots_are_a_fault() -> None:
    with pytest.raises(ValueError, match="min"):
        Scatter((), "x", "y").lay(Typesetter(), 400)
