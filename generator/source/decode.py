"""Bytes of a file to text: UTF-8, or UTF-16 that says so; everything else is told apart and refused."""

from __future__ import annotations

import codecs

from generator.diagnostics import Diagnostic, Span, Text, found
from generator.source.manual import error, page
from generator.source.tree import Lines

LARGEST = 8 * 1024 * 1024
"""The largest file that is read, in bytes."""

Y101 = error(
    101,
    Text(zh="文件不是 UTF-8 编码", en="the file is not UTF-8"),
    page(
        Text(
            zh="YAML 文件必须以 UTF-8 保存（可以带 BOM）；带 BOM 的 UTF-16 也可以。"
            "旧版记事本和 Excel 常把中文存为 GBK（ANSI）。\n\n"
            "怎么改：在编辑器中选择“另存为”，编码选 UTF-8。VS Code：点右下角的编码名，"
            "先“通过编码重新打开”选 GB18030，再“通过编码保存”选 UTF-8。",
            en="A YAML file must be saved as UTF-8 (with or without a BOM); UTF-16 with a BOM is read too. "
            "Older Notepad and Excel save Chinese as GBK (“ANSI”).\n\n"
            "What to do: choose “Save as” in the editor and the encoding UTF-8. In VS Code click the name of "
            "the encoding at the lower right, “Reopen with Encoding” GB18030, then “Save with Encoding” UTF-8.",
        ),
        Text(
            zh="编码靠猜就可能把当事人名称、金额单位猜成别的字，而合同会照样打印出来。",
            en="A guessed encoding can turn the name of a party into other characters, and they would be printed.",
        ),
    ),
)
Y102 = error(
    102,
    Text(zh="文件太大", en="the file is too large"),
    page(
        Text(
            zh="单个 YAML 文件最大 8 MiB（约二十万行）。请按项目或年度拆成几个文件。",
            en="One YAML file may have 8 MiB (about 200,000 lines). Split it by project or by year.",
        ),
        Text(
            zh="合同资料是人写人读的；这么大的文件几乎总是放错位置的导出数据。",
            en="Contract data are written and read by people; a file of this size is nearly always a stray export.",
        ),
    ),
)
Y103 = error(
    103,
    Text(zh="文件不是文本", en="the file is not text"),
    page(
        Text(
            zh="文件里有空字节，或者它其实是 Word、Excel、PDF 或压缩文件，只是扩展名是 .yaml。"
            "请放入用 UTF-8 保存的纯文本；没有 BOM 的 UTF-16 也会报此错误，请改存为 UTF-8。",
            en="The file contains zero bytes, or it is a Word, Excel, PDF or zip file named .yaml. Put a plain text "
            "saved as UTF-8 there; UTF-16 without a BOM is reported here too: save it as UTF-8.",
        ),
        Text(zh="无法从中读出确定的内容。", en="Nothing certain can be read from it."),
    ),
)

_MAGIC = (
    (b"PK\x03\x04", Text(zh=" Word、Excel 或 zip 压缩文件", en="a Word, Excel or zip file")),
    (b"\xd0\xcf\x11\xe0", Text(zh="旧版 Word 或 Excel 文件", en="an old Word or Excel file")),
    (b"%PDF-", Text(zh=" PDF 文件", en="a PDF file")),
)
_SAVE = Text(
    zh="在编辑器中用“另存为”，编码选 UTF-8", en="use “Save as” in the editor and choose the encoding UTF-8"
)


def decode(name: str, raw: bytes) -> tuple[str, Diagnostic | None]:
    """Return the text with ``\\n`` as its only line break and, where it must not be used, what is wrong."""
    top = Span(name, 1, 1, 1, 2)
    if len(raw) > LARGEST:
        size = f"{len(raw) / 1024 / 1024:.1f} MiB"
        message = Text(zh=f"文件有 {size}，上限是 8 MiB", en=f"the file has {size}; at most 8 MiB are read")
        hint = Text(zh="按项目或年度拆成几个文件", en="split it by project or by year")
        return "", found(Y102, message, top, hint=hint)
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            message = Text(zh=f"这是{kind.zh}，不是 YAML 文本", en=f"this is {kind.en}, not YAML text")
            return "", found(Y103, message, top)
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = normal(raw.decode("utf-16" if wide else "utf-8"))
    except UnicodeDecodeError as bad:
        return _not_utf16(name, raw, bad.start) if wide else _not_utf8(name, raw, bad.start)
    zero = text.find("\0")
    if zero >= 0:
        message = Text(
            zh="文件含有空字符（NUL）：不是文本，或是 UTF-16、UTF-32 编码",
            en="the file contains NUL: it is not text, or it is UTF-16 or UTF-32",
        )
        return text, found(Y103, message, Lines.of(name, text).span(zero), hint=_SAVE)
    return text, None


def normal(text: str) -> str:
    """Return ``text`` without a byte order mark and with ``\\n`` as its only line break."""
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _not_utf16(name: str, raw: bytes, start: int) -> tuple[str, Diagnostic]:
    text = normal(raw.decode("utf-16", "replace"))
    at = len(normal(raw[:start].decode("utf-16", "ignore")))
    message = Text(zh="从这里起不是有效的 UTF-16", en="not valid UTF-16 from here on")
    return text, found(Y101, message, Lines.of(name, text).span(at), hint=_SAVE)


def _not_utf8(name: str, raw: bytes, start: int) -> tuple[str, Diagnostic]:
    chinese = surely_gbk(raw)
    if chinese is not None:
        at = len(normal(raw[:start].decode("gb18030", "ignore")))
        message = Text(
            zh="文件不是 UTF-8，看来是以 GBK（ANSI）保存的",
            en="the file is not UTF-8; it seems to be saved as GBK (ANSI)",
        )
        hint = Text(
            zh="在编辑器中按 GB18030 重新打开，再另存为 UTF-8",
            en="reopen it as GB18030 in the editor and save it as UTF-8",
        )
        return chinese, found(Y101, message, Lines.of(name, chinese).span(at), hint=hint)
    text = normal(raw.decode(errors="replace"))
    at = len(normal(raw[:start].decode()))
    byte = f"0x{raw[start]:02X}"
    message = Text(
        zh=f"文件不是 UTF-8：字节 {byte} 无法解读", en=f"the file is not UTF-8: byte {byte} cannot be read"
    )
    return text, found(Y101, message, Lines.of(name, text).span(at), hint=_SAVE)


def surely_gbk(raw: bytes) -> str | None:
    """Return the text if the bytes are surely GBK: nearly all of it is then everyday GB 2312 Chinese.

    UTF-8 misread as GBK decodes as well, but into rare characters outside GB 2312.
    """
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = [character for character in text if character > "\x7f"]
    common = len("".join(foreign).encode("gb2312", "ignore")) // 2
    return normal(text) if "\0" not in text and common >= 0.9 * len(foreign) else None
