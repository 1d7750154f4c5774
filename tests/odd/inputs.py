"""Three hundred odd inputs, each a name (its suffix tells the format) and bytes; the same on every run."""

import codecs
import json
from collections.abc import Iterator

SENTENCE = "“We have asked twice,” said Ilse Bramm on Friday, and the ministry denied it."
QUOTES = ('"', "'", "“", "”", "‘", "’", "«", "»", "„", "‟", "`", "``", "''", "‹", "›", "「", "」")
INSERTS = (
    "\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1b]0;x\x07", "\x7f", "\x85", "\xa0", "\xad", "\u061c", "\u200b", "\u200d", "\u200f", "\u2028",
    "\u2029", "\u202e", "\u2066", "\ufeff", "\ufffd", "\uffff", "\U0001f6f6", "👩\u200d🚒", "e\u0301", "\u0301", "ﬁ", "İ", "ß", "א", "ع", "中", "𝔊", "🇦🇶", "\U0010ffff",
)  # fmt: skip
ENDS = ("\n", "\r", "\r\n", "\n\r", "\x0b", "\u2028", "\n\n\n", "\t\n ")
CHARSETS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1251", "koi8-r", "latin-1", "cp1256", "shift_jis", "euc_jp", "gb18030", "big5", "iso2022_jp", "cp037", "utf-7",
)  # fmt: skip
JSONS = (
    "{}", "[]", "null", "0", '""', "{", "}", "[[]]", '{"text": null}', '{"text": ""}', '{"text": " "}', '{"text": 1e400}', '{"text": NaN}', '{"text": "\\ud800"}', '{"text": "\\udc00\\ud800"}',
    '{"text": "a", "text": "b"}', '{"text": "a"}}', '{"text": {"text": "a"}}', '{"text": "a", "title": "a"}', '{"text": "a", "title": ""}', '{"text": "", "title": "a"}', '{"text": "a", "title": "\\n\\n"}',
    '{"text": "a", "date": 1e308}', '{"text": "a", "date": -1}', '{"text": "a", "date": "0000-00-00"}', '{"text": "a", "url": "http://[::1"}', '{"text": "a", "url": "\\u0000"}', '{"text": "a", "authors": [null, 5, {}]}',
    '{"text": "a", "outlet": "\\ud83d"}', '{"text": "a", "language": "\\u0000\\ud800"}', '\ufeff{"text": "a"}', '{"text": "a"} // no', "{'text': 'a'}", '{"text": "a\nb"}',
)  # fmt: skip
PAGES = (
    "<", "<html", "<html>", "</html>", "<!doctype html>", "<html><body>", "<p>", "<html><body>" + SENTENCE, "<html><body><p>" + SENTENCE + "</p></body></html>", "<html><p>\x00" + SENTENCE,
    "<html><title>" + "x" * 5000, "<html><!-- " + SENTENCE, "<html><![CDATA[" + SENTENCE, "<html><script>" + SENTENCE, "<html><body>&#0;&#xD800;&#x110000;&#x202E; " + SENTENCE, "<html><body>" + "&amp;lt;" * 500,
    "<html><body><plaintext>" + SENTENCE, "<html><meta charset=utf-16><p>" + SENTENCE, "<html><meta charset=hex><p>" + SENTENCE, "<html><base href='http://['><p>" + SENTENCE, "<html lang='\x00'><p>" + SENTENCE,
    "<html><body>" + "<b>" * 3000 + SENTENCE, "<html><body>" + "<table><tr><td>" * 300 + SENTENCE, "<html><p " + "a " * 5000 + ">" + SENTENCE, "<html><svg><p>" + SENTENCE, "<html><frameset><frame src=x>",
    "<html><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":[[[[\"x\"]]]],\"author\":{\"author\":1},\"datePublished\":{}}</script><p>" + SENTENCE,
    "<html><script type='application/ld+json'>" + "[" * 9000 + "</script><p>" + SENTENCE, "<?xml version='1.0'?><html xmlns='x'><p>" + SENTENCE, "<html><meta property='og:title' content='\x1b[2J\u202e'><p>" + SENTENCE,
)  # fmt: skip


def inputs() -> Iterator[tuple[str, bytes]]:
    """Names and bytes; text as it comes is encoded in UTF-8."""
    for number, (suffix, data) in enumerate(_all()):
        yield f"{number:03}{suffix}", data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")


def _all() -> Iterator[tuple[str, str | bytes]]:
    yield from ((".txt", text) for text in _texts())
    yield from ((".txt", SENTENCE.encode(charset, "replace")) for charset in CHARSETS)
    yield from ((".txt", data) for data in _bytes())
    yield from ((".jsonl", line + "\n" + '{"text": "The gate is shut."}\n') for line in JSONS)
    yield from ((".json", value) for value in JSONS[::3])
    yield from ((".json", '{"text": ' * deep + "1" + "}" * deep) for deep in (10, 999, 100_000))
    yield from ((".jsonl", json.dumps({"text": insert + SENTENCE, "title": insert})) for insert in INSERTS[::2])
    yield from ((".html", page) for page in PAGES)
    yield from (("", data) for data in ("", "{", "<", "[", "PK\x03\x04", "Subject: x\n\ny", "a,b\n1,2", "WARC/1.0\r\n"))


def _texts() -> Iterator[str]:
    yield from ("", " ", "\n", "\x00", "a", ".", "🛶", "\u0301", "\u202e", "\ufeff", "0", "“", "By", "Share", "Share\n" * 50)
    yield from (mark * count for mark in QUOTES for count in (1, 7))
    yield from (SENTENCE[:20] + insert + SENTENCE[20:] + insert for insert in INSERTS)
    yield from (f"“{insert}The gate is shut{insert},”{insert}said{insert}Bramm" for insert in INSERTS)
    yield from (f"{insert}{SENTENCE}" * 3 for insert in INSERTS[::4])
    yield from (end.join((SENTENCE, "", SENTENCE, "Region", SENTENCE)) for end in ENDS)
    yield from (SENTENCE[:at] for at in range(1, 40, 3))
    yield from (
        (SENTENCE + " ") * 60,
        "he said that " * 120,
        "“he said ‘" * 200,
        "(" * 5000,
        "Ana, " * 400,
        "2031-04-09 " * 500,
        "Mr. " * 400,
        "x" * 200_000,
        "\n" * 50_000,
    )
    yield from (
        "שלום אמר השר ביום שישי " * 5,
        "قال الوزير يوم الجمعة " * 5,
        "".join(map(chr, range(1, 400))),
        SENTENCE.upper(),
        SENTENCE[::-1],
        "said said said said.",
    )


def _bytes() -> Iterator[bytes]:
    yield from (
        b"\xff",
        b"\xc3",
        b"\xff\xfe",
        b"\xfe\xff\x00",
        codecs.BOM_UTF8 * 3,
        b"\xed\xa0\x80",
        b"\x80" * 99,
        bytes(range(256)),
        b"\x00" * 64,
        b"\xf5\x90",
    )
    yield from (
        SENTENCE.encode()[:-1] + b"\xe2\x80",
        b"x\x00" * 40,
        b"\x00x" * 40,
        b"x" * 10_000_000,
        b"%PDF-1.4",
        b"\x1f\x8b",
        b"\x1f\x8b\x08\x00" + b"\x00" * 20,
    )
