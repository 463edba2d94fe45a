"""A notice is open until it is done or passes its re-check; a failed one stays open until a later notice replaces it."""

from __future__ import annotations

from dataclasses import replace

from generator.derive.remedies import open_rectifications
from generator.load import Loaded


def test_open_notices(samples: dict[str, Loaded]) -> None:
    project = samples["service-desk-outsourcing"].project
    assert project is not None
    assert open_rectifications(project) == ()
    first, second = project.rectifications
    assert open_rectifications(replace(project, rectifications=(first,))) == ((0, first),)
    bare = replace(second, rechecks=(), reply=None)
    assert open_rectifications(replace(project, rectifications=(first, bare))) == ((1, bare),)
    done = replace(second, rechecks=())
    assert open_rectifications(replace(project, rectifications=(first, done))) == ()
