import datetime
from io import BytesIO

import pypdf
import pytest

from generator.render.pdf import Document, Mark, Properties, Risk, RiskMatrix, render


def matrix(size: int, risks: list[Risk]) -> RiskMatrix:
    names = [f"{index} 级" for index in range(1, size + 1)]
    levels = [[Mark("高" if row + column >= size else "低") for column in range(size)] for row in range(size)]
    return RiskMatrix(names, names, levels, risks, "可能性", "后果", "固有到现有")


def text(block: RiskMatrix) -> str:
    properties = Properties("图", datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    rendered = render(Document(properties, [block], "{}/{}".format))
    return pypdf.PdfReader(BytesIO(rendered.data)).pages[0].extract_text()


@pytest.mark.parametrize("size", [3, 4, 5])
def test_every_risk_and_level_is_printed(size: int) -> None:
    risks = [Risk(f"R-{i:02d}", (i % size + 1, i % size + 1), (size, size)) for i in range(30)]
    shown = text(matrix(size, risks))
    assert all(risk.name in shown for risk in risks)
    assert shown.count("高") + shown.count("低") == size * size


def test_a_row_grows_with_its_risks() -> None:
    properties = [matrix(5, [Risk(f"R-{i}", (2, 2)) for i in range(count)]) for count in (1, 40)]
    assert len({text(block).count("R-") for block in properties}) == 2


def test_no_risk_at_all_and_none_moved() -> None:
    assert "固有到现有" not in text(matrix(3, []))
    assert "固有到现有" not in text(matrix(3, [Risk("R-1", (1, 1))]))


def test_what_is_outside_is_refused() -> None:
    with pytest.raises(ValueError, match="outside the matrix"):
        matrix(3, [Risk("R-1", (4, 1))])
    with pytest.raises(ValueError, match="expected 3 rows of 2"):
        RiskMatrix("123", "12", [[Mark("x")]], (), "a", "b", "c")
