"""Places in a project that is put together from files."""

from __future__ import annotations

from generator.diagnostics import Code, Place, Related, Severity, Span, Text, found
from generator.load.merge import Merged, Part
from generator.source import read

CODE = Code("X101", Severity.ERROR, Text("题", "title"), Text("页", "page"))
A = read("a.yaml", b"one:\n  x: 1\n")
B = read("b.yaml", b"- y: 2\n- y: 3\n")
MERGED = Merged(A, {}, [Part(("one",), A, ("one",)), Part(("two", 0), B, (0,)), Part(("two", 1), B, (1,))])


def test_the_longest_part_owns_a_route() -> None:
    assert MERGED.span(("one", "x")) == Span("a.yaml", 2, 6, 2, 7)
    assert MERGED.span(("two", 1, "y")) == Span("b.yaml", 2, 6, 2, 7)
    assert MERGED.span(("two", 1, "y"), "key") == Span("b.yaml", 2, 3, 2, 4)


def test_what_nobody_wrote_stands_at_the_first_file() -> None:
    assert MERGED.span(("three",)).file == "a.yaml"


def test_findings_are_located_with_their_relations() -> None:
    finding = found(
        CODE, Text("a", "b"), Place(("one",)), related=[Related(Text("c", "d"), Place(("two", 0)))]
    )
    (located,) = MERGED.locate([finding])
    assert isinstance(located.location, Span)
    assert isinstance(located.related[0].location, Span)
    span = Span("z.yaml", 1, 1, 1, 2)
    assert MERGED.locate([found(CODE, Text("a", "b"), span)])[0].location == span
    assert MERGED.locate([found(CODE, Text("a", "b"))])[0].location is None
