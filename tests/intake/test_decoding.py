import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.decoding import DAMAGED, decode, whole

WORDS = "Die Schleuse bleibt zu, sagte Jürgen Völk am Freitag. “Nothing moves – not one barge,” he said."


@given(st.text())
def test_utf8_comes_back_character_for_character(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode("utf-8"))[0] == text or "\x00" in text  # NULs at every other place mean UTF-16


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-8"])
def test_a_byte_order_mark_decides_and_stays(charset: str) -> None:
    text = "\ufeff" + WORDS
    assert decode(text.encode(charset)) == (text, charset)


def test_utf16_without_a_mark_is_seen() -> None:
    assert decode(WORDS.encode("utf-16-le")) == (WORDS, "utf-16-le")


def test_windows_quotation_marks_are_quotation_marks() -> None:
    assert decode(WORDS.encode("cp1252")) == (WORDS, "cp1252")


def test_cyrillic_charsets_are_told_apart() -> None:
    text = "Премьер-министр заявил в пятницу, что шлюз останется закрытым до весны."
    assert [decode(text.encode(c)) for c in ("cp1251", "koi8-r")] == [(text, "cp1251"), (text, "koi8-r")]


def test_a_declared_charset_is_believed_only_where_utf8_fails() -> None:
    assert decode("größer".encode(), "latin-1") == ("größer", "utf-8")
    assert decode("größer".encode("cp1250"), "windows-1250") == ("größer", "cp1250")
    assert decode(b"gr\xf6\xdfer", "no-such-charset") == ("größer", "cp1252")


def test_damaged_utf8_keeps_what_is_whole() -> None:
    text, charset = decode("“Müde” und “größer”".encode() + b"\xff")
    assert (text, charset) == ("“Müde” und “größer”\ufffd", DAMAGED)


def test_lone_surrogates_become_one_mark_each() -> None:
    assert whole("a\ud800b\udfff") == "a\ufffdb\ufffd"


def test_nul_and_carriage_returns_stay() -> None:
    assert decode(b"a\x00b\r\nc") == ("a\x00b\r\nc", "utf-8")


def test_an_empty_mark_alone_is_a_text_of_one_character() -> None:
    assert decode(codecs.BOM_UTF8) == ("\ufeff", "utf-8")
