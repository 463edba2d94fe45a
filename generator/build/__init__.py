"""Plan, render and write; the only floor that writes documents."""

from __future__ import annotations

from generator.build.plan import kinds
from generator.build.run import Made, Options, build_project
from generator.build.write import clean, lock

__all__ = ["Made", "Options", "build_project", "clean", "kinds", "lock"]
