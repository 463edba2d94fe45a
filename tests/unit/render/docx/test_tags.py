"""Tags as they stand in Word: what docxtpl would delete, print literally or break is refused."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document

from generator.render.docx.expressions import REFUSED, SYNTAX, UNKNOWN_FILTER
from generator.render.docx.tags import ACROSS, BESIDE, FULL_WIDTH, KIND, NOT_RENDERED, UNCLOSED

ROWS = ["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]


@pytest.mark.parametrize(
    ("paragraphs", "code"),
    [
        (["甲方 {%p if a %}", "b", "{%p endif %}"], BESIDE),
        (["{%p if a %}{{ b }}", "b", "{%p endif %}"], BESIDE),
        (["{%p if a %}", "b", "{%p endif %}。"], BESIDE),
        (["{%p if a %}{%p endif %}"], BESIDE),
        (["{#p 说明 #}正文"], BESIDE),
        (["｛｛ a ｝｝"], FULL_WIDTH),
        (["{｛ a }}"], FULL_WIDTH),
        (["{％ if a ％}"], FULL_WIDTH),
        (["｛% if a %｝x"], FULL_WIDTH),
        (["{{ a"], UNCLOSED),
        (["{{ a", "}}"], UNCLOSED),
        (["a }}"], UNCLOSED),
        (["{% if a %}x"], UNCLOSED),
        (["{%p if a %}", "x"], UNCLOSED),
        (["{% if a %}x", "{% endif %}"], ACROSS),
        (["{% if a %}x", "{%p endif %}"], ACROSS),
        (["{%p if a %}", "x", "{% else %}", "y", "{%p endif %}"], ACROSS),
        (["{%tr if a %}"], ACROSS),
        (["{%tc if a %}"], ACROSS),
        (["x{% endif %}"], SYNTAX),
        (["{% if a %}x{% endfor %}"], SYNTAX),
        (["{{p a }}"], KIND),
        (["{{tr a }}"], KIND),
        (["{%r if a %}x{%r endif %}"], KIND),
        (["{%- if a %}x{% endif %}"], KIND),
        (["{{ a -}}"], KIND),
        (["{% cellbg 'ff0000' %}"], KIND),
        (["{% colspan 2 %}"], KIND),
        (["{% vm %}"], KIND),
        (["{%hm%}"], KIND),
        (["{{ a() }}"], REFUSED),
        (["{{ ''.__class__ }}"], REFUSED),
        (["{% for i in range(10) %}{{ i }}{% endfor %}"], REFUSED),
        (["{{ a|nope }}"], UNKNOWN_FILTER),
        (["{% include 'x' %}"], SYNTAX),
        (["{% raw %}x{% endraw %}"], SYNTAX),
        (["{%p if a == '50%' %}", "x", "{%p endif %}"], SYNTAX),
    ],
)
def test_refused(kit: Any, paragraphs: list[str], code: Any) -> None:
    problems = kit.problems(kit.make("首段", *paragraphs))
    assert code.id in kit.codes(problems)
    assert all("合同.docx" in problem.message.zh and problem.message.en for problem in problems)
    assert not any("首段" in problem.message.zh for problem in problems)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["{%tr for x in xs %}", "名称"], ["{{ x }}", ""], ["{%tr endfor %}", ""]], BESIDE),
        ([["{%tr for x in xs %}{{ x }}{%tr endfor %}"]], BESIDE),
        ([["{%tc for x in xs %}列"], ["x"]], BESIDE),
        ([["{%tc for x in xs %}", "{{ x }}"], ["{%tc endfor %}", ""]], ACROSS),
        ([["{%p if a %}"], ["{%p endif %}"]], ACROSS),
        ([["{% if a %}"], ["{% endif %}"]], ACROSS),
    ],
)
def test_refused_in_tables(kit: Any, rows: list[list[str]], code: Any) -> None:
    assert code.id in kit.codes(kit.problems(kit.make(tables=[rows])))


def test_a_block_over_two_tables(kit: Any) -> None:
    raw = kit.make(tables=[[["{%tr for x in xs %}"], ["{{ x }}"]], [["{%tr endfor %}"]]])
    assert ACROSS.id in kit.codes(kit.problems(raw))


def test_all_problems_at_once_with_their_paragraphs(kit: Any) -> None:
    raw = kit.make("一 {{ a", "二 ｛｛ b ｝｝", "三 {%p if c %}", header="页眉 {{ d() }}")
    problems = kit.problems(raw)
    assert {UNCLOSED.id, FULL_WIDTH.id, BESIDE.id, REFUSED.id} <= set(kit.codes(problems))
    text = "".join(problem.message.zh for problem in problems)
    assert all(
        word in text for word in ("一 {{ a", "二 ｛｛", "三 {%p", "页眉 {{ d() }}", "（页眉）", "（正文）")
    )


@pytest.mark.parametrize("content", ["drawing", "bookmarkStart", "ptab", "pict", "sdt"])
def test_pictures_and_bookmarks_beside_a_tag(kit: Any, content: str) -> None:
    def change(raw: bytes) -> bytes:
        return (
            raw.decode()
            .replace("{%p if a %}</w:t></w:r>", f"{{%p if a %}}</w:t></w:r><w:{content}/>")
            .encode()
        )

    raw = kit.altered(kit.make("{%p if a %}", "x", "{%p endif %}"), {"word/document.xml": change})
    assert BESIDE.id in kit.codes(kit.problems(raw))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:t>x</w:t>", "<w:instrText>PAGE {{ a }}</w:instrText>"),
        ("<w:t>x</w:t>", '<w:sym w:char="{{ a }}"/>'),
        (
            "<w:t>x</w:t>",
            '<a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{{ a }}</a:t>',
        ),
        ("<w:t>x</w:t>", '<a:t xmlns:a="urn:x">{</a:t><a:t xmlns:a="urn:x">{ a }}</a:t>'),
    ],
)
def test_places_that_are_never_filled_in(kit: Any, old: str, new: str) -> None:
    raw = kit.altered(
        kit.make("x"), {"word/document.xml": lambda raw: raw.decode().replace(old, new).encode()}
    )
    assert NOT_RENDERED.id in kit.codes(kit.problems(raw))


@pytest.mark.parametrize("name", ["word/settings.xml", "word/styles.xml", "word/fontTable.xml"])
def test_parts_that_are_never_filled_in(kit: Any, name: str) -> None:
    def change(raw: bytes) -> bytes:
        end = raw.rindex(b"</")
        return raw[:end] + b"<w:x>{<w:y/>{ a }}</w:x>" + raw[end:]

    assert kit.codes(kit.problems(kit.altered(kit.make("x"), {name: change}))) == [NOT_RENDERED.id]


def test_tags_split_over_runs_are_read(kit: Any) -> None:
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ a.", "b ", "}", "} 与 ", "{% if “x” == ‘x’ ", "%}是{% endif %}"):
        paragraph.add_run(piece).bold = piece == "b "
    target = io.BytesIO()
    document.save(target)
    made = Document(io.BytesIO(kit.rendered(target.getvalue(), a={"b": "值"})))
    assert [paragraph.text for paragraph in made.paragraphs] == ["值 与 是"]


def test_what_is_allowed(kit: Any) -> None:
    kit.compiled(
        kit.make(
            "{%p if a %}", "{% if a %}{{ a }}{% else %}{{r b }}{% endif %}", "{%p else %}", "{#p 说明 #}", "{# 注 #}x", "{%p endif %}",
            "{%p for x in xs %}", "{%p set y = x %}", "{{ y }}", "{%p endfor %}", "50% {单} 100％",
            tables=[ROWS, [["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]]],
        )
    )  # fmt: skip
