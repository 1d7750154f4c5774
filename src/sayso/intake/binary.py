"""What bytes are that hold no text."""

import re

BINARY = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8[79]a", "an image"),
    (b"RIFF.{4}(?:WAVE|AVI |WEBP)", "an image, sound or video"),
    (b".{4}ftyp", "sound or video"),
    (b"OggS\x00", "sound or video"),
    (b"ID3[\x00-\x08]", "sound or video"),
    (b"\x7fELF", "a program"),
    (b"MZ[\x90\x00]", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"PAR1[\x00-\x1f]", "Parquet"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xfd7zXZ", "xz"),
    (b"BZh[1-9]1AY", "bzip2"),
    (b"\\x28\xb5/\xfd", "zstd"),
)
"""What begins how, as regular expressions: words of a text may begin with the letters of some."""


def binary(head: bytes) -> str | None:
    """What the first bytes of a file say it is, where that is no text in any charset; a few NULs or escapes are no reason.

    >>> binary(b"%PDF-1.7"), binary(b"Plain\\x00 words"), binary(bytes(range(1, 9)) * 20)
    ('a PDF', None, 'binary data')
    """
    named = next((what for magic, what in BINARY if re.match(magic, head, re.S)), None)
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] == b"\x00\x00\xfe\xff"
    odd = sum(head.count(byte) for byte in (*range(1, 9), *range(14, 27), *range(28, 32), 127))
    most = len(head) * (0.3 if _is_utf8(head) else 0.1)
    return named or ("binary data" if not wide and len(head) > 32 and odd > most else None)


def _is_utf8(head: bytes) -> bool:
    """Whether bytes are UTF-8, but for a character cut at their end."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4
    return True
