"""The classes of the model behave as frozen, keyword-only dataclasses with slots."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from generator.model.performance import Grade
from generator.model.value import record, value


@value
class Sample:
    """A value with a default."""

    first: int
    second: tuple[str, ...] = ()


def test_a_value_is_a_dataclass() -> None:
    one = Sample(first=1)
    assert dataclasses.is_dataclass(one)
    assert [field.name for field in dataclasses.fields(one)] == ["first", "second"]
    assert dataclasses.asdict(one) == {"first": 1, "second": ()}
    assert dataclasses.replace(one, second=("a",)) == Sample(second=("a",), first=1)
    assert repr(one) == "Sample(first=1, second=())"
    assert not hasattr(one, "__dict__")
    assert Sample.__doc__ == "A value with a default."


def test_values_are_equal_by_content_and_class() -> None:
    assert Sample(first=1) == Sample(first=1, second=())
    assert hash(Sample(first=1)) == hash(Sample(first=1))
    assert Sample(first=1) != Sample(first=2)
    assert Sample(first=1) != (1, ())


@pytest.mark.parametrize("given", [{}, {"second": ()}, {"first": 1, "third": 1}, {"third": 1}])
def test_missing_and_unknown_fields_are_refused(given: Any) -> None:
    with pytest.raises(TypeError, match="Sample: missing or unknown: "):
        Sample(**given)


def test_fields_are_given_by_name() -> None:
    with pytest.raises(TypeError):
        Sample(1)  # type: ignore[misc]  # what mypy says as well


def test_values_do_not_change() -> None:
    one: Any = Sample(first=1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.first = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.first
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.third = 3


def test_values_travel() -> None:
    grade = Grade(
        **{f.name: f.name for f in dataclasses.fields(Grade) if f.default is dataclasses.MISSING}  # type: ignore[arg-type]  # text will do
    )
    assert pickle.loads(pickle.dumps(grade)) == grade  # noqa: S301  # made a moment ago
    assert copy.deepcopy(grade) == copy.copy(grade) == grade


def test_defaults_that_can_be_changed_are_refused() -> None:
    with pytest.raises(TypeError, match="can be changed"):

        @value
        class _Bad:
            parts: list[int] = dataclasses.field(default_factory=list)


@record
class Pair:
    """Two values."""

    first: int
    second: int = 2


def test_a_record_takes_its_fields_by_position_too() -> None:
    assert Pair(1) == Pair(1, 2) == Pair(second=2, first=1) == dataclasses.replace(Pair(3), first=1)
    assert Pair.__match_args__ == ("first", "second")
    assert repr(Pair(1)) == "Pair(first=1, second=2)"
    with pytest.raises(dataclasses.FrozenInstanceError):
        Pair(1).first = 2  # type: ignore[misc]  # what mypy says as well


@pytest.mark.parametrize(
    ("parts", "given"), [((), {}), ((1, 2, 3), {}), ((1,), {"first": 1}), ((1,), {"third": 3})]
)
def test_a_record_refuses_what_does_not_fit(parts: Any, given: Any) -> None:
    with pytest.raises(TypeError, match="Pair: "):
        Pair(*parts, **given)


def test_a_record_may_judge_itself() -> None:
    @record
    class Positive:
        number: int

        def __post_init__(self) -> None:
            if self.number < 0:
                raise ValueError("negative")

    assert Positive(1).number == 1
    for make in (
        lambda: Positive(-1),
        lambda: Positive(number=-1),
        lambda: dataclasses.replace(Positive(1), number=-1),
    ):
        with pytest.raises(ValueError, match="negative"):
            make()


def test_a_value_is_judged_by_its_schema() -> None:
    with pytest.raises(TypeError, match="judges itself"):

        @value
        class _Bad:
            number: int

            def __post_init__(self) -> None:
                pass
