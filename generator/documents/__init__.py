"""The kinds of documents: each module with a ``KIND`` is one."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from generator.documents.kind import DocumentKind


@cache
def packaged_kinds() -> tuple[DocumentKind, ...]:
    """Return every kind that a module of this package defines, in their order and by module name."""
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    found = (module.KIND for module in modules if hasattr(module, "KIND"))
    return tuple(sorted(found, key=lambda kind: kind.order))
