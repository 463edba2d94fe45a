"""``jiayi build``: what is made, said and left alone."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from docx.shared import Mm

import generator.cli
from generator.build import office
from generator.cli import quick
from generator.cli.app import app
from generator.diagnostics import GeneratorError
from generator.resources import Library


def build(*words: str) -> Result:
    return CliRunner().invoke(app, ["--lang", "en", "build", "--only", "contract", *words])


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*.docx"))


def test_documents_are_named_as_they_are_made(here: Path) -> None:
    first = build()
    assert first.exit_code == 0, first.output
    (name,) = made(here / "output")
    assert f"✓ output/east-china-agency/{name}\n" in first.output
    assert "1 documents (1 changed)" in first.output
    again = build()
    assert name not in again.output
    assert f"{name} (unchanged)  ← everything is to be made anew" in build("--force", "--explain").output
    assert "1 documents (0 changed)" in again.output


def test_another_folder_and_silence(here: Path) -> None:
    assert build("-q", "-o", "elsewhere").output == ""
    assert made(here / "elsewhere")
    assert not (here / "output").exists()


@pytest.mark.parametrize("body", ["language: de\n", "- a\n", "language: [\n", ""])
def test_nothing_is_made_with_a_broken_workspace_file(here: Path, body: str) -> None:
    (here / "jiayi.yaml").write_text(body, encoding="utf-8")
    project = here / "specs" / "one.yaml"
    own = re.sub(r"  party_a:\n(    .*\n)+", "", project.read_text(encoding="utf-8"), count=1)
    project.write_text(own, encoding="utf-8")
    result = build()
    assert result.exit_code == 1
    assert "✗ one: has errors, not built" in result.output
    assert "--> jiayi.yaml:" in result.output
    assert made(here) == []


def test_party_a_is_not_missed_while_it_stands_in_a_workspace_file_with_errors(here: Path) -> None:
    project = here / "specs" / "one.yaml"
    text = project.read_text(encoding="utf-8")
    block = re.search(r"  party_a:\n(?:    .*\n)+", text)
    assert block
    project.write_text(text.replace(block[0], ""), encoding="utf-8")
    assert "error[C117]" in build().output
    own = re.sub("^  ", "", block[0], flags=re.MULTILINE)
    for workspace in (f"language: de\n{own}", f"{own}language: [\n"):
        (here / "jiayi.yaml").write_text(workspace, encoding="utf-8")
        result = build()
        assert result.exit_code == 1
        assert "C117" not in result.output
        assert made(here) == []


def test_of_projects_with_one_id_the_first_is_built(here: Path) -> None:
    for name in ("v1.2", "v1.3"):
        (here / "specs" / name).mkdir()
        (here / "specs" / name / "all.yaml").write_bytes((here / "specs" / "one.yaml").read_bytes())
    (here / "specs" / "one.yaml").unlink()
    result = build()
    assert result.exit_code == 1
    assert len(made(here)) == 1
    assert "✗ v1.3: has errors" in result.output
    assert "✗ v1.2" not in result.output


def test_a_kind_that_the_workspace_file_wants_but_nobody_knows(here: Path) -> None:
    (here / "jiayi.yaml").write_text("language: zh-CN\ndocuments: [contrat]\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["--lang", "en", "build"])
    assert result.exit_code == 2
    assert "no such kind: contrat" in result.output


def test_a_name_cannot_speak_to_the_terminal(here: Path) -> None:
    (here / "specs" / "\x1b]0;x\x07\x1b[31m.yaml").write_text("project: [\n", encoding="utf-8")
    result = build()
    assert result.exit_code == 1
    assert "\x1b" not in result.output
    assert "\x07" not in result.output
    assert "✗ ␛]0;x␇␛[31m: has errors" in result.output


def ended(monkeypatch: pytest.MonkeyPatch, *words: str) -> object:
    monkeypatch.setattr("sys.argv", ["jiayi", *words])
    monkeypatch.setenv("JIAYI_LANG", "en")
    with pytest.raises(SystemExit) as end:
        generator.cli.main()
    return end.value.code


def test_a_folder_that_cannot_be_written_ends_with_3(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "taken").mkdir()
    (here / "taken" / "output").write_bytes(b"")
    assert ended(monkeypatch, "build", "--only", "contract", "-o", "taken/output/x") == 3
    assert "cannot write taken/output/x" in capsys.readouterr().err


def test_a_wrong_epoch_ends_with_3(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    assert ended(monkeypatch, "build", "--only", "contract") == 3
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_what_the_system_refuses_ends_with_3_and_no_traceback(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, "check", "长" * 200) == 3
    said = capsys.readouterr().err
    assert said.startswith("jiayi: 长")
    assert "Traceback" not in said


def test_a_document_without_a_source_is_told_and_removed_when_asked(here: Path) -> None:
    build()
    (name,) = made(here / "output")
    (here / "specs" / "two.yaml").write_text(
        (here / "specs" / "one.yaml").read_text(encoding="utf-8").replace("id: east-china-agency", "id: two"),
        encoding="utf-8",
    )
    build()
    (here / "specs" / "one.yaml").unlink()
    result = build()
    assert "1 documents have no source any more" in result.output
    assert len(made(here / "output")) == 2
    pruned = build("--prune")
    assert f"- output/east-china-agency/{name} (removed)" in pruned.output
    assert len(made(here / "output")) == 1
    assert not (here / "output" / "east-china-agency").exists()
    assert "no source" not in build().output


def test_a_changed_document_without_a_source_is_kept(here: Path) -> None:
    build()
    (name,) = made(here / "output")
    path = here / "output" / "east-china-agency" / name
    path.write_bytes(path.read_bytes() + b" ")
    project = here / "specs" / "one.yaml"
    project.write_text(
        project.read_text(encoding="utf-8").replace("id: east-china-agency", "id: two"), encoding="utf-8"
    )
    result = build("--prune")
    assert "warning[W304]" in result.output
    assert path.exists()


def test_nothing_to_do_is_answered_at_once_with_the_same_words(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, "build") == 0
    first = capsys.readouterr().out
    monkeypatch.setattr("generator.cli.whole.run", lambda: pytest.fail("the whole program was asked"))
    assert ended(monkeypatch, "build") == 0
    second = capsys.readouterr().out
    assert "(0 changed)" in second
    assert second.split("\n", 1)[1] == first.split(" s\n", 1)[1]


@pytest.mark.parametrize("what", ["edit", "output", "template", "epoch", "language", "new", "gone", "tool"])
def test_anything_that_changed_is_no_quick_answer(
    here: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    ended(monkeypatch, "build")
    project = here / "specs" / "one.yaml"
    if what == "edit":
        project.write_text(project.read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
    elif what == "output":
        next((here / "output").rglob("*.docx")).unlink()
    elif what == "template":
        (here / "templates").mkdir()
        (here / "templates" / "x.yaml").write_text("a", encoding="utf-8")
    elif what == "epoch":
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    elif what == "new":
        (here / "specs" / "z.yaml").write_text("a: 1\n", encoding="utf-8")
    elif what == "gone":
        project.rename(here / "specs" / "two.yaml")
    elif what == "tool":
        monkeypatch.setattr("generator.build.tool.mark", lambda: "other")
        monkeypatch.setattr("generator.build.tool.content", lambda: "other")
    monkeypatch.setenv("JIAYI_LANG", "zh" if what == "language" else "en")
    assert quick.answer(["build"]) is None
    assert quick.answer(["build", "-q"]) is None


def test_pdf_needs_libreoffice_and_makes_nothing_without(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    result = build("--pdf")
    assert isinstance(result.exception, GeneratorError)  # told, and 3 returned, by cli.whole
    assert "soffice" in result.exception.message.en
    assert made(here) == []


def test_pdfs_are_told_and_a_plain_build_says_which_are_old(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: "soffice")
    monkeypatch.setattr(office, "converted", lambda _, documents: (b"%PDF-" + body for body in documents))
    first = build("--pdf", "--explain")
    (pdf,) = (here / "output").rglob("*.pdf")
    assert f"✓ output/east-china-agency/{pdf.name}  ← made for the first time" in first.output
    assert "2 documents (2 changed)" in first.output
    assert "2 documents (0 changed)" in build("--pdf").output
    project = here / "specs" / "one.yaml"
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace("signing_place: ", "signing_place: 新", 1), encoding="utf-8")
    old = build()
    assert old.exit_code == 0
    assert "W308" in old.output
    assert "W308" in build().output
    new = build("--pdf", "--explain").output
    assert f"{pdf.name}  ← its Word document changed" in new
    assert "W308" not in new
    assert build("--pdf", "--watch").exit_code == 2


def test_another_page_makes_word_documents_anew(here: Path) -> None:
    build()
    (here / "jiayi.yaml").write_text("language: zh-CN\npage: official\n", encoding="utf-8")
    assert "the page of documents changed" in build("--explain").output
    (path,) = (here / "output").rglob("合同_*.docx")
    assert round(docx.Document(str(path)).sections[0].top_margin / Mm(1)) == 37
    assert "1 documents (0 changed)" in build().output
    own = here / "templates" / "zh-CN" / "contract.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(Library().read("zh-CN/contract.docx"))
    assert "template zh-CN/contract.docx changed" in build("--explain").output
    assert round(docx.Document(str(path)).sections[0].top_margin / Mm(1)) == 23
