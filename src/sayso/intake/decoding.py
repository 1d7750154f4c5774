"""Bytes to characters, once: what charset, and every character kept, byte order marks and NULs too."""

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SURROGATE = re.compile("[\ud800-\udfff]")
WIDE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
LATIN = {"iso-8859-1", "latin-1", "ascii", "us-ascii", "iso-8859-15", "windows-1252", "cp1252"}
MARKS = (b"\x85", b"\x91", b"\x92", b"\x93", b"\x94", b"\x96", b"\x97", b"\xa0")  # quotation marks, dashes, … in Windows Latin
DAMAGED = "utf-8 (damaged)"


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The characters and the charset they came in; what no charset explains becomes U+FFFD.

    A byte order mark decides and stays in the text; else UTF-8 where it fits, else `declared`, else what the bytes look like.

    >>> decode(b"caf\\xc3\\xa9"), decode(b"caf\\xe9 \\x93yes\\x94")
    (('café', 'utf-8'), ('café “yes”', 'cp1252'))
    """
    for mark, charset in BOMS:
        if data.startswith(mark):
            return whole(data.decode(charset, "replace")), charset
    if wide := _unmarked(data):
        return whole(data.decode(wide, "replace")), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        charset = _known(declared) or _guessed(data)
    name = "utf-8" if charset == DAMAGED else charset
    return whole(data.decode(name, "replace")), charset


def whole(text: str) -> str:
    """`text` with each lone surrogate as U+FFFD, one for one, so that it can be written as UTF-8 and offsets stay."""
    return SURROGATE.sub("\ufffd", text)


def _unmarked(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte is NUL, the rest hardly ever."""
    head = data[:4096]
    if len(head) < 8 or len(data) % 2:
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _known(declared: str | None) -> str | None:
    """The codec a declared charset means; Latin-1 is read as its superset, as browsers do."""
    if not declared:
        return None
    if declared.strip().lower() in LATIN:
        return "cp1252"
    try:
        name = codecs.lookup(declared.strip()).name
        b"".decode(name)  # refuses codecs that give no text
    except (LookupError, ValueError):
        return None
    return None if name in ("utf-8", "utf-7", "idna", "punycode") else name


def _guessed(data: bytes) -> str:
    """What bytes that are no UTF-8 look like: damaged UTF-8, a charset that the detector names, else Windows Latin."""
    high = sum(byte > 127 for byte in data[:200_000])
    if sum(map(len, WIDE.findall(data[:200_000]))) > 0.7 * high:
        return DAMAGED
    if high < 8 or sum(map(data[:200_000].count, MARKS)) > high / 2:
        return "cp1252"  # a stray accent or marks alone tell a detector nothing
    from resiliparse.parse.encoding import detect_encoding

    found = _known(detect_encoding(data[:200_000]))
    return "cp1252" if found is None or found in ("iso8859-1", "iso8859-15", "ascii") else found
