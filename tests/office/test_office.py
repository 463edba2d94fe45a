"""Every Word document of the samples and of each kind's example: valid as OOXML, sound in structure, and opened by LibreOffice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader
from support import ROOT, text_of

from generator.build.manifest import FOLDER
from generator.cli.starting import start
from generator.model.profile import ProjectKind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def workspace(root: Path) -> Path:
    """Make a workspace with the samples and the example of each kind of contract."""
    shutil.copytree(ROOT / "specs", root / "specs")
    shutil.copy(ROOT / "jiayi.yaml", root)
    for kind in ProjectKind:
        list(start(root / f"example-{kind}", kind, "示例", "zh"))
    return root


def build(root: Path, *words: str) -> None:
    command = [sys.executable, "-m", "generator", "build", "-q", *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All documents of the samples and examples."""
    root = workspace(tmp_path_factory.mktemp("office") / "all")
    build(root)
    return root / "output"


def documents(built: Path) -> list[Path]:
    found = sorted(built.rglob("*.docx"))
    assert len(found) > 90
    return found


def test_each_sample_has_four_kinds(built: Path) -> None:
    for sample in built.iterdir():
        if sample.is_dir() and sample.name != FOLDER and not sample.name.startswith("example-"):
            names = "\n".join(path.name for path in sample.iterdir())
            for start in ("合同_", "会议纪要_", "绩效评价表_"):
                assert start in names
            assert list(sample.glob("*.pdf"))


def test_every_document_is_valid_ooxml(built: Path) -> None:
    validator = OpenXmlValidator()
    for path in documents(built):
        result = validator.validate(path)
        assert result.is_valid, (path.name, [str(error) for error in result.errors][:5])


def test_every_document_is_sound_in_structure(built: Path) -> None:
    for path in documents(built):
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
            parts = {name: package.read(name) for name in package.namelist()}
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in zipfile.ZipFile(path).infolist())
        root = ElementTree.fromstring(parts["word/document.xml"])
        for cell in root.iter(f"{W}tc"):
            assert cell[-1].tag == f"{W}p", path.name
        marks = [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")]
        ids = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart")]
        assert len(marks) == len(set(marks))
        assert len(ids) == len(set(ids))
        fields = " ".join(one.text or "" for one in root.iter(f"{W}instrText"))
        assert set(re.findall(r"\bREF (\S+)", fields)) <= set(marks)
        assert not list(root.iter(f"{W}vanish"))
        styles = ElementTree.fromstring(parts["word/styles.xml"])
        for fonts in styles.iter(f"{W}rFonts"):
            assert fonts.get(f"{W}eastAsia"), path.name
        text = text_of(".docx", path.read_bytes())
        assert "{{" not in text
        assert "{%" not in text


def test_libreoffice_opens_every_document(built: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed; `make test` installs it on Debian"
    found = documents(built)
    command = [
        office,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    for project in sorted({path.parent for path in found}):
        target = tmp_path / project.name
        files = [str(path) for path in found if path.parent == project]
        subprocess.run(
            [*command, "--outdir", str(target), *files], capture_output=True, check=True, timeout=300
        )
        for file in files:
            pdf = PdfReader(target / f"{Path(file).stem}.pdf")
            pages = len(pdf.pages)
            assert (8 <= pages <= 40) if "合同_" in file else (1 <= pages <= 10), (file, pages)
            last = pdf.pages[-1].extract_text()
            assert re.search(rf"第\s*{pages}\s*页\s*共\s*{pages}\s*页", last), (file, last[-80:])
            if "合同_" in file:
                text = re.sub(r"\s", "", "".join(page.extract_text() for page in pdf.pages))
                for number in ("第一条", "第二条", "第十五条", "附件一"):
                    assert number in text


@pytest.mark.parametrize("page", ["compact", "official"])
def test_libreoffice_shows_the_numbers_and_references_that_are_cached(page: str, tmp_path: Path) -> None:
    """LibreOffice counts articles and looks references up itself, so that its PDF is a second opinion of both."""
    root = workspace(tmp_path / "工 作区")
    own = (root / "jiayi.yaml").read_text(encoding="utf-8")
    (root / "jiayi.yaml").write_text(f"page: {page}\n{own}", encoding="utf-8")
    build(root, "--pdf", "--only", "contract")
    contracts = sorted((root / "output").rglob("合同_*.docx"))
    assert len(contracts) == 3 + len(ProjectKind)
    for path in contracts:
        pages = shown(path.with_suffix(".pdf"))
        lines = [line for page in pages for line in page]
        paragraphs = list(
            ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml")).iter(f"{W}p")
        )
        entries = [squeezed(one) for one in paragraphs if styled(one) == "TOC1"]
        titles = [squeezed(one) for one in paragraphs if styled(one) in ("Article", "Annex")]
        assert [re.sub(r"^(第[^条]+条|附件.)", "", entry) for entry in entries] == titles
        assert [(entry, lines.count(entry)) for entry in entries if lines.count(entry) != 2] == []
        text = "".join(lines)
        assert is_signed_on_one_page(pages)
        if page == "official":  # GB/T 9704-2012, 5.2.3: 22 lines of 28 characters; the second page is full
            assert len(pages[1]) == min(22, len(entries) + 1)
            assert max(len(line) for line in lines if re.fullmatch("[一-鿿，。；、：《》]{20,}", line)) == 28
        referring = [
            one for one in paragraphs if " REF " in "".join(i.text or "" for i in one.iter(f"{W}instrText"))
        ]
        assert len(referring) >= 5
        assert [squeezed(one) for one in referring if squeezed(one) not in text] == []


def is_signed_on_one_page(pages: list[list[str]]) -> bool:
    """Return whether all that is signed stands on one page, below a line of the contract's text."""
    (page,) = [page for page in pages if "签署栏）" in "".join(page)]
    text, before = "".join(page), page[0]
    ends = [text.count(word) for word in ("公章或合同专用章", "法定代表人或委托代理人", "账号：", "日期：")]
    return ends in ([2, 2, 2, 2], [2, 2, 0, 2]) and not before.startswith("双方确认")


def shown(path: Path) -> list[list[str]]:
    """Return the lines of each page of a PDF without space, and without what stands at its head, foot and edge."""
    pages = [
        [re.sub(r"\s", "", line) for line in page.extract_text().splitlines()]
        for page in PdfReader(path).pages
    ]
    around = re.compile(r"合同编号：\S+版本：\S+|第\d+页共\d+页|—\d+—|[骑缝章]|骑缝章|")
    return [[line for line in page if not around.fullmatch(line)] for page in pages]


def styled(paragraph: ElementTree.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def squeezed(paragraph: ElementTree.Element) -> str:
    return re.sub(r"\s", "", "".join(one.text or "" for one in paragraph.iter(f"{W}t")))
