"""Fuzzing for as long as one likes: `python -m tests.odd.fuzz SECONDS [SEED] [FOLDER]`; what fails is kept in FOLDER and told of.

Whole inputs of every format are bent (bits, cuts, repeats, splices, words of the formats, numbers), opened, and the documents that
come of it are read. What must hold is what `test_odd` asks: no exception, no hang, spans inside the text, a reason for what is set aside.
"""

import gzip
import random
import signal
import sys
import time
import traceback
from pathlib import Path

from sayso.intake import Given, open_bytes
from sayso.model import Document, Problem
from tests.intake.formats.test_archive import tarred, zipped
from tests.intake.formats.test_html import PAGE
from tests.intake.formats.test_warc import record
from tests.odd.inputs import SENTENCE, inputs
from tests.odd.test_odd import check, reader

LONGEST = 20_000
SECONDS = 40  # that one input may take: a page has 15, its process one to start
MAIL = f"From: Ana Mirel <ana@quay.example>\nSubject: =?utf-8?q?Gate?=\nDate: Wed, 9 Apr 2031 07:05:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{SENTENCE}"
RSS = f"<?xml version='1.0'?><rss><channel><title>Quay Post</title><item><title>Gate</title><link>https://quay.example/1</link><pubDate>Wed, 09 Apr 2031 07:05:00 GMT</pubDate><description>&lt;p&gt;{SENTENCE}&lt;/p&gt;</description></item></channel></rss>"
ATOM = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Q</title><entry><title>Gate</title><link href='https://quay.example/2'/><updated>2031-04-09T07:05:00Z</updated><content type='html'>{SENTENCE}</content></entry></feed>"
NITF = f"<nitf><head><title>Gate</title></head><body><body.head><hedline><hl1>Gate</hl1></hedline><byline>By Ana Mirel</byline></body.head><body.content><p>{SENTENCE}</p></body.content></body></nitf>"
NEWSML = f"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' standard='NewsML-G2'><itemMeta><pubStatus qcode='stat:usable'/></itemMeta><contentMeta><headline>Gate</headline></contentMeta><contentSet><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{SENTENCE}</p></body></html></inlineXML></contentSet></newsItem>"
RECORDS = f'{{"text": "{SENTENCE[:80]}", "title": "Gate", "date": "2031-04-09", "authors": ["Ana Mirel"]}}\n'.replace(
    "“", ""
).replace("”", "")
WHOLE: tuple[tuple[str, bytes], ...] = (
    *((name, data[:LONGEST]) for name, data in inputs() if len(data) < LONGEST),
    ("a.html", PAGE.encode()), ("a.eml", MAIL.encode()), ("a.rss", RSS.encode()), ("a.atom", ATOM.encode()), ("a.nitf", NITF.encode()),
    ("a.newsml", NEWSML.encode()), ("a.jsonl", RECORDS.encode() * 3), ("a.csv", b"text,title,date\n" + SENTENCE.encode() + b",Gate,2031-04-09\n"),
    ("a.warc", record(PAGE.encode()) * 2), ("a.warc.gz", gzip.compress(record(PAGE.encode())) * 2), ("a.txt.gz", gzip.compress(SENTENCE.encode() * 9)),
    ("a.zip", zipped(("a.txt", SENTENCE), ("b.jsonl", RECORDS), ("c.html", PAGE))), ("a.tgz", tarred(("a.txt", SENTENCE.encode()), ("b.html", PAGE.encode()))),
    ("a.opml", b"<opml><body><outline text='Q' xmlUrl='https://quay.example/feed'/></body></opml>"), ("a", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj"),
)  # fmt: skip
WORDS = (
    b"<", b">", b"</p>", b"<p>", b"<![CDATA[", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"&#0;", b"&#x110000;", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n\r\n", b"WARC/1.0\r\n",
    b"Content-Length: -1", b"Content-Length: 99999999999", b"Content-Type: text/html; charset=utf-7", b"Content-Transfer-Encoding: base64\n", b'{"a":', b"[[[[", b"\\ud800", b"1e999", b"PK\x05\x06",
    b"\x1f\x8b\x08", b"charset=x-none", "“".encode(), "”".encode(), "’s ".encode(), b"said ", b"may ", b"if ", b"By Ana Mirel\n", b"31 Feb 2031", b"9999-99-99", b"\xe2\x80", b"\xf0\x9f", b"\x1b[2J",
    "\u202e".encode(), b"http://[::1", b"," * 40, b'"' * 7, b"\n" * 30,
)  # fmt: skip


def bent(data: bytes, chance: random.Random) -> bytes:
    """The input with a few things done to it."""
    for _ in range(chance.choice((1, 1, 2, 4, 9))):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((1, 2, 8, 64, 1024)))
        match chance.randrange(7):
            case 0:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case 1:
                data = data[:at] + data[to:]
            case 2:
                data = data[:to] + data[at:to] * chance.choice((1, 2, 40)) + data[to:]
            case 3 | 4:
                data = data[:at] + chance.choice(WORDS) + data[at if chance.random() < 0.5 else to :]
            case 5:
                other = chance.choice(WHOLE)[1]
                data = data[:at] + other[chance.randrange(len(other) + 1) :]
            case _:
                data = data[:at] + str(chance.choice((-1, 0, 7, 2**31, 2**64, 10**30))).encode() + data[to:]
        data = data[:LONGEST]
    return data


def tried(name: str, data: bytes) -> int:
    """How many documents came of an input. Raises whatever is wrong."""
    signal.alarm(SECONDS)
    try:
        found = list(open_bytes(data, name, Given()))
        assert all(isinstance(each, Document) or (isinstance(each, Problem) and each.why and each.next) for each in found)
        documents = [each for each in found if isinstance(each, Document)]
        for document, records in zip(documents, reader().read_many(documents), strict=True):
            check(document, records)
        return len(documents)
    finally:
        signal.alarm(0)


def hang(number: int, frame: object) -> None:
    """Nothing; raises where an input takes too long."""
    raise TimeoutError(f"longer than {SECONDS} s")


def main(seconds: float, seed: int, folder: Path) -> None:
    """Nothing; prints how much was tried and what failed."""
    chance = random.Random(seed)
    signal.signal(signal.SIGALRM, hang)
    end = time.monotonic() + seconds
    inputs_tried = documents = faults = 0
    while time.monotonic() < end:
        name, data = chance.choice(WHOLE)
        data = bent(data, chance)
        inputs_tried += 1
        try:
            documents += tried(name, data)
        except Exception as fault:  # noqa: BLE001 (finding them is what this is for)
            faults += 1
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{seed}-{inputs_tried}-{name}").write_bytes(data)
            print("".join(traceback.format_exception(fault)[-3:]), flush=True)
    print(f"{inputs_tried} inputs, {documents} documents read, {faults} faults; seed {seed}", flush=True)


if __name__ == "__main__":
    main(float(sys.argv[1]), int((sys.argv[2:] or ["0"])[0]), Path((sys.argv[3:] or ["fuzz"])[0]))
