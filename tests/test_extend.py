"""One file adds a check, a document kind, a clause: shown in a copy of the program, with nothing else touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from support import ROOT, text_of

CHECK = '''
"""No product may be called 禁用."""
from collections.abc import Iterator
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project

CODE = Code("C199", Severity.ERROR, Text("名称不可用", "name not allowed"), Text("换一个名称。", "Take another name."))

def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding where the project is called so."""
    if "禁用" in project.project.name:
        yield found(CODE, Text("项目名称不可用", "the name is not allowed"), Place(("project", "name")))
'''
KIND = '''
"""A cover letter."""
from generator.diagnostics import Text
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.project import Project
from generator.render import pdf

def items(project: Project) -> tuple[Item, ...]:
    """One for each project."""
    return (Item("", "函件", ("project",)),)

def render(job: Job) -> Rendered:
    """Return the letter."""
    about = pdf.Properties("函件", job.provenance.created)
    made = pdf.render(pdf.Document(about, [pdf.Title(f"致{job.project.parties.party_b.name}")], "{}/{}".format))
    return Rendered(made.data, made.diagnostics)

KIND = DocumentKind("letter", Text("函件", "Letter"), ".pdf", items, render)
'''
CLAUSE = """\
id: zz-example
order: 305
title:
  zh-CN: 示例条款
text:
  zh-CN:
    - 双方同意遵守{{ project.name }}的示例约定，并见[[price]]。
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program in a folder of its own, and a workspace beside it."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "generator", tmp_path / "lib" / "generator", ignore=ignore)
    shutil.copytree(ROOT / "schemas", tmp_path / "lib" / "generator" / "schemas", ignore=ignore)
    shutil.copytree(ROOT / "templates", tmp_path / "lib" / "generator" / "templates", ignore=ignore)
    (tmp_path / "work").mkdir()
    shutil.copy(ROOT / "jiayi.yaml", tmp_path / "work")
    shutil.copytree(ROOT / "specs" / "warehouse-system", tmp_path / "work" / "specs" / "warehouse-system")
    return tmp_path


def jiayi(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    # isolated from the installed program: its finder must not answer for the copy
    code = f"import sys; sys.path.insert(0, {str(copy / 'lib')!r}); sys.meta_path[:] = [f for f in sys.meta_path if 'editable' not in repr(f).lower()]; sys.argv = ['jiayi', *{words!r}]; import generator; assert 'lib' in generator.__file__, generator.__file__; from generator.cli import main; main()"  # fmt: skip
    environment = {**os.environ, "JIAYI_LANG": "en"}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=copy / "work",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_check_is_one_file(copy: Path) -> None:
    project = copy / "work" / "specs" / "warehouse-system" / "project.yaml"
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace("  name: ", "  name: 禁用", 1), encoding="utf-8")
    assert "C199" not in jiayi(copy, "check").stdout
    (copy / "lib" / "generator" / "rules" / "c199_example.py").write_text(CHECK, encoding="utf-8")
    done = jiayi(copy, "check")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "error[C199]: the name is not allowed\n  --> specs/warehouse-system/project.yaml:" in done.stdout
    assert "Take another name." in jiayi(copy, "explain", "C199").stdout


def test_a_document_kind_is_one_file(copy: Path) -> None:
    assert jiayi(copy, "build", "--only", "letter").returncode == 2
    (copy / "lib" / "generator" / "documents" / "letter.py").write_text(KIND, encoding="utf-8")
    done = jiayi(copy, "build", "--only", "letter")
    assert done.returncode == 0, done.stdout + done.stderr
    body = (copy / "work" / "output" / "warehouse-system" / "函件.pdf").read_bytes()
    assert "栈桥数智软件" in text_of(".pdf", body)


@pytest.mark.parametrize("folder", ["lib/generator/templates/clauses", "work/templates/clauses"])
def test_a_clause_is_one_file(copy: Path, folder: str) -> None:
    (copy / folder).mkdir(parents=True, exist_ok=True)
    (copy / folder / "zz-example.yaml").write_text(CLAUSE, encoding="utf-8")
    done = jiayi(copy, "build", "--only", "contract")
    assert done.returncode == 0, done.stdout + done.stderr
    body = next((copy / "work" / "output").rglob("*.docx")).read_bytes()
    text = text_of(".docx", body)
    assert "示例条款" in text
    assert "系统开发项目的示例约定，并见第" in text


def test_a_user_adds_a_kind_by_a_word_template(copy: Path) -> None:
    folder = copy / "work" / "templates" / "zh-CN"
    folder.mkdir(parents=True)
    document = docx.Document()
    document.add_paragraph(
        "致{{ parties.party_b.name }}：合同总价{{ contract.price.gross|money(contract.price.currency) }}"
    )
    document.save(str(folder / "函件.docx"))
    done = jiayi(copy, "build", "--only", "函件")
    assert done.returncode == 0, done.stdout + done.stderr
    body = (copy / "work" / "output" / "warehouse-system" / "函件.docx").read_bytes()
    assert "致栈桥数智软件（上海）有限公司：合同总价¥980,000.00" in text_of(".docx", body)


def test_a_hole_in_a_users_template_names_template_variable_and_yaml(copy: Path) -> None:
    folder = copy / "work" / "templates" / "zh-CN"
    folder.mkdir(parents=True)
    document = docx.Document()
    document.add_paragraph("传真：{{ parties.party_b.postcode }}，{{ contract.titel }}")
    document.save(str(folder / "函件.docx"))
    party = copy / "work" / "specs" / "warehouse-system" / "project.yaml"
    lines = [line for line in party.read_text(encoding="utf-8").split("\n") if "postcode" not in line]
    party.write_text("\n".join(lines), encoding="utf-8")
    done = jiayi(copy, "build", "--only", "函件")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "函件.docx" in done.stdout
    assert "contract.titel" in done.stdout
    assert not list((copy / "work" / "output").rglob("*.docx"))
