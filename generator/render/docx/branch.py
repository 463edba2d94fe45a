"""What a text with tags prints without its tags: pieces that are there in any case, and choices between others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import nodes


@dataclass(frozen=True, slots=True)
class Choice:
    """A condition or loop: one of ``branches`` is printed, or none, or one again and again."""

    branches: tuple[Branch, ...]


Branch = tuple[str | Choice, ...]
"""What is printed as a whole or not at all, without the values in it."""


def branch_of(body: Iterable[nodes.Node]) -> Branch:
    """Return what the statements of ``body`` print."""
    return tuple(_pieces(body))


def _pieces(body: Iterable[nodes.Node]) -> Iterator[str | Choice]:
    for node in body:
        match node:
            case nodes.Output():
                yield "".join(one.data for one in node.nodes if isinstance(one, nodes.TemplateData))
            case nodes.If():
                bodies = (node.body, *(one.body for one in node.elif_), node.else_)
                yield Choice(tuple(branch_of(one) for one in bodies))
            case nodes.For():
                yield Choice((branch_of(node.body), branch_of(node.else_)))
