"""(Re)make tests/law/*.yaml, the articles that checks and clauses cite: ``python tools/statutes.py FOLDER``.

FOLDER holds the texts of laws as Markdown, one or several files for each text: ``# title`` at the top (a file without it is
called ``SECONDARY_title(date).md``, a reprint), the day of adoption in the file's name, and a line that begins with 第…条 for each
article. ``rules.yaml`` beside the folder may say for each file (``statute_sources``: ``local``) when it came into force
(``effective``) and where it was read (``read_at``). What is cited and not in FOLDER is printed, and not invented.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.cli.manual import codes
from generator.diagnostics import Law
from generator.documents import clauses
from generator.law import READ_ON, named
from generator.locale.numerals import chinese_number
from generator.resources import Library

TARGET = Path(__file__).parents[1] / "tests" / "law"

NAMES = {
    "中华人民共和国民法典": "civil-code",
    "最高人民法院关于适用《中华人民共和国民法典》合同编通则若干问题的解释": "civil-code-contracts-interpretation",
    "中华人民共和国仲裁法": "arbitration-law",
    "最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释": "arbitration-law-interpretation",
    "中华人民共和国民事诉讼法": "civil-procedure-law",
    "保障中小企业款项支付条例": "sme-payment-regulation",
    "中华人民共和国增值税法": "value-added-tax-law",
    "中华人民共和国印花税法": "stamp-tax-law",
    "中华人民共和国发票管理办法": "invoice-regulation",
    "中华人民共和国反不正当竞争法": "unfair-competition-law",
    "中华人民共和国反垄断法": "anti-monopoly-law",
    "禁止传销条例": "pyramid-selling-regulation",
    "中华人民共和国著作权法": "copyright-law",
    "中华人民共和国个人信息保护法": "personal-information-law",
    "中华人民共和国数据安全法": "data-security-law",
}
"""The name of the file for each law that is cited; a text that has a name (2025年修订) adds its year."""

STATED_ELSEWHERE = {"仲裁法(2017-09-01).md": "2018-01-01"}
"""When a text came into force of which FOLDER does not say it: here, the decision that amended it does."""

ARTICLE = re.compile(r"^第([〇零一二三四五六七八九十百千]+)条[\s　]+(.*)$")
FILE = re.compile(r"(?:SECONDARY_)?(.+?)(?:\((\d{4}-\d\d-\d\d).*\))?")
DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
IN_FORCE = re.compile(f"^{DAY}[\\s　]*施行|自{DAY}起施行", re.MULTILINE)
NUMBERS = {chinese_number(number): number for number in range(1, 1500)}


@dataclass(frozen=True)
class Citation:
    """An article that something ``where`` rests on; ``law`` is ``None`` where none of that name is in force."""

    where: str
    name: str
    law: Law | None
    number: int
    quote: str = ""


def citations() -> Iterator[Citation]:
    """Yield what every check cites, in all its texts, and what every clause rests on, in the text in force on READ_ON."""
    for code in codes().values():
        for one in code.statutes:
            yield Citation(code.id, one.law.title, one.law, NUMBERS.get(one.article[1:-1], 0), one.quote)
    for clause in clauses.load(Library())[0]:
        for basis in clause.statutes:
            law = next((text for text in named(basis.law) if text.is_in_force(READ_ON)), None)
            yield from (Citation(clause.id, basis.law, law, number) for number in basis.articles)


@dataclass(frozen=True)
class Source:
    """One file of the folder."""

    file: str
    title: str
    adopted: str
    effective: datetime.date | None
    read_at: str
    articles: Mapping[int, str]


def read(path: Path, stated: Mapping[str, Any]) -> Source:
    """Return what the file ``path`` holds; ``stated`` is what is said elsewhere about it."""
    text = path.read_text("utf-8").replace("\u200b", "")
    called = FILE.fullmatch(path.stem)
    if called is None:
        raise ValueError(f"{path.name} is not called title(date).md")
    heading = re.search(r"^# (.+)$", text, re.MULTILINE)
    adopted = called[2] or ""
    days = [datetime.date(*map(int, filter(None, one))) for one in IN_FORCE.findall(text)]
    own = [day for day in days if day.isoformat() >= adopted]
    said = STATED_ELSEWHERE.get(path.name) or str(stated.get("effective", ""))[:10]
    effective = own[-1] if own else datetime.date.fromisoformat(said) if said else None
    read_at = str(stated.get("read_at", ""))
    return Source(
        path.name, heading[1] if heading else called[1], adopted, effective, read_at, _articles(text)
    )


def _articles(text: str) -> dict[int, str]:
    found, number = dict[int, list[str]](), 0
    for line in (one.strip(" \t　") for one in text.split("\n")):
        if start := ARTICLE.match(line):
            number = NUMBERS[start[1]]
            if number in found:
                raise ValueError(f"第{start[1]}条 twice")
            found[number] = [start[2]]
        elif line.startswith(("#", ">")):
            number = 0
        elif line and number:
            found[number].append(line)
    return {number: "\n".join(lines) for number, lines in found.items()}


def sources(folder: Path) -> list[Source]:
    """Return every file of ``folder``, the oldest first."""
    beside = folder.parent / "rules.yaml"
    known = yaml.safe_load(beside.read_text("utf-8"))["statute_sources"].values() if beside.is_file() else ()
    stated = {file: one for one in known for file in one["local"]}
    every = [read(path, stated.get(path.name, {})) for path in sorted(folder.glob("*.md"))]
    return sorted(every, key=lambda one: (str(one.effective), one.file))


def text_of(law: Law, every: list[Source]) -> dict[str, Any]:
    """Return what ``every`` source says of ``law``: title, name of the text, dates, where it was read, and its articles."""
    same = [one for one in every if named(one.title) == named(law.title)]
    parts = [one for one in same if one.effective == law.effective]
    after = [one.effective for one in same if one.effective and one.effective > law.effective]
    return {
        "title": law.title,
        "text": law.text,
        "status": "已被新文本取代" if after else "现行有效",
        "effective_from": law.effective,
        "effective_to": min(after, default=None),
        "source": list(dict.fromkeys(one.read_at or one.file for one in parts)),
        "articles": {number: text for one in parts for number, text in one.articles.items()},
    }


def make(folder: Path) -> Iterator[str]:
    """Write the file of every law that is cited, and yield what is cited and not in ``folder``."""
    every, wanted = sources(folder), dict[Law, dict[int, str]]()
    for one in citations():
        if one.law is None:
            yield f"{one.where}: no text of {one.name} is in force"
        else:
            wanted.setdefault(one.law, {}).setdefault(one.number, one.where)
    TARGET.mkdir(exist_ok=True)
    for old in TARGET.glob("*.yaml"):
        old.unlink()
    for law, numbers in wanted.items():
        data = text_of(law, every)
        yield from (
            f"{where}: {law.title} {law.text} {number} is not in the folder"
            for number, where in sorted(numbers.items())
            if number not in data["articles"]
        )
        data["articles"] = {
            number: text for number, text in sorted(data["articles"].items()) if number in numbers
        }
        if data["articles"]:
            name = "-".join(filter(None, (NAMES[law.title], law.text[:4])))
            body = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
            (TARGET / f"{name}.yaml").write_text(body, "utf-8")


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as they are."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print("\n".join(make(Path(sys.argv[1]))))
