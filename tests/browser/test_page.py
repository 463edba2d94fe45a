"""The preview page in a real browser: what a reader sees after a save, after a mistake, and after its correction."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from browser.chromium import Chromium

from generator.build.survey import Inputs
from generator.build.unit import Settings
from generator.resources import templates
from generator.serve.live import Live as Kept
from generator.serve.preview import Preview
from generator.serve.snapshot import Snapshot, snapshot
from generator.serve.watcher import Change

PAPER = "document.querySelector('#pane iframe').contentDocument"
READY = "document.querySelector('#pane').dataset.state === 'ready'"
ATTACK = "<img src=x onerror=window.hacked=1>"


def settle(inputs: Inputs) -> Settings:
    """Return what is built: three kinds."""
    kinds = ("contract", "minutes", "summary")
    return Settings(inputs.root, inputs.own_file, inputs.templates, kinds, "", inputs.tool)


@dataclass
class Live:
    """A workspace whose documents are made and published whenever a file is saved."""

    root: Path
    preview: Preview
    kept: Kept
    address: str = ""
    shown: Snapshot | None = None

    @property
    def file(self) -> Path:
        return self.root / "specs" / "demo.yaml"

    def build(self) -> None:
        list(self.kept.build(Change(frozenset({self.file}))))
        assert self.kept.workspace is not None
        epoch = self.shown.epoch + 1 if self.shown else 1
        loaded, made = self.kept.whole(), self.kept.made
        self.shown = snapshot(self.kept.workspace, loaded, made, epoch, "zh-CN", self.shown)
        self.preview.publish(self.shown)

    def save(self, old: str, new: str) -> None:
        text = self.file.read_text(encoding="utf-8")
        assert old in text
        self.file.write_text(text.replace(old, new), encoding="utf-8")
        self.build()

    def at(self, suffix: str, language: str = "zh") -> str:
        """Return the address of the first document of the project that is named so."""
        assert self.shown is not None
        project = self.shown.projects[0]
        path = next(one.path for one in project.documents if one.path.endswith(suffix))
        return f"{self.address}?lang={language}#/{quote(project.key)}/{quote(path, safe='')}"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    started = Chromium(tmp_path_factory.mktemp("profile"))
    yield started
    started.close()


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    (tmp_path / "specs").mkdir()
    starters = templates() / "starters"
    (tmp_path / "jiayi.yaml").write_bytes((starters / "jiayi.yaml").read_bytes())
    text = (starters / "technical_service.yaml").read_text(encoding="utf-8")
    (tmp_path / "specs" / "demo.yaml").write_text(
        text.replace("{id}", "demo").replace("{name}", ATTACK), encoding="utf-8"
    )
    one = Live(tmp_path, Preview(tmp_path / "output"), Kept(tmp_path, tmp_path / "output", "", settle))
    one.address = one.preview.start()
    one.build()
    yield one
    one.preview.stop()


def raise_price(live: Live) -> None:
    live.save("gross: 300000.00", "gross: 310000.00\n    # raised")
    text = live.file.read_text(encoding="utf-8")
    live.file.write_text(text.replace("unit_price: 240000.00", "unit_price: 250000.00"), encoding="utf-8")
    live.build()


def text_of(pane: str = PAPER) -> str:
    return f"{pane}.body.innerText"


def test_a_save_shows_in_place(browser: Chromium, live: Live) -> None:
    browser.open(live.at(".docx"))
    browser.wait(f"{READY} && {text_of()}.includes('¥300,000.00')")
    browser.run(f"{PAPER}.scrollingElement.scrollTop = 2345")
    browser.run(f"{PAPER}.body.dataset.same = 'yes'")
    browser.run("document.querySelector('#findings').dataset.same = 'yes'")
    raise_price(live)
    browser.wait(f"{READY} && {text_of()}.includes('¥310,000.00')")
    assert browser.run(f"{PAPER}.scrollingElement.scrollTop") == 2345
    assert browser.run(f"{PAPER}.body.dataset.same") == "yes", "the frame was loaded anew"
    assert not browser.run(f"{text_of()}.includes('¥300,000.00')")
    assert browser.complaints() == []


def test_lines_of_at_least_a_height(browser: Chromium, live: Live) -> None:
    """Table text is set at least 15 pt apart; docx-preview by itself would give 15 pt more than the letters need."""
    browser.open(live.at(".docx"))
    browser.wait(READY)
    cell = f"{PAPER}.querySelector('td p.docx_tabletext')"
    assert browser.run(f"{PAPER}.defaultView.getComputedStyle({cell}).lineHeight") == "20px"


def test_a_pdf_keeps_its_place(browser: Chromium, live: Live) -> None:
    browser.open(live.at(".pdf"))
    browser.wait(READY)
    before = browser.run("document.querySelector('#pane iframe').src")
    browser.run("document.querySelector('#pane').scrollTop = 600")
    raise_price(live)
    browser.wait(f"{READY} && document.querySelector('#pane iframe').src !== {before!r}")
    assert browser.run("document.querySelector('#pane').scrollTop") == 600
    assert browser.run("document.querySelectorAll('#pane iframe').length") == 1
    assert browser.complaints() == []


def test_an_error_lies_over_the_last_good_document(browser: Chromium, live: Live) -> None:
    browser.open(live.at(".pdf"))
    browser.wait(READY)
    good = browser.run("document.querySelector('#pane iframe').src")
    assert browser.run("document.querySelector('#overlay').hidden")
    live.save("gross: 300000.00", "gross: [300000.00")
    browser.wait("!document.querySelector('#overlay').hidden")
    shown = browser.run("document.querySelector('#overlay').innerText")
    assert "specs/demo.yaml:150:" in shown
    assert "gross: [300000.00" in browser.run("document.querySelector('#overlay .current').innerText")
    assert browser.run("document.querySelector('#pane iframe').src") == good
    browser.press("Escape")
    browser.wait("document.querySelector('#overlay').hidden")
    assert browser.run("document.querySelector('#note').innerText") == "项目有错误，这是上一次生成的文件。"
    live.build()
    browser.wait("!document.querySelector('#overlay').hidden")
    live.save("gross: [300000.00", "gross: 300000.00")
    browser.wait("document.querySelector('#overlay').hidden")
    assert browser.run("document.querySelector('#note').hidden")
    assert browser.run("document.querySelector('#pane iframe').src") == good


def test_errors_that_are_not_of_the_text(browser: Chromium, live: Live) -> None:
    live.save("gross: 300000.00", "gross: 300001.00")
    browser.open(f"{live.address}?lang=en#/")
    browser.wait("!document.querySelector('#overlay').hidden")
    assert "M101" in browser.run("document.querySelector('#overlay').innerText")
    assert browser.run("document.querySelector('#dashboard .missing').innerText").startswith("Not counted")


def test_text_of_a_project_stays_text(browser: Chromium, live: Live) -> None:
    for address in (f"{live.address}#/", live.at(".docx")):
        browser.open(address)
        browser.wait(f"document.querySelector('#projects').innerText.includes({ATTACK!r})")
    browser.wait(READY)
    assert browser.run("window.hacked === undefined && !document.querySelector('img')")
    assert browser.complaints() == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 820, 1280])
def test_nothing_is_wider_than_the_window(browser: Chromium, live: Live, dark: bool, width: int) -> None:
    for address in (f"{live.address}?lang=zh#/", live.at(".docx", "en")):
        browser.open(address, width, 844, dark=dark, phone=width == 390)
        browser.wait("document.querySelector('#projects').children.length > 1")
        assert browser.run("document.documentElement.scrollWidth <= innerWidth")
        beyond = "[...document.querySelectorAll('header *, #dashboard *, #heading *')].filter((one) => one.getBoundingClientRect().right > innerWidth)"
        assert browser.run(f"{beyond}.map((one) => one.outerHTML)") == []
        bright = browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert bright != dark
    browser.wait(READY)
    assert browser.run(f"{PAPER}.documentElement.scrollWidth <= {width}")


def test_colours_can_be_read(browser: Chromium, live: Live) -> None:
    """Text stands out from its ground by 4.5 to 1 (WCAG 2.2 AA) in both schemes."""
    script = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
    live.save("gross: 300000.00", "gross: 300001.00")
    for dark in (False, True):
        browser.open(f"{live.address}?lang=zh#/", 1280, 1600, dark=dark)
        browser.wait("!document.querySelector('#overlay').hidden")
        assert browser.run(script) == []
        browser.press("Escape")
        assert browser.run(script) == []


def test_the_language_of_the_page(browser: Chromium, live: Live) -> None:
    browser.open(f"{live.address}?lang=en#/")
    browser.wait("document.querySelector('#dashboard h2')?.innerText === 'Overview'")
    assert browser.run("document.documentElement.lang") == "en"
    browser.run("document.querySelector('#language').click()")
    browser.wait("document.querySelector('#dashboard h2')?.innerText === '总览'")
    assert browser.run("document.documentElement.lang") == "zh-CN"
    assert browser.run("location.search") == "?lang=zh"
    assert browser.run("import('/static/words.js').then((words) => words.keysAgree())")


def test_keys(browser: Chromium, live: Live) -> None:
    browser.open(f"{live.address}?lang=zh#/")
    browser.wait("document.querySelector('#projects').children.length > 1")
    browser.press("j")
    browser.wait(f"{READY} && document.querySelector('#projects [aria-current]').innerText.includes('img')")
    first = browser.run("document.querySelector('#kinds [aria-selected=true]').title")
    browser.press("ArrowRight")
    browser.wait(f"document.querySelector('#kinds [aria-selected=true]').title !== {first!r}")
    browser.press("ArrowLeft")
    browser.wait(f"document.querySelector('#kinds [aria-selected=true]').title === {first!r}")
    browser.press("?")
    assert browser.run("document.querySelector('#help').open")
    browser.run("document.querySelector('#help').close()")
    browser.press("/")
    assert browser.run("document.activeElement.id") == "filter"
    browser.run("document.activeElement.value = 'nothing like this'")
    browser.run("document.activeElement.dispatchEvent(new Event('input'))")
    browser.press("Escape")
    assert browser.run("document.querySelector('#filter').value") == ""
    browser.press("k")
    browser.wait("!document.querySelector('#dashboard').hidden")


def test_keys_inside_a_document(browser: Chromium, live: Live) -> None:
    browser.open(live.at(".docx"))
    browser.wait(READY)
    browser.run(f"{PAPER}.dispatchEvent(new KeyboardEvent('keydown', {{key: 'k', bubbles: true}}))")
    browser.wait("!document.querySelector('#dashboard').hidden")


def test_word_files_without_docx_preview(
    browser: Chromium, live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.serve.app.VENDOR", ("vendor/gone.js",))
    live.preview.stop()
    live.preview = Preview(live.root / "output")
    live.address = live.preview.start()
    live.build()
    browser.open(live.at(".docx"))
    browser.wait(f"{READY} && {text_of()}.includes('¥300,000.00')")
    assert "简化显示" in browser.run("document.querySelector('#note').innerText")
    browser.run(f"{PAPER}.scrollingElement.scrollTop = 777")
    raise_price(live)
    browser.wait(f"{READY} && {text_of()}.includes('¥310,000.00')")
    assert browser.run(f"{PAPER}.scrollingElement.scrollTop") == 777
    assert browser.complaints() == []


def test_a_word_file_that_docx_preview_cannot_show(browser: Chromium, live: Live) -> None:
    browser.open(live.at(".docx"))
    browser.wait(READY)
    browser.run("void (docx.parseAsync = () => Promise.reject(new Error('cannot')))")
    raise_price(live)
    browser.wait(f"{READY} && {text_of()}.includes('¥310,000.00')")
    assert "简化显示" in browser.run("document.querySelector('#note').innerText")


def test_where_a_finding_is(browser: Chromium, live: Live) -> None:
    live.save("gross: 300000.00", "gross: [300000.00")
    browser.open(f"{live.address}?lang=en#/")
    browser.wait("!document.querySelector('#overlay').hidden")
    link = browser.run("document.querySelector('#overlay .place a').href")
    assert link.startswith(f"vscode://file{live.root}/specs/demo.yaml:150:")
    browser.send(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
        session=None,
    )
    browser.run("document.querySelector('#overlay .copy').click()")
    place = "navigator.clipboard.readText()"
    browser.wait(f"{place}.then((text) => text.startsWith('specs/demo.yaml:150:'))")


def test_what_a_finding_rests_on(browser: Chromium, live: Live) -> None:
    live.save("tax_rate: 6", "tax_rate: 17")
    browser.open(f"{live.address}?lang=zh#/")
    browser.wait(
        "document.querySelector('#findings')?.innerText.includes('依据 · 《中华人民共和国增值税法》第十条')"
    )
    assert browser.complaints() == []


def test_an_address_that_leads_nowhere(browser: Chromium, live: Live) -> None:
    for end in ("#/gone/x", "#/%E0%A4%A/x", "#/demo.yaml/gone"):
        browser.open(f"{live.address}?lang=en{end}")
        browser.wait("document.querySelector('#projects').children.length > 1")
        shown = "dashboard" if "gone/" in end or "%" in end else "project"
        browser.wait(f"!document.querySelector('#{shown}').hidden")
        assert browser.complaints() == []


def test_the_server_may_go_and_come_back(
    browser: Chromium, live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.open(live.at(".pdf"))
    browser.wait(READY)
    port = int(live.address.rsplit(":", 1)[1].strip("/"))
    live.preview.stop()
    browser.wait("document.querySelector('#status').dataset.state === 'lost'")
    live.preview = Preview(live.root / "output")
    live.preview.start(port=port)
    live.build()
    browser.wait("document.querySelector('#status').dataset.state === 'live'")


def test_the_real_command_shows_a_real_save(browser: Chromium, live: Live, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "--lang", "zh", "watch", "--serve", "--only", "contract"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().removeprefix("预览：").strip()
        while "正在监视" not in process.stdout.readline():
            pass
        browser.open(live.at(".docx").replace(live.address, address))
        browser.wait(READY)
        text = live.file.read_text(encoding="utf-8")
        live.file.write_text(
            text.replace("300000.00", "310000.00").replace("240000.00", "250000.00"), encoding="utf-8"
        )
        browser.wait(f"{text_of()}.includes('310,000.00')")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(10)
