"""Whole numbers as bytes: little-endian, 64 bits each, the same on every machine."""

from array import array
from collections.abc import Sequence
from sys import byteorder


def packed(values: Sequence[int]) -> bytes:
    """The numbers as little-endian 64-bit integers.

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
