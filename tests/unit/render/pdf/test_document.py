import datetime
import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from reportlab import rl_config

from generator.render import pdf
from generator.render.pdf import Document, Heading, Item, Prose, Run, Title
from generator.render.pdf.fonts import faces

SAMPLE = Path(__file__).with_name("sample.py")
ROOT = Path(__file__).parents[4]
BUILD = """
import hashlib, runpy, sys, time
frozen = float(sys.argv[2])
time.time = lambda: frozen
from generator.render import pdf
print(hashlib.sha256(pdf.render(runpy.run_path(sys.argv[1])["report"]()).data).hexdigest())
"""


def small(document: Document, *blocks: pdf.Block) -> pypdf.PdfReader:
    rendered = pdf.render(replace(document, blocks=blocks, header_left="", header_right="", footer_left=""))
    assert rendered.diagnostics == ()
    return pypdf.PdfReader(BytesIO(rendered.data))


def body(reader: pypdf.PdfReader) -> str:
    """Return the text of all pages without the page numbers and without line ends."""
    text = "".join(page.extract_text() for page in reader.pages)
    return re.sub(r"第 \d+ 页 共 \d+ 页", "", text).replace("\n", "")


def test_same_bytes_in_two_processes_with_different_clocks_and_hash_seeds() -> None:
    digests = set()
    for seed, clock in (("1", "1000000000"), ("2", "2000000000")):
        result = subprocess.run(
            [sys.executable, "-c", BUILD, str(SAMPLE), clock],
            cwd=ROOT,
            env={
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": str(ROOT),
                "TZ": "Asia/Tokyo" if seed == "1" else "UTC",
            },
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(result.stdout.strip())
    assert len(digests) == 1


def test_rendering_twice_in_one_process_gives_the_same_bytes(
    report: Document, rendered: pdf.Rendered
) -> None:
    assert hashlib.sha256(pdf.render(report).data).digest() == hashlib.sha256(rendered.data).digest()


def test_what_was_rendered_before_is_not_in_the_bytes(report: Document, rendered: pdf.Rendered) -> None:
    other = replace(report, blocks=[Title("乙𠅤"), *list(report.blocks)[::-2], Prose("别的" * 300)])
    first = pdf.render(other).data
    assert pdf.render(report).data == rendered.data
    assert pdf.render(other).data == first


def test_global_configuration_of_reportlab_is_left_alone(report: Document) -> None:
    before = dict(vars(rl_config))
    pdf.render(report)
    assert dict(vars(rl_config)) == before


def test_the_sample_report_is_clean(rendered: pdf.Rendered) -> None:
    assert rendered.diagnostics == ()
    assert 4 <= rendered.pages <= 6


def test_every_font_is_embedded(reader: pypdf.PdfReader) -> None:
    for page in reader.pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]  # pypdf types a resource as an object
        assert set(fonts) == {"/F1", "/F2"}
        for reference in fonts.values():
            font = reference.get_object()
            descendant = font["/DescendantFonts"][0].get_object()
            assert "NotoSansSC" in font["/BaseFont"]
            assert descendant["/FontDescriptor"]["/FontFile2"].get_object().get_data()
            assert "/ToUnicode" in font


def test_text_comes_out_as_it_went_in(report: Document) -> None:
    text = "甲方R&D部<b>&amp;</b>{{ x }}，“乙方”《民法典》第577条——￥1,000.00元；Party B’s 团队……☑是☐否①▲"
    assert body(small(report, Prose(text * 12))) == text * 12


def test_every_character_beyond_the_basic_plane_comes_out(report: Document) -> None:
    text = "".join(sorted(character for character in faces()[0].glyphs if ord(character) > 0xFFFF))
    assert len(text) >= 196
    assert body(small(report, Prose(text), Prose(Run(text, bold=True)))) == text * 2


def test_all_standard_text_comes_out(report: Document) -> None:
    text = "".join(chr(code) for code in range(0x4E00, 0x9FA6))
    assert body(small(report, Prose(text))) == text


def test_outline_has_the_headings(reader: pypdf.PdfReader) -> None:
    titles = [item["/Title"] for item in reader.outline if isinstance(item, dict)]
    assert titles == ["一、合同双方与主要条款", "二、绩效考核", "三、风险", "四、会议与待办", "五、付款进度"]
    nested = [[item["/Title"] for item in items] for items in reader.outline if isinstance(items, list)]
    assert nested[0] == ["近期到期事项"]


def test_a_heading_of_level_3_without_level_2_is_no_error(report: Document) -> None:
    assert (
        len(small(report, Heading("三级", 3), Prose("x"), Heading("一级"), Heading("又三级", 3)).outline) == 3
    )


def test_every_page_says_which_of_how_many(reader: pypdf.PdfReader) -> None:
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert f"第 {number} 页 共 {count} 页" in text
        assert "JY-2026-001" in text


def test_metadata(reader: pypdf.PdfReader) -> None:
    data = reader.metadata
    assert data is not None
    assert data.title == "华东区域销售外包项目 管理摘要"
    assert data.author == "北京华远科技股份有限公司"
    assert data.creation_date == datetime.datetime(
        2026, 9, 18, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=8))
    )
    assert data["/GitCommit"] == "a1b2c3d"
    assert data["/SpecSha256"] == "0" * 64
    assert "R&D" in data["/Keywords"]
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]  # pypdf types a catalogue as an object


def test_links_go_out_and_inside(report: Document) -> None:
    reader = small(
        report,
        Heading("甲", anchor="a"),
        Prose([Run("内", link="#a"), Run("外", link="https://a.cn/甲?b=1&c=(2)")]),
    )
    targets = [annotation.get_object() for annotation in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert targets[0]["/Dest"][0].get_object() == reader.pages[0]
    assert targets[1]["/A"]["/URI"] == "https://a.cn/%E7%94%B2?b=1&c=(2)"


def test_a_link_to_no_heading_is_a_fault(report: Document) -> None:
    with pytest.raises(ValueError, match="do not exist: nowhere"):
        small(report, Prose(Run("x", link="#nowhere")))


def test_a_missing_glyph_is_found_wherever_it_stands(report: Document) -> None:
    chart = pdf.TrendChart(
        ("😀",), (pdf.Series("䲞𪚥", (pdf.Point(None),)),), pdf.TrendWords("a", "b", "c", "d", "e")
    )
    rendered = pdf.render(replace(report, blocks=[Title("𠮷"), chart], header_left="\u200b"))
    found = "".join(diagnostic.message.en for diagnostic in rendered.diagnostics)
    for point in ("U+20BB7", "U+1F600", "U+2A6A5", "U+200B"):
        assert point in found


def test_hundreds_of_pages(report: Document) -> None:
    reader = small(report, *(Item(f"{i}.", "甲方应当按照约定支付服务费。" * 9) for i in range(1200)))
    assert len(reader.pages) > 80
