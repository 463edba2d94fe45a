"""Whatever our types can say reads back equal, and every value is found where it stands."""

import json
from collections.abc import Iterator
from decimal import Decimal

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Route, Severity, Span
from generator.source import Source, read
from generator.source.reading import understand
from generator.source.tree import Lines

PRINTED = st.characters(exclude_categories=("Cc", "Cs", "Cf", "Cn", "Co", "Zl", "Zp"))
TEXTS = st.text(PRINTED | st.sampled_from("\n \t:#-'\"：，甲乙👍"), max_size=20)
KEYS = st.text(PRINTED, min_size=1, max_size=8).map(str.strip).filter(bool)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)
    | st.dates()
    | TEXTS
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)


def scalar(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def dump(value: object, indent: int = 0) -> str:
    """Return block-style YAML for ``value``, to stand after a key or a dash."""
    pad = "\n" + " " * indent
    if isinstance(value, dict) and value:
        return "".join(f"{pad}{scalar(key)}:{dump(inner, indent + 2)}" for key, inner in value.items())
    if isinstance(value, list) and value:
        return "".join(f"{pad}-{dump(inner, indent + 2)}" for inner in value)
    if isinstance(value, dict | list):
        return " {}" if isinstance(value, dict) else " []"
    if isinstance(value, str) and value.strip() and value[0] not in " \t\n" and "\n" in value.strip("\n"):
        keep = "-" if not value.endswith("\n") else "+"
        body = value if keep == "-" else value[:-1]
        return f" |{keep}" + "".join(f"{pad}  {line}" for line in body.split("\n"))
    return f" {scalar(value)}"


def routes(value: object, route: Route = ()) -> Iterator[tuple[Route, object]]:
    yield route, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from routes(inner, (*route, key))


def cut(source: Source, span: Span) -> str:
    """Return the text of a span, its continuation lines without their common place in the file."""
    lines = source.text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    return "\n".join([lines[0][span.column - 1 :], *lines[1:]])


@given(DOCUMENTS)
def test_reads_back_and_finds_every_value(document: dict[str, object]) -> None:
    source = read("a.yaml", (dump(document) + "\n").encode())
    assert [d for d in source.diagnostics if d.severity is Severity.ERROR] == []
    assert source.data == document
    for route, value in routes(document):
        text = cut(source, source.span(route))
        if isinstance(value, dict | list):
            margin = " " * (source.span(route).column - 1)
            again = read("b.yaml", f"{margin}{text}\n".encode())
            assert again.data == value
        elif not text.startswith("|"):
            assert text == scalar(value)
        if route and isinstance(route[-1], str):
            assert cut(source, source.span(route, "key")) == scalar(route[-1])


PIECES = st.sampled_from(
    ["a", "名", "1", ": ", ":", "：", "- ", "\n", "\n  ", '"', "'", "[", "]", "{", "}", ", ", " #", "# ", "|\n", "\t",
     "&x ", "*x", "!", "!!str ", "?", "@", "%", "\\", "\\x01", "---\n", "...\n", "~", "2025-02-30", "\u2028", "\ufeff", "<<"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_both_parsers_agree(text: str) -> None:
    lines = Lines.of("a.yaml", text)
    fast, pure = understand(lines, yaml.CBaseLoader), understand(lines, yaml.BaseLoader)
    assert bool(fast.findings) == bool(pure.findings)
    if not fast.findings:
        assert fast.data == pure.data
        assert fast.root == pure.root


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes_end_with_located_findings(raw: bytes) -> None:
    source = read("a.yaml", raw)
    assert source.data is not None or source.diagnostics
    for diagnostic in source.diagnostics:
        span = diagnostic.location
        assert isinstance(span, Span)
        assert 1 <= span.line <= span.end_line <= source.text.count("\n") + 1
        assert (span.line, span.column) < (span.end_line, span.end_column)
