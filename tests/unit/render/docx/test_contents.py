"""What a template may not hold: each kind with its own code and the paragraph it stands in."""

from __future__ import annotations

from typing import Any

import pytest

from generator.render.docx.contents import COMMENTS, EMBEDDED, EXTERNAL, FIELD, FOREIGN, HIDDEN, TRACKED
from generator.render.docx.trust import MACROS, UNREADABLE

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "word/_rels/document.xml.rels"


def run(xml: str) -> str:
    return f"<w:r>{xml}</w:r>"


def field(instruction: str) -> str:
    middle = "".join(run(f"<w:instrText>{piece}</w:instrText>") for piece in instruction.split("|"))
    return (
        run('<w:fldChar w:fldCharType="begin"/>')
        + middle
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run("<w:t>x</w:t>")
        + run('<w:fldChar w:fldCharType="end"/>')
    )


def in_paragraph(kit: Any, xml: str) -> bytes:
    def change(raw: bytes) -> bytes:
        return raw.decode().replace("</w:p>", f"{xml}</w:p>", 1).encode()

    return bytes(kit.altered(kit.make("此段有问题", "第二段"), {"word/document.xml": change}))


def related(kit: Any, kind: str, target: str, *, external: bool = False, rels: str = RELS) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    entry = f'<Relationship Id="rId99" Type="{kind}" Target="{target}"{mode}/></Relationships>'.encode()
    changes = {rels: lambda raw: raw.replace(b"</Relationships>", entry), "word/extra.bin": b"x"}
    return bytes(kit.altered(kit.make("正文"), changes))


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ('<w:ins w:id="1" w:author="a"><w:r><w:t>x</w:t></w:r></w:ins>', TRACKED),
        ('<w:del w:id="1" w:author="a"><w:r><w:delText>x</w:delText></w:r></w:del>', TRACKED),
        ('<w:moveFrom w:id="1" w:author="a"/>', TRACKED),
        (run('<w:rPr><w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange></w:rPr>'), TRACKED),
        (run("<w:rPr><w:vanish/></w:rPr><w:t>x</w:t>"), HIDDEN),
        (run('<w:rPr><w:vanish w:val="1"/></w:rPr><w:t>x</w:t>'), HIDDEN),
        (run("<w:rPr><w:specVanish/></w:rPr>"), HIDDEN),
        ('<w:commentRangeStart w:id="0"/>', COMMENTS),
        (run('<w:commentReference w:id="0"/>'), COMMENTS),
        (run("<w:object/>"), EMBEDDED),
        (run("<w:control/>"), EMBEDDED),
        ("<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a'/></w:sdtPr><w:sdtContent/></w:sdt>", FOREIGN),
        (
            run(
                '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://a/b"/></v:shape></w:pict>'
            ),
            EXTERNAL,
        ),
        (
            run(
                '<w:pict><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="x"/></w:pict>'
            ),
            EMBEDDED,
        ),
        *(
            (field(text), FIELD)
            for text in (
                'DDEAUTO c:\\\\cmd.exe "/k calc"',
                "D|D|E x y",
                " dde x",
                'INCLUDETEXT "c:/a.docx"',
                "MACROBUTTON x y",
                'INCLUDEPICTURE "http://a/b.png"',
                "DATE",
                "TIME",
                "QUOTE 68 68 69",
                "",
                "AUTHOR",
                "= 1 + 1",
                'LINK Excel.Sheet.8 "a"',
                'IMPORT "a"',
                "DATABASE",
                "FILLIN x",
                "SAVEDATE",
                "EMBED x",
            )
        ),
        ('<w:fldSimple w:instr="DDEAUTO a b"><w:r><w:t>x</w:t></w:r></w:fldSimple>', FIELD),
        (run("<w:instrText>DDE a</w:instrText>"), FIELD),
        (run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>DDE a</w:instrText>"), FIELD),
        *(
            (field(text), EXTERNAL)
            for text in (
                'HYPERLINK "file:///c:/a"',
                'HYPERLINK \\o "t" "javascript:x"',
                'HYPERLINK "\\\\server\\a"',
                "HYPERLINK \\\\server\\a",
            )
        ),
    ],
)
def test_refused_in_the_body(kit: Any, xml: str, code: Any) -> None:
    problems = kit.problems(in_paragraph(kit, xml))
    assert set(kit.codes(problems)) == {code.id}
    assert "此段有问题" in problems[0].message.zh
    assert "body" in problems[0].message.en


@pytest.mark.parametrize(
    "xml",
    [
        run('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>x</w:t>'),
        *map(
            field,
            (
                "PAGE",
                " NUMPAGES \\* Arabic",
                "REF a \\r \\h",
                'TOC \\o "1-3"',
                "D|OCPROPERTY commit",
                "STYLEREF x",
            ),
        ),
        *map(field, ('HYPERLINK "https://a.cn/"', 'HYPERLINK \\l "a" \\h', "HYPERLINK mailto:a@b.cn")),
    ],
)
def test_allowed_in_the_body(kit: Any, xml: str) -> None:
    from generator.render.docx.contents import judge  # noqa: PLC0415  (only here)
    from generator.render.docx.trust import open_package  # noqa: PLC0415  (only here)

    package, _ = open_package("a", in_paragraph(kit, xml))
    assert package is not None
    assert judge("a", package)[1] == ()


@pytest.mark.parametrize(
    ("kind", "target", "external", "code"),
    [
        ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "extra.bin", False, MACROS),
        (f"{OFFICE}/oleObject", "extra.bin", False, EMBEDDED),
        (f"{OFFICE}/package", "extra.bin", False, EMBEDDED),
        (f"{OFFICE}/control", "extra.bin", False, EMBEDDED),
        (f"{OFFICE}/aFChunk", "extra.bin", False, EMBEDDED),
        (f"{OFFICE}/subDocument", "a.docx", True, EMBEDDED),
        (f"{OFFICE}/attachedTemplate", "http://evil/a.dotm", True, EXTERNAL),
        (f"{OFFICE}/image", "http://evil/a.png", True, EXTERNAL),
        (f"{OFFICE}/hyperlink", "file:///c:/a.exe", True, EXTERNAL),
        (f"{OFFICE}/hyperlink", "\\\\server\\share", True, EXTERNAL),
        (f"{OFFICE}/hyperlink", "javascript:alert(1)", True, EXTERNAL),
        (f"{OFFICE}/hyperlink", "http://[broken", True, EXTERNAL),
        (f"{OFFICE}/comments", "extra.bin", False, COMMENTS),
        (f"{OFFICE}/glossaryDocument", "extra.bin", False, HIDDEN),
        (f"{OFFICE}/printerSettings", "extra.bin", False, FOREIGN),
        (f"{OFFICE}/image", "media/none.png", False, UNREADABLE),
    ],
)
def test_refused_relationships(kit: Any, kind: str, target: str, external: bool, code: Any) -> None:
    assert kit.codes(kit.problems(related(kit, kind, target, external=external))) == [code.id]


def test_attached_template_of_the_settings(kit: Any) -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/attachedTemplate" Target="http://evil/a.dotm" TargetMode="External"/></Relationships>'
    )
    raw = kit.altered(kit.make("x"), {"word/_rels/settings.xml.rels": rels.encode()})
    assert kit.codes(kit.problems(raw)) == [EXTERNAL.id]


def test_plain_links_stay(kit: Any) -> None:
    raw = kit.rendered(related(kit, f"{OFFICE}/hyperlink", "https://www.gov.cn/?a=1&amp;b", external=True))
    assert 'Target="https://www.gov.cn/?a=1&amp;b" TargetMode="External"' in kit.part(raw, RELS)


def test_other_parts_are_judged_too(kit: Any) -> None:
    raw = kit.altered(
        kit.make("x", header="页眉"),
        {
            "word/header1.xml": lambda raw: raw.replace(b"<w:t>", b"<w:rPr><w:vanish/></w:rPr><w:t>"),
            "word/settings.xml": lambda raw: raw.replace(b"</w:settings>", b"<w:mailMerge/></w:settings>"),
        },
    )
    problems = kit.problems(raw)
    assert sorted(kit.codes(problems)) == [HIDDEN.id, FOREIGN.id]
    assert any("页眉" in problem.message.zh for problem in problems)


def test_many_of_a_kind_are_not_all_told(kit: Any) -> None:
    raw = in_paragraph(kit, "".join(f'<w:ins w:id="{n}" w:author="a"/>' for n in range(500)))
    assert 1 <= len(kit.problems(raw)) <= 5
