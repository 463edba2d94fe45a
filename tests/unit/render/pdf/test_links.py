import pytest

from generator.render.pdf.links import is_safe, refused_link, uri


@pytest.mark.parametrize("link", ["https://a.cn/x?y=1&z=甲", "http://a.cn", "mailto:a@b.cn", "#risk"])
def test_ordinary_links(link: str) -> None:
    assert is_safe(link)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "https:// a", "", "https://a\n", "ftp://a"]
)
def test_other_links_are_refused(link: str) -> None:
    assert not is_safe(link)
    assert refused_link(link, None).code == "T302"


def test_addresses_are_written_in_ascii() -> None:
    assert uri("https://a.cn/甲%20?b=1") == "https://a.cn/%E7%94%B2%20?b=1"
