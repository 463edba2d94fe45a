"""The one layout of the manual pages of the YAML reader: meaning, wrong, right, why."""

from __future__ import annotations

from generator.diagnostics import Code, Severity, Text


def page(meaning: Text, why: Text, wrong: str = "", right: str = "") -> Text:
    """Return a manual page; the YAML examples ``wrong`` and ``right`` are shown in both languages."""

    def layout(what: str, reason: str, headings: tuple[str, str]) -> str:
        shown = [
            f"{heading}\n\n{_indented(example)}"
            for heading, example in zip(headings, (wrong, right), strict=True)
            if example
        ]
        return "\n\n".join([what, *shown, reason])

    return Text(
        zh=layout(meaning.zh, f"为什么：{why.zh}", ("错误写法：", "正确写法：")),
        en=layout(meaning.en, f"Why: {why.en}", ("Wrong:", "Right:")),
    )


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line.strip() else line for line in text.split("\n"))


def error(number: int, title: Text, manual: Text) -> Code:
    """Return the code ``Y<number>`` of a problem that keeps the file from being used."""
    return Code(f"Y{number}", Severity.ERROR, title, manual)


def warning(number: int, title: Text, manual: Text) -> Code:
    """Return the code ``Y<number>`` of a passage that probably does not say what its writer means."""
    return Code(f"Y{number}", Severity.WARNING, title, manual)


def quoted(value: str) -> str:
    """Return ``value`` as a quoted YAML scalar, shortened to what a hint can show."""
    shown = value if len(value) <= 40 else f"{value[:40]}…"
    if '"' in shown or "\\" in shown:
        return "'" + shown.replace("'", "''") + "'"
    return f'"{shown}"'
