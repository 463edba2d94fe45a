"""``jiayi check --sign-off``: nothing about the contract may be open; what was waived is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.app import app
from generator.resources import Library

DEVIATION = "\ndeviations: [{clause: integrity, omit: true, reason: 对方要求}]\n"
VAGUE = ("other_terms:", "other_terms:\n    - 甲方对乙方人员的任何损害概不负责")
WAIVER = "\nwaivers: [{code: L115, at: contract.other_terms, reason: 双方已经书面确认, approved_by: zhou, approved_on: 2026-02-10}]\n"


def check(*words: str) -> Result:
    return CliRunner().invoke(app, ["--lang", "en", "check", *words])


@pytest.fixture
def one(here: Path) -> Path:
    return here / "specs" / "one.yaml"


def edit(path: Path, before: str, after: str, more: str = "") -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1) + more, encoding="utf-8")


def test_a_sound_contract_is_ready(one: Path) -> None:
    done = check("--sign-off")
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "ready to be signed"), done.output
    assert "ready" not in check().output


def test_a_draft_is_judged_as_if_it_were_signed(one: Path) -> None:
    edit(one, "state: execution", "state: draft", DEVIATION)
    assert check().exit_code == 0
    assert "C118" not in check().output
    done = check("--sign-off")
    assert done.exit_code == 1
    assert "C118" in done.output
    assert done.output.splitlines()[-1] == "not ready to be signed: 1 to be mended or waived"


def test_a_warning_is_mended_or_waived(one: Path) -> None:
    edit(one, *VAGUE)
    assert "L115" in check().output
    assert check("--sign-off").exit_code == 1
    edit(one, "payments:", "payments:", WAIVER)
    done = check("--sign-off")
    assert done.exit_code == 0, done.output
    assert "L115" not in done.output
    assert done.output.splitlines()[-2:] == ["1 more waived", "ready to be signed"]


def test_an_open_objection_blocks(one: Path) -> None:
    edit(one, "state: execution", "state: draft")
    edit(one, "blocking: true, resolved_on: 2025-12-20", "blocking: true")
    assert check().exit_code == 0
    done = check("--sign-off")
    assert done.exit_code == 1
    assert "P117" in done.output


def test_an_open_rejection_blocks_without_being_marked(one: Path) -> None:
    edit(one, "state: execution", "state: draft")
    edit(one, "blocking: true, resolved_on: 2025-12-20", "verdict: reject")
    done = check("--sign-off")
    assert done.exit_code == 1
    assert "P117" in done.output
    edit(one, "verdict: reject", "verdict: reject, answer: 上限已写明, resolved_on: 2025-12-20")
    assert check("--sign-off").exit_code == 0


def test_a_warning_about_the_work_does_not_block(one: Path) -> None:
    edit(one, "state: execution", "state: execution", WAIVER)
    done = check("--sign-off")
    assert done.exit_code == 0
    assert "W204" in done.output


def test_what_is_signed_is_read(one: Path) -> None:
    edit(one, "other_terms:", "other_terms:\n    - 甲方应当在3日内向甲方支付保管费")
    line = one.read_text(encoding="utf-8").split("保管费")[0].count("\n") + 1
    assert check().exit_code == 0
    done = check("--sign-off")
    assert done.exit_code == 1
    assert "T184" in done.output
    assert f"specs/one.yaml:{line}:" in done.output
    assert done.output.splitlines()[-1] == "not ready to be signed: 1 to be mended or waived"


def test_a_clause_of_the_workspace_is_read(one: Path) -> None:
    source = Library().read("clauses/general.yaml").decode("utf-8")
    own = one.parents[1] / "templates" / "clauses" / "general.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(source.replace("一式{{", "共____页，一式{{", 1), encoding="utf-8")
    done = check("--sign-off")
    assert done.exit_code == 1
    assert "T182" in done.output


def test_a_broken_project_is_not_read(one: Path) -> None:
    edit(one, "state: execution", "state: nowhere")
    done = check("--sign-off")
    assert done.exit_code == 1
    assert "T1" not in done.output
