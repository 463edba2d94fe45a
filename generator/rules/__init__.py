"""The checks: each module with a ``CODE`` and a ``check`` is one, its manual page included."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache

from generator.diagnostics import Diagnostic
from generator.model.project import Project

Check = Callable[[Project], Iterable[Diagnostic]]


@cache
def checks() -> tuple[Check, ...]:
    """Return the check of every module of this package, by module name."""
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    return tuple(module.check for module in modules if hasattr(module, "CODE"))


def run(project: Project) -> tuple[Diagnostic, ...]:
    """Return the findings of every check; their locations are routes into the project's data."""
    return tuple(diagnostic for check in checks() for diagnostic in check(project))
