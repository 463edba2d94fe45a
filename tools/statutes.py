"""Writes tests/law/statutes.yaml: the cited articles of each law, from a folder with the texts of the laws.

    python tools/statutes.py FOLDER

FOLDER holds one Markdown file per law in which each article begins a line with 第…条. Only articles that a check or a clause
cites are written; a citation of an article that the folder lacks is reported and ends the program with 1.
"""

from __future__ import annotations

import datetime
import importlib
import pkgutil
import re
import sys
from pathlib import Path

import yaml

import generator.rules
from generator.diagnostics import Code
from generator.documents.clauses import load
from generator.locale import chinese_number
from generator.resources import Library

OUTPUT = Path(__file__).parents[1] / "tests" / "law" / "statutes.yaml"
ARTICLE = re.compile(
    r"^(第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十])?)[\s　]*", re.MULTILINE
)
HEADING = re.compile(r"^(?:#.*|第[零一二三四五六七八九十百千]+[章节编].*|<!--.*|>.*)$", re.MULTILINE)
CIVIL = "中华人民共和国民法典"
CONTRACTS = "最高人民法院关于适用《中华人民共和国民法典》合同编通则若干问题的解释"
ARBITRATION = "最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释"
LAWS: tuple[tuple[str, str, str, str | None, tuple[str, ...]], ...] = (
    (CIVIL, "民法典", "2021-01-01", None, ("总则", "合同编", "附则")),
    (CONTRACTS, "合同编通则解释", "2023-12-05", None, ("最高人民法院关于适用《民法典》合同编通则*",)),
    (ARBITRATION, "仲裁法解释", "2006-09-08", None, ("最高人民法院关于适用《仲裁法》*",)),
    ("中华人民共和国仲裁法（2017年修正）", "仲裁法", "2018-01-01", "2026-03-01", ("仲裁法(2017*",)),
    ("中华人民共和国仲裁法（2025年修订）", "仲裁法", "2026-03-01", None, ("仲裁法(2025*",)),
    (
        "保障中小企业款项支付条例",
        "保障中小企业款项支付条例",
        "2025-06-01",
        None,
        ("保障中小企业款项支付条例*",),
    ),
    ("中华人民共和国印花税法", "印花税法", "2022-07-01", None, ("印花税法*",)),
    ("中华人民共和国增值税法", "增值税法", "2026-01-01", None, ("增值税法*",)),
    ("中华人民共和国民事诉讼法", "民事诉讼法", "2024-01-01", None, ("民事诉讼法*",)),
    ("中华人民共和国个人信息保护法", "个人信息保护法", "2021-11-01", None, ("个人信息保护法*",)),
    ("中华人民共和国数据安全法", "数据安全法", "2021-09-01", None, ("数据安全法*",)),
    ("中华人民共和国反垄断法", "反垄断法", "2022-08-01", None, ("反垄断法*",)),
    ("中华人民共和国反不正当竞争法", "反不正当竞争法", "2025-10-15", None, ("SECONDARY_反不正当竞争法*",)),
    ("中华人民共和国发票管理办法", "发票管理办法", "2023-07-20", None, ("发票管理办法*",)),
    ("中华人民共和国著作权法", "著作权法", "2021-06-01", None, ("著作权法*",)),
    ("禁止传销条例", "禁止传销条例", "2005-11-01", None, ("禁止传销条例*",)),
)
"""Law, its short name, first day in force, first day no longer in force, and the files that hold it."""


HEAD = (
    "# 检查和条款所引用的条文，由 tools/statutes.py 生成；法律、法规和司法文件不受著作权法保护（著作权法第五条）。\n"
    "# The articles that checks and clauses cite, made by tools/statutes.py; statutes are not subject to copyright.\n"
)


def main(folder: Path) -> int:
    """Write the cited articles; return 0, or 1 where a citation has no text."""
    wanted, missing = cited(), list[str]()
    made = []
    for law, short, effective, until, patterns in LAWS:
        texts = articles(folder, patterns)
        day = datetime.date.fromisoformat(effective)
        mine = wanted.pop((law, day), set()) | (wanted.get((short, None), set()) if until is None else set())
        missing += [f"{law} {name}" for name in sorted(mine - texts.keys())]
        made.append(
            {
                "law": law,
                "short": short,
                "effective": day,
                "until": until and datetime.date.fromisoformat(until),
                "articles": {name: texts[name] for name in texts if name in mine},
            }
        )
    known = {short for _, short, *_ in LAWS}
    missing += [f"{law} ({day})" for law, day in wanted if day or law not in known]
    OUTPUT.parent.mkdir(exist_ok=True)
    text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=110)
    OUTPUT.write_text(HEAD + text, encoding="utf-8")
    print(*missing, sep="\n", file=sys.stderr)
    return 1 if missing else 0


def articles(folder: Path, patterns: tuple[str, ...]) -> dict[str, str]:
    """Return the text of each article in the files that fit ``patterns``, without headings and blank lines."""
    found = dict[str, str]()
    for file in (file for pattern in patterns for file in sorted(folder.glob(f"{pattern.rstrip('*')}*.md"))):
        parts = ARTICLE.split(HEADING.sub("", file.read_text(encoding="utf-8")))
        for name, text in zip(parts[1::2], parts[2::2], strict=True):
            found.setdefault(name, "\n".join(line.strip() for line in text.splitlines() if line.strip()))
    return found


def cited() -> dict[tuple[str, datetime.date | None], set[str]]:
    """Return the articles cited of each law: by checks with its first day in force, by clauses with its short name alone."""
    found = dict[tuple[str, datetime.date | None], set[str]]()
    for module in pkgutil.iter_modules(generator.rules.__path__):
        code = getattr(importlib.import_module(f"generator.rules.{module.name}"), "CODE", None)
        for one in code.statutes if isinstance(code, Code) else ():
            found.setdefault((one.law, one.effective), set()).add(one.article)
    for clause in load(Library())[0]:
        for basis in clause.statutes:
            names = {f"第{chinese_number(number)}条" for number in basis.articles}
            found.setdefault((basis.law, None), set()).update(names)
    return found


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
