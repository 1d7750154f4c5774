"""Signatures: numbers that stand for a text or a part of it, and the bytes they are kept as, the same on every machine."""

from array import array
from collections.abc import Sequence
from sys import byteorder

import msgspec


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers that stand for a document in a space; `size` is of how many things they were taken. All fit signed 64 bits."""

    space: str
    version: str
    size: int
    values: tuple[int, ...]


def packed(values: Sequence[int]) -> bytes:
    """The numbers as little-endian integers of 64 bits.

    >>> packed([1, -1]).hex()
    '0100000000000000ffffffffffffffff'
    """
    coded = array("q", values)
    if byteorder == "big":
        coded.byteswap()
    return coded.tobytes()


def unpacked(body: bytes) -> Sequence[int]:
    """The numbers of such bytes.

    >>> list(unpacked(packed([7, -9])))
    [7, -9]
    """
    coded = array("q")
    coded.frombytes(body)
    if byteorder == "big":
        coded.byteswap()
    return coded
