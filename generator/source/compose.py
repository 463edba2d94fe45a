"""Parser events to data and to the tree of offsets, in one pass, without recursion and within bounds."""

from __future__ import annotations

import re
from bisect import bisect_left
from math import inf
from typing import Any, Protocol

import yaml

from generator.diagnostics import Diagnostic, Text, found
from generator.source import colons, keys
from generator.source.characters import escapes, printable
from generator.source.limits import DEPTH, EXPANSION, bad_alias, size, too_deep
from generator.source.manual import page, quoted, warning
from generator.source.scalar import Rejected, plain, short, tagged
from generator.source.stream import several
from generator.source.strict import block_scalar, flow_scalar
from generator.source.syntax_codes import Y145
from generator.source.tree import Entry, Lines, Node

Y147 = warning(
    147,
    Text(zh="“ #” 之后的文字成了注释", en="the text after “ #” is a comment"),
    page(
        Text(
            zh="未加引号的值里，空格加 # 之后都是注释。若 # 属于文本，请给值加引号；若是注释，# 后加一个空格。",
            en="In a value without quotes everything after a blank and # is a comment. If # belongs to the text quote "
            "the value; if it is a comment put a blank after #.",
        ),
        Text(zh="“3 #楼” 会只剩 “3”。", en="Of “Building #3” only “Building” would be printed."),
        wrong="title: price #1",
        right='title: "price #1"',
    ),
)

_COMMENT = re.compile(r" #(?<=\S #)(?=[^\s#!])")


class Events(Protocol):
    """What is needed of a PyYAML parser."""

    def get_event(self) -> yaml.Event | None:
        """Return the next event."""


class _List:
    """A list that is still open."""

    __slots__ = ("anchor", "data", "flow", "nodes", "start")

    def __init__(self, start: int, flow: bool, anchor: str | None) -> None:
        self.start, self.flow, self.anchor = start, flow, anchor
        self.data: list[object] = []
        self.nodes: list[Node] = []


class _Map:
    """A mapping that is still open; ``key`` is ``None`` while the value of a refused key is read."""

    __slots__ = ("anchor", "data", "flow", "key", "key_end", "key_start", "nodes", "start", "wants_key")

    def __init__(self, start: int, flow: bool, anchor: str | None) -> None:
        self.start, self.flow, self.anchor = start, flow, anchor
        self.data: dict[str, object] = {}
        self.nodes: dict[str, Entry] = {}
        self.wants_key = True
        self.key: str | None = None
        self.key_start = self.key_end = start


class Composer:
    """Takes the events of one document; afterwards ``data`` and ``root`` hold what was read."""

    def __init__(self, lines: Lines, text: str) -> None:
        self.data: object = None
        self.root: Node | None = None
        self.findings: list[Diagnostic] = []
        self.stopped = False
        self.end = 0
        self.shields: list[tuple[int, int]] = []
        self._lines = lines
        self._text = text
        self._suspects = colons.folded(text)
        self._suspected = frozenset(self._suspects)
        self._suspect: float = self._suspects[0] if self._suspects else inf
        self._comments = {match.start() for match in _COMMENT.finditer(text)}
        self._escaped = "\\" in text
        self._frames: list[_List | _Map] = []
        self._anchors: dict[str, tuple[object, Node] | None] = {}
        self._documents = 0
        self._expanded = 0

    @property
    def plain(self) -> bool:
        """Return whether all was read without a finding, and nothing was marked to be referred to elsewhere."""
        return not (self.stopped or self.findings or self._anchors)

    def run(self, events: Events) -> None:
        """Read all events; raise what the parser raises (``yaml.YAMLError``, ``ValueError``)."""
        take, scalar = events.get_event, self._scalar
        text, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        while not self.stopped:
            event = take()
            kind = type(event)
            if kind is text:
                scalar(event)
            elif kind is mapping:
                self._open(event, _Map)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close(event)
            elif kind is sequence:
                self._open(event, _List)
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                self._document(event)
            elif kind is yaml.StreamEndEvent:
                return

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        text = event.value
        if event.style:
            end = self._quoted(event, start, end)
            text = printable(text) if self._escaped else text
            value: object = text
        else:
            value = plain(text)
            if self._suspect < end or end in self._comments:
                self._lookalike(start, end)
            if (
                self._frames
                and self._frames[-1].flow
                and (odd := flow_scalar(self._lines, self._text, start, end))
            ):
                self._stop(odd)
        if event.tag is not None:
            fits, value = tagged(event.tag, text)
            if not fits:
                self._bad_tag(event.tag, start, end)
        if type(value) is Rejected:
            span = self._lines.span(start, end)
            self.findings.append(found(value.code, value.message, span, hint=value.hint))
            value = text
        node: Node = (start, end, None)
        if event.anchor is not None:
            self._mark(event.anchor, start, (value, node))
        self._add(value, node)

    def _quoted(self, event: Any, start: int, end: int) -> int:
        """Check a quoted or block scalar; return where its text ends."""
        if event.style in "|>":
            if odd := block_scalar(self._lines, self._text, start, end):
                self._stop(odd)
            end = start + len(self._text[start:end].rstrip())
            self.shields.append((min(self._lines.end(start), end), end))
            return end
        inside = self._text.find(event.style, start, end)
        self.shields.append((inside, end))
        if self._escaped and event.style == '"' and "\\" in self._text[inside:end]:
            self.findings.extend(escapes(self._lines, inside, end))
        return end

    def _lookalike(self, start: int, end: int) -> None:
        """Warn where a plain scalar is probably not what its writer meant."""
        if end in self._comments:
            rest = self._text[end : self._lines.end(end)].rstrip()
            value = (self._text[start:end] + rest).strip()
            message = Text(
                zh=f"“{rest.strip()}” 成了注释，不属于值",
                en=f"“{rest.strip()}” is a comment, not part of the value",
            )
            hint = Text(
                zh=f"若属于文本请加引号：{quoted(value)}；若是注释，# 后加空格",
                en=f"if it is text write it in quotes: {quoted(value)}; if it is a comment put a blank after #",
            )
            self.findings.append(found(Y147, message, self._lines.rest(end + 1), hint=hint))
        at = bisect_left(self._suspects, start)
        later = bisect_left(self._suspects, end, at)
        self._suspect = self._suspects[later] if later < len(self._suspects) else inf
        key = bool(self._frames) and isinstance(self._frames[-1], _Map) and self._frames[-1].wants_key
        if not key and at < later:
            self.findings.extend(
                colons.lost_keys(self._lines, start, end, self._suspected, root=not self._frames)
            )

    def _add(self, value: object, node: Node) -> None:
        start, end, _ = node
        if end > start:
            self.end = end
        if not self._frames:
            self.data, self.root = value, node
            return
        frame = self._frames[-1]
        if isinstance(frame, _List):
            frame.data.append(value)
            frame.nodes.append(node)
        elif frame.wants_key:
            frame.wants_key = False
            frame.key_start, frame.key_end = start, end
            frame.key = self._key(frame, value, start, end)
        else:
            frame.wants_key = True
            if frame.key is not None:
                frame.data[frame.key] = value
                frame.nodes[frame.key] = (frame.key_start, frame.key_end, node)

    def _key(self, frame: _Map, value: object, start: int, end: int) -> str | None:
        """Return the key to file the next value under, ``None`` if the value must be dropped."""
        if type(value) is str and value.isidentifier() and value not in frame.nodes:
            return value
        written = self._text[start:end]
        if not isinstance(value, str):
            compound = isinstance(value, dict | list)
            self.findings.append(keys.not_text(self._lines, start, end, None if compound else written))
            return None if compound or written in frame.nodes else written
        if written == "<<":
            self.findings.append(keys.merge(self._lines, start, end))
            return None
        if bad := keys.malformed(self._lines, value, start, end):
            self.findings.append(bad)
        if value in frame.nodes:
            first = frame.nodes[value]
            self.findings.append(keys.duplicate(self._lines, value, start, end, first[:2]))
            return None
        return value

    def _open(self, event: Any, kind: type[_List] | type[_Map]) -> None:
        start = event.start_mark.index
        if len(self._frames) == DEPTH:
            self._stop(too_deep(self._lines.span(start)))
            return
        if event.tag not in (None, _TAGS[kind]):
            self._bad_tag(event.tag, start, event.end_mark.index)
        if event.anchor is not None:
            self._mark(event.anchor, start, None)
        self._frames.append(kind(start, bool(event.flow_style), event.anchor))

    def _close(self, event: Any) -> None:
        frame = self._frames.pop()
        end = event.end_mark.index if frame.flow else max(self.end, frame.start)
        node: Node = (frame.start, end, frame.nodes)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = (frame.data, node)
        self._add(frame.data, node)

    def _mark(self, name: str, start: int, value: tuple[object, Node] | None) -> None:
        if name in self._anchors:
            self.findings.append(
                bad_alias(
                    self._lines.span(start, start + len(name) + 1),
                    f"&{name} 定义了两次",
                    f"&{name} is defined twice",
                )
            )
        self._anchors[name] = value

    def _alias(self, event: Any) -> None:
        start, end, name = event.start_mark.index, event.end_mark.index, event.anchor
        target = self._anchors.get(name)
        if target is None:
            if name in self._anchors:
                self.findings.append(
                    bad_alias(
                        self._lines.span(start, end),
                        f"*{name} 引用了它自己所在的值",
                        f"*{name} refers to a value that holds it",
                    )
                )
            else:
                self.findings.append(
                    bad_alias(self._lines.span(start, end), f"没有定义 &{name}", f"&{name} is not defined")
                )
            self._add(name, (start, end, None))
            return
        value, node = target
        self._expanded += size(node)
        if self._expanded > EXPANSION:
            self.findings.append(
                bad_alias(
                    self._lines.span(
                        start,
                        end,
                    ),
                    f"别名展开后超过 {EXPANSION} 个值",
                    f"aliases expand to more than {EXPANSION} values",
                )
            )
            self.stopped = True
            return
        self._add(value, (start, end, node[2]))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(several(self._lines, event.start_mark.index))

    def _bad_tag(self, tag: str, start: int, end: int) -> None:
        message = Text(zh=f"标签 {short(tag)} 在这里不能使用", en=f"the tag {short(tag)} cannot be used here")
        hint = Text(
            zh="删除标签；若是文本，请给值加引号", en="delete the tag; if it is text, quote the value"
        )
        self.findings.append(found(Y145, message, self._lines.span(start, end), hint=hint))
        self.stopped = self.stopped or tag == "!" or any(mark in short(tag) for mark in ",[]{}")

    def _stop(self, finding: Diagnostic) -> None:
        self.findings.append(finding)
        self.stopped = True


_TAGS = {_Map: "tag:yaml.org,2002:map", _List: "tag:yaml.org,2002:seq"}
