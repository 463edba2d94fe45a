"""What PyYAML objects to, said in the user's words and pointed at where the user has to act."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import yaml

from generator.diagnostics import Code, Diagnostic, Related, Span, Text, found
from generator.source import colons, keys, tabs
from generator.source import syntax_codes as codes
from generator.source.characters import escapes
from generator.source.colons import Repair
from generator.source.limits import too_deep
from generator.source.manual import quoted
from generator.source.stream import bad_directive, several
from generator.source.strict import question, tight_colon
from generator.source.tree import Lines


@dataclass(frozen=True, slots=True)
class Mistake:
    """The findings of one syntax error, and the repairs that let the parser go on."""

    findings: tuple[Diagnostic, ...]
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A syntax error: PyYAML's words, the offset it stopped at, and where the construct began."""

    lines: Lines
    text: str
    what: str
    at: int
    start: int

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]

    def line(self, offset: int) -> str:
        return self.text[self.lines.start(offset) : self.lines.end(offset)]


def explain(error: yaml.YAMLError | ValueError, text: str, lines: Lines) -> Mistake:
    """Return the findings for an exception raised while ``text`` was parsed."""
    trouble = _trouble(error, text, lines)
    if trouble.character == "\t" and "scann" in trouble.what:
        mistake = _tab(trouble)
    elif trouble.character == ":" and not text[lines.start(trouble.at) : trouble.at].strip("- "):
        mistake = Mistake((keys.not_text(lines, trouble.at, trouble.at + 1, ""),))
    else:
        judge = next((judge for pattern, judge in _JUDGES if re.search(pattern, trouble.what)), _unknown)
        mistake = judge(trouble)
    return replace(mistake, findings=tuple(_quotes(finding, lines) for finding in mistake.findings))


def _trouble(error: yaml.YAMLError | ValueError, text: str, lines: Lines) -> _Trouble:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        # The pure parser lets chr() fail on "\UXXXXXXXX" beyond Unicode, and says not where.
        beyond = re.search(r"\\U(?!000[0-9A-Fa-f]|0010)[0-9A-Fa-f]{8}", text)
        at = beyond.start() if beyond else 0
        return _Trouble(lines, text, "unknown escape character" if beyond else str(error), at, at)
    at = min(error.problem_mark.index, len(text))
    start = min(error.context_mark.index, at) if error.context_mark else at
    return _Trouble(lines, text, f"{error.context or ''} | {error.problem}", at, start)


def _quotes(finding: Diagnostic, lines: Lines) -> Diagnostic:
    """Add the advice about Chinese quotes if the line of the finding uses them as quotes."""
    line = getattr(finding.location, "line", 0)
    if finding.hint or not line:
        return finding
    start = lines.starts[line - 1]
    if not re.search(r"[:：,\[{-]\s*[“”‘’]", lines.text[start : lines.end(start)]):
        return finding
    hint = Text(
        zh='中文引号“ ”只是普通文字；要给值加引号请用半角的 " "',
        en='“ ” are ordinary characters; to quote a value use the ASCII quotes " "',
    )
    return replace(finding, hint=hint)


def _one(
    code: Code, span: Span, message: Text, hint: Text | None = None, repair: Repair | None = None
) -> Mistake:
    return Mistake((found(code, message, span, hint=hint),), (repair,) if repair else ())


def _tab(t: _Trouble) -> Mistake:
    finding, harmless = tabs.describe(t.lines, t.text, t.at)
    return Mistake((finding,), (Repair(t.at, " "),) if harmless else ())


def _values(t: _Trouble) -> Mistake:
    second = colons.in_value(t.lines, t.text, t.at)
    if second:
        return Mistake((second,), colons.rest_of_value(t.lines, t.text, t.at))
    faults = colons.preceding(t.lines, t.text, t.at)
    if faults:
        return Mistake(tuple(fault for fault, _ in faults), tuple(repair for _, repair in faults))
    content = t.lines.start(t.at) + len(t.line(t.at)) - len(t.line(t.at).lstrip())
    if t.line(t.at).startswith("---"):
        return _one(
            codes.Y122,
            t.lines.rest(content),
            Text("“---” 要单独占一行", "“---” must stand on a line of its own"),
        )
    hint = Text(
        zh="与同级的键对齐；若上一行的值是多行文本，请加引号或用 |",
        en="align it with its sister keys; if the value above is text of several lines use quotes or |",
    )
    zh = "缩进不对：上一行已经有值，下面不能再有下级的键"
    en = "wrong indentation: the line above already has a value and can have no keys below it"
    return _one(codes.Y122, t.lines.rest(content), Text(zh, en), hint)


def _missing_colon(t: _Trouble) -> Mistake:
    fault = colons.misspelt(t.lines, t.text, t.start)
    faults = [fault] if fault else colons.preceding(t.lines, t.text, t.start)
    if faults:
        return Mistake(tuple(found for found, _ in faults), tuple(repair for _, repair in faults))
    written = t.text[t.start : t.lines.end(t.start)].strip()[:30]
    hint = Text(
        zh="写成“键: 值”或“- 项”；若是上一行文本的继续，请缩进或改用 |",
        en="write “key: value” or “- item”; if it continues the text above, indent it or use |",
    )
    zh, en = f"这一行 “{written}” 没有冒号", f"the line “{written}” has no colon"
    return _one(codes.Y130, t.lines.rest(t.start), Text(zh, en), hint, Repair(t.start, "#"))


def _unclosed_quote(t: _Trouble) -> Mistake:
    mark = t.text[t.start : t.start + 1]
    return _one(
        codes.Y121, t.lines.rest(t.start), Text(f"引号 {mark} 没有结束", f"the quote {mark} is not closed")
    )


def _tight_colon(t: _Trouble) -> Mistake:
    return Mistake((tight_colon(t.lines, t.at),))


def _bracket(t: _Trouble) -> Mistake:
    if t.character == "?":
        return Mistake((question(t.lines, t.at),))
    mark = t.text[t.start : t.start + 1]
    close = {"[": "]", "{": "}"}.get(mark, "]")
    if t.at < len(t.text.rstrip()) and t.lines.number(t.at) == t.lines.number(t.start):
        return _one(
            codes.Y125,
            t.lines.span(t.at),
            Text(f"这里缺少逗号或 {close}", f"a comma or {close} is missing here"),
        )
    mistake = _one(
        codes.Y125, t.lines.span(t.start), Text(f"括号 {mark} 没有结束", f"the bracket {mark} is not closed")
    )
    if t.at >= len(t.text.rstrip()):
        return mistake
    note = Related(Text(zh=f"到这里还缺 {close}", en=f"{close} is still missing here"), t.lines.span(t.at))
    return Mistake((replace(mistake.findings[0], related=(note,)),))


def _content(t: _Trouble) -> Mistake:
    if t.character in tuple("]}"):
        return _one(
            codes.Y125,
            t.lines.span(t.at),
            Text(f"多余的 {t.character}", f"there is a {t.character} too many"),
        )
    return _reserved(t)


def _reserved(t: _Trouble) -> Mistake:
    return _special(t, t.at)


def _anchor(t: _Trouble) -> Mistake:
    return _special(t, t.start)


def _special(t: _Trouble, at: int) -> Mistake:
    mark = t.text[at : at + 1]
    if not mark or mark.isspace():
        return _unknown(t)
    value = t.lines.text[at : t.lines.end(at)].strip()
    hint = Text(zh=f"给值加引号：{quoted(value)}", en=f"put the value in quotes: {quoted(value)}")
    zh, en = f"值不能以 {mark} 开头", f"a value cannot begin with {mark}"
    return _one(codes.Y127, t.lines.span(at), Text(zh, en), hint, Repair(at, "x"))


def _level(t: _Trouble) -> Mistake:
    before = t.text[t.lines.start(t.at) : t.at].rstrip()
    if before.endswith(('"', "'")) and (fault := colons.misspelt(t.lines, t.text, t.at)):
        return Mistake((fault[0],), (fault[1],))
    if before.endswith(('"', "'")):
        hint = Text(
            zh="值里有引号时，外层换用另一种引号；若引号在前面的行打开，请在那里结束",
            en="if the value contains quotes use the other kind around it; close a quote that an earlier line opened",
        )
        zh, en = "引号结束之后还有文字", "there is text after the closing quote"
        return _one(codes.Y131, t.lines.rest(t.at), Text(zh, en), hint)
    if before.strip("- "):
        return _unknown(t)
    hint = Text(zh="与同级的上一项左对齐", en="align it with the entry above it on the same level")
    if t.character == "-" and t.text[t.at + 1 : t.at + 2] in tuple(" \n"):
        zh, en = "这里应当是键，却是列表项 “- ”", "a list item “- ” stands where a key is expected"
    elif "'-'" in t.what or "block collection" in t.what:
        zh, en = "这里应当是列表项 “- ”，却是键", "a key stands where a list item “- ” is expected"
    else:
        zh, en = "缩进与上面任何一级都不对齐", "the indentation fits no level above"
    return _one(codes.Y122, t.lines.rest(t.at), Text(zh, en), hint)


def _list_place(t: _Trouble) -> Mistake:
    hint = Text(zh="列表从下一行开始写，并缩进", en="begin the list on the next line, indented")
    zh, en = "“- ” 不能跟在键的同一行", "“- ” cannot follow a key on the same line"
    return _one(codes.Y122, t.lines.span(t.at), Text(zh, en), hint, Repair(t.at, "x"))


def _escape(t: _Trouble) -> Mistake:
    at = max(t.text.rfind("\\", t.start, t.at + 1), 0)
    surrogate = re.compile(r"\\u[dD][89A-Fa-f][0-9A-Fa-f]{2}").match(t.text, at)
    if surrogate:
        return Mistake(tuple(escapes(t.lines, *surrogate.span())), (Repair(at, r"\uFFFD"),))
    written = t.text[at : at + 2]
    hint = Text(
        zh="要写反斜杠本身，请用单引号，或写成两个 \\\\",
        en="to write a backslash itself use single quotes or two of them: \\\\",
    )
    zh, en = f"双引号中的 {written} 不是有效的转义", f"{written} is no escape sequence"
    mistake = _one(codes.Y129, t.lines.span(at), Text(zh, en), hint)
    return replace(
        mistake, repairs=(Repair(at, "xx" if t.text[at + 1 : at + 2] not in tuple('"\n') else "x"),)
    )


def _tag(t: _Trouble) -> Mistake:
    hint = Text(zh="给值加引号", en="put the value in quotes")
    zh, en = (
        "以 ! 开头的值被当作标签，无法识别",
        "a value that begins with ! is a tag, and this one is unknown",
    )
    return _one(codes.Y145, t.lines.span(t.start), Text(zh, en), hint)


def _block(t: _Trouble) -> Mistake:
    hint = Text(zh="多行文本从下一行开始，并缩进", en="begin the text on the next line, indented")
    zh, en = "| 或 > 后面不能直接写文字", "text cannot follow | or > on the same line"
    return _one(codes.Y132, t.lines.rest(t.at), Text(zh, en), hint)


def _document(t: _Trouble) -> Mistake:
    directive = re.search(r"^%", t.text[: t.at + 1], re.MULTILINE)
    if directive:
        return Mistake((bad_directive(t.lines, directive.start()),))
    before = t.text[t.lines.start(t.at) : t.at].rstrip()
    if before.endswith(('"', "'")):
        return _level(t)
    if before:
        return _unknown(t)
    if re.search(r"^\.\.\.", t.text[: t.at], re.MULTILINE):
        return Mistake((several(t.lines, t.at),))
    return _level(t)


def _deep(t: _Trouble) -> Mistake:
    """Return what PyYAML 6.0.4 and later say of lists and mappings before they are handed on."""
    return Mistake((too_deep(t.lines.span(t.at)),))


def _unknown(t: _Trouble) -> Mistake:
    said = t.what.replace("| ", "").strip()
    return _one(
        codes.Y120, t.lines.rest(t.at), Text(f"YAML 语法有误（{said}）", f"YAML syntax error ({said})")
    )


_JUDGES: tuple[tuple[str, Callable[[_Trouble], Mistake]], ...] = (
    ("maximum nesting depth", _deep),
    ("(scanning|parsing) a tag|tag handle", _tag),
    ("escape|hexdecimal|hexadecimal", _escape),
    ("quoted scalar", _unclosed_quote),
    ("mapping values are not allowed", _values),
    ("could not find expected ':'", _missing_colon),
    ("cannot start any token|mapping keys are not allowed", _reserved),
    ("scanning an (alias|anchor)", _anchor),
    ("scanning a block scalar", _block),
    ("scanning a directive|<document start>", _document),
    ("sequence entries are not allowed", _list_place),
    ("found unexpected ':'", _tight_colon),
    ("parsing a flow (sequence|mapping)", _bracket),
    ("node content", _content),
    ("<block end>|expected key|'-' indicator", _level),
)
