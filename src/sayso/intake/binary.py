"""What bytes are that hold no text."""

BINARY = {
    b"%PDF": "a PDF",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "sound or video",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "an Office document",
    b"PAR1": "Parquet",
    b"7z\xbc\xaf": "a 7z archive",
    b"\xfd7zXZ": "xz",
    b"BZh": "bzip2",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"OggS": "sound or video",
    b"ID3": "sound or video",
}


def binary(head: bytes) -> str | None:
    """What the first bytes of a file say it is, where that is no text in any charset; a few NULs or escapes are no reason.

    >>> binary(b"%PDF-1.7"), binary(b"Plain\\x00 words"), binary(bytes(range(1, 9)) * 20)
    ('a PDF', None, 'binary data')
    """
    named = next((what for magic, what in BINARY.items() if head.startswith(magic)), None)
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] == b"\x00\x00\xfe\xff"
    odd = sum(head.count(byte) for byte in (*range(1, 9), *range(14, 27), *range(28, 32), 127))
    return named or ("binary data" if not wide and len(head) > 32 and odd > len(head) / 10 else None)
