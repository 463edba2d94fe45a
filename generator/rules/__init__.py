"""The checks: each module with a ``CODE`` and a ``check`` is one, its manual page included."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from generator.diagnostics import Diagnostic
from generator.law import in_force
from generator.model.project import Project
from generator.rules.support import concluded_on

Check = Callable[[Project], Iterable[Diagnostic]]


@cache
def checks() -> tuple[Check, ...]:
    """Return the check of every module of this package, by module name."""
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    return tuple(module.check for module in modules if hasattr(module, "CODE"))


def run(project: Project) -> tuple[Diagnostic, ...]:
    """Return the findings of every check, resting on what is in force when the contract is concluded.

    Their locations are routes into the project's data.
    """
    day = concluded_on(project)
    findings = (diagnostic for check in checks() for diagnostic in check(project))
    return tuple(replace(one, statutes=in_force(one.statutes, day)) for one in findings)
