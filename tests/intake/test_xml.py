import time

import pytest

from sayso.errors import InputError
from sayso.intake import xml

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "data",
    [
        f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a>&l9;</a>',
        '<!DOCTYPE a [<!ENTITY b "' + "x" * 50_000 + '">]><a>' + "&b;" * 50_000 + "</a>",
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1/x">%b;]><a/>',
    ],
)
def test_declared_entities_are_refused_at_once(data: str) -> None:
    started = time.monotonic()
    with pytest.raises(InputError, match="declares the entity"):
        xml.root(data.encode(), "a.xml")
    assert time.monotonic() - started < 5


def test_a_document_type_alone_is_not_fetched_and_named_letters_are_known() -> None:
    root, _ = xml.root(b'<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd"><nitf>caf&eacute;</nitf>', "a.xml")
    assert root.text == "café"


@pytest.mark.parametrize("data", [b"<a>" * 100_000 + b"</a>" * 100_000, b"<a>" + b"<b/>" * (xml.ELEMENTS + 1) + b"</a>"])
def test_depth_and_elements_are_capped(data: bytes) -> None:
    with pytest.raises(InputError, match="levels or"):
        xml.root(data, "a.xml")


def test_two_hundred_thousand_attributes_end_soon() -> None:
    started = time.monotonic()
    xml.root(b"<a " + b" ".join(b'a%d="1"' % n for n in range(200_000)) + b"/>", "a.xml")
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "data",
    [b"", b"<a>", b"<a>\x00</a>", b"words", b"<a b='1' b='2'/>", b"<?xml version='1.0' encoding='x'?><a", b"<a>&none;</a>"],
)
def test_damage_is_an_input_error(data: bytes) -> None:
    with pytest.raises(InputError, match="damaged XML"):
        xml.root(data, "a.xml")


def test_the_declared_charset_is_read() -> None:
    root, charset = xml.root('<?xml version="1.0" encoding="windows-1251"?><a>Лёд</a>'.encode("cp1251"), "a.xml")
    assert (root.text, charset) == ("Лёд", "cp1251")


@pytest.mark.parametrize("data", [b"<!-- a -->" * 6000, b"<!--" * 15_000, b"<?x " * 15_000, b"<!DOCTYPE [" * 6000, b" " * 60_000])
def test_what_stands_before_the_root_is_no_trap(data: bytes) -> None:
    started = time.monotonic()
    assert xml.root_tag(data) == ""
    assert time.monotonic() - started < 2


def test_paragraphs_leave_out_pictures_tables_and_boxes() -> None:
    root, _ = xml.root(
        b"<body>Top<p>One <b>word</b>.</p><media><p>Caption.</p></media><ul><li>Two.</li></ul><table><tr><td>3</td></tr></table>End</body>",
        "a",
    )
    assert xml.paragraphs(root) == ["Top", "One word.", "Two.", "End"]
