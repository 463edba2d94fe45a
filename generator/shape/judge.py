"""jsonschema's verdicts on data, exact where its own are not; imported only where something is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from generator.shape.schema import resolved
from generator.shape.sound import WIDE


def _whole_pattern(
    validator: Validator, pattern: str, instance: Any, _: Mapping[str, object]
) -> Iterator[ValidationError]:
    """Judge ``pattern`` with ``$`` as the very end: Python's own ``$`` lets a trailing newline through."""
    if validator.is_type(instance, "string") and not re.search(
        re.sub(r"\$$", r"\\Z", pattern), str(instance)
    ):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _multiple_of(
    validator: Validator, unit: Decimal, instance: Any, _: Mapping[str, object]
) -> Iterator[ValidationError]:
    """Judge ``multipleOf`` exactly, however large the number: the default context gives up at 28 digits."""
    if validator.is_type(instance, "number") and WIDE.remainder(Decimal(instance), Decimal(unit)):
        yield ValidationError(f"{instance!r} is not a multiple of {unit}")


@cache
def validator(name: str) -> Validator:
    """Return the prebuilt judge of the schema file ``name``."""
    cls = extend(Draft202012Validator, {"pattern": _whole_pattern, "multipleOf": _multiple_of})
    judge: Validator = cls(resolved(name), format_checker=FormatChecker(formats=("date",)))
    return judge
