"""Why a document is made: in the user's words, for ``--explain`` and the line that watch mode prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.diagnostics import Text

NEW = Text("首次生成", "made for the first time")
FORCED = Text("要求全部重做", "everything is to be made anew")
GONE = Text("文件不在了", "the file is gone")
TOUCHED = Text("文件被改动过", "the file was changed since it was made")
FAILED = Text("上次有问题", "there were findings last time")
SOURCE = Text("Word 文件有变化", "its Word document changed")
_FIXED = {
    "tool": Text("程序有变化", "the program changed"),
    "language": Text("文件语言有变化", "the language of documents changed"),
    "page": Text("版式有变化", "the page of documents changed"),
    "date": Text("SOURCE_DATE_EPOCH 有变化", "SOURCE_DATE_EPOCH changed"),
    "commit": Text("提交有变化", "the commit changed"),
    "item": Text("文件所指的条目有变化", "another entry has this file name now"),
}


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[Text, ...]:
    """Return a reason for each label whose hash differs, those of the project first."""
    labels = [label for label in before if now.get(label) != before[label]]
    return tuple(_reason(label) for label in sorted(labels, key=lambda label: (label in _FIXED, label)))


def joined(reasons: Iterable[Text]) -> Text:
    """Return several reasons as one."""
    known = tuple(dict.fromkeys(reasons))
    return Text("、".join(reason.zh for reason in known), ", ".join(reason.en for reason in known))


def _reason(label: str) -> Text:
    kind, _, name = label.partition(" ")
    if kind == "section":
        return Text(f"{name} 有变化", f"{name} changed")
    if kind == "template":
        return Text(f"模板 {name} 有变化", f"template {name} changed")
    if kind == "file":
        return Text(f"{name} 的行号可能有变化", f"lines of {name} may have moved")
    return _FIXED[label]
