"""The commands: what they print, and how they end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import generator.cli
import generator.cli.whole
from generator import __version__
from generator.cli.app import app
from generator.cli.language import terminal_language
from generator.diagnostics import GeneratorError, Text

BASE = Path(__file__).parents[2] / "cases" / "base.yaml"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def spoil(here: Path, old: str = "  title:", new: str = "  titel:") -> None:
    text = BASE.read_text(encoding="utf-8")
    assert old in text
    (here / "specs" / "one.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_of_a_sound_workspace(here: Path) -> None:
    result = run("--lang", "zh", "check")
    assert result.exit_code == 0
    assert "没有发现问题" in result.output


def test_check_of_a_broken_one(here: Path) -> None:
    spoil(here)
    result = run("--lang", "en", "check")
    assert result.exit_code == 1
    assert "error[S101]" in result.output
    assert "did you mean 'title'" in result.output
    assert "specs/one.yaml:" in result.output


def test_check_for_programs(here: Path) -> None:
    spoil(here)
    found = json.loads(run("--lang", "en", "check", "--format", "json").output)
    assert [one["code"] for one in found] == ["S102", "S101"]
    assert found[1]["message"] == "unknown key 'titel'"
    assert found[1]["location"]["file"] == "specs/one.yaml"
    log = json.loads(run("--lang", "zh", "check", "--format", "sarif").output)
    results = log["runs"][0]["results"]
    assert [one["ruleId"] for one in results] == ["S102", "S101"]
    assert "未知的键" in results[1]["message"]["text"]
    lines = run("check", "--format", "github").output.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("::error file=specs/one.yaml,line=") for line in lines)


def test_programs_get_their_form_without_findings_and_without_progress(here: Path) -> None:
    assert json.loads(run("check", "--format", "json").output) == []
    assert json.loads(run("build", "--only", "contract", "--format", "json").output) == []
    assert json.loads(run("check", "--format", "sarif").output)["runs"][0]["results"] == []


def test_strict_counts_warnings(here: Path) -> None:
    spoil(here, 'postcode: "310000"', 'postcode: "31000"')
    result = run("--lang", "en", "check")
    assert "warning[C109]" in result.output
    assert result.exit_code == 0
    assert run("check", "--strict").exit_code == 1


@pytest.mark.parametrize("path", ["specs", "specs/one.yaml", "."])
def test_paths_that_mean_the_project(here: Path, path: str) -> None:
    assert run("check", path).exit_code == 0


def test_the_workspace_file_means_all_projects(here: Path) -> None:
    (here / "jiayi.yaml").write_text("language: zh-CN\n", encoding="utf-8")
    spoil(here)
    assert run("check", "jiayi.yaml").exit_code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("check", "nowhere.yaml"),
        ("check", "--format", "xml"),
        ("build", "--only", "letter"),
        ("explain", "Z999"),
        ("frobnicate",),
        ("new", "x", "--kind", "y"),
    ],
)
def test_wrong_usage_ends_with_2(here: Path, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_an_empty_folder_has_no_project(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    result = run("--lang", "zh", "check", str(tmp_path))
    assert result.exit_code == 2
    assert "jiayi new" in result.output


def test_build_refuses_a_broken_project_and_keeps_what_was_there(here: Path) -> None:
    old = here / "output" / "one" / "old.docx"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"last good")
    spoil(here)
    result = run("--lang", "zh", "build", "--only", "contract")
    assert result.exit_code == 1
    assert "未生成" in result.output
    assert old.read_bytes() == b"last good"


def test_an_environment_error_ends_with_3(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: object) -> None:
        raise GeneratorError(Text("磁盘满", "the disk is full"), Text("清理", "make room"))

    monkeypatch.setattr(generator.cli.whole, "app", fail)
    monkeypatch.setenv("JIAYI_LANG", "zh")
    monkeypatch.setattr("sys.argv", ["jiayi", "check"])
    with pytest.raises(SystemExit) as ended:
        generator.cli.main()
    assert ended.value.code == 3
    assert "磁盘满" in capsys.readouterr().err


def test_the_end_of_a_command_looks_for_no_cycles() -> None:
    code = (
        "import atexit, gc, sys; atexit.register(lambda: print(gc.get_threshold()[0], gc.get_freeze_count() > 0)); "
        "sys.argv = ['jiayi', '--version']; from generator.cli import main; main()"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == f"{generator.cli.OBJECTS} True"


def test_check_cites_the_law_in_force_at_signing(here: Path) -> None:
    spoil(here, "other_terms: [未尽事宜双方另行协商]", "other_terms: [按《合同法》执行]")
    lines = run("--lang", "zh", "check").output.splitlines()
    assert "  = 办法: 改引《中华人民共和国民法典》" in lines
    assert "  = 依据: 《中华人民共和国民法典》第一千二百六十条" in lines


def test_explain(here: Path) -> None:
    result = run("--lang", "zh", "explain", "s102")
    assert result.exit_code == 0
    assert "缺少必填项" in result.output


def test_version() -> None:
    assert run("--version").output == f"jiayi, version {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    assert "_JIAYI_COMPLETE" in run("completion", shell).output


@pytest.mark.parametrize(
    ("value", "language"), [("zh_CN.UTF-8", "zh"), ("en_US.UTF-8", "en"), ("C", "en"), ("zh_TW", "zh")]
)
def test_the_terminal_says_the_language(monkeypatch: pytest.MonkeyPatch, value: str, language: str) -> None:
    for name in ("JIAYI_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", value)
    assert terminal_language() == language


def test_without_any_word_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("JIAYI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert terminal_language() in ("zh", "en")
