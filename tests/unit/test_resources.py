"""Packaged files, and the workspace's own before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.files import read_folder
from generator.resources import Library, as_folder, schemas, templates


def test_packaged_files_are_found() -> None:
    assert schemas().joinpath("project.json").is_file()
    assert templates().joinpath("fonts", "OFL.txt").is_file()
    with as_folder(schemas()) as folder:
        assert (folder / "part.json").is_file()


def test_own_templates_come_first(tmp_path: Path) -> None:
    (tmp_path / "zh-CN").mkdir()
    (tmp_path / "zh-CN" / "contract.docx").write_bytes(b"own")
    (tmp_path / "zh-CN" / "letter.docx").write_bytes(b"new")
    (tmp_path / "zh-CN" / "~$letter.docx").write_bytes(b"lock of Word")
    library = Library(read_folder(tmp_path))
    assert library.read("zh-CN/contract.docx") == b"own"
    assert library.read("zh-CN/words.yaml") == Library().read("zh-CN/words.yaml")
    assert "zh-CN/letter.docx" in library.names("zh-CN", ".docx")
    assert "zh-CN/~$letter.docx" not in library.names("zh-CN", ".docx")
    assert library.packaged("zh-CN/words.yaml")
    assert not library.packaged("zh-CN/letter.docx")
    with pytest.raises(FileNotFoundError):
        library.read("zh-CN/none.docx")
