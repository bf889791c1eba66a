"""Digests by SHA-256 and SM3, of bytes and of what is copied from one stream to another."""

import hashlib
from io import BytesIO
from typing import BinaryIO

from jiheng.formats.errors import FormatError
from jiheng.model.dossier import Digests
from jiheng.rulebook.phrases import phrase

_STEP = 1 << 20


class Pair:
    """Both digests of what is put in.

    Raises:
        FormatError: this installation has no SM3.
    """

    def __init__(self) -> None:
        self.size = 0
        self._sha256 = hashlib.sha256()
        try:
            self._sm3 = hashlib.new("sm3")
        except ValueError as error:
            raise FormatError(phrase("dossier.no-sm3")) from error

    def update(self, data: bytes) -> None:
        """Take more bytes."""
        self.size += len(data)
        self._sha256.update(data)
        self._sm3.update(data)

    @property
    def digests(self) -> Digests:
        """Return the digests of all that was put in."""
        return Digests(sha256=self._sha256.hexdigest(), sm3=self._sm3.hexdigest())


def digests_of(data: bytes) -> Digests:
    """Return the digests of bytes."""
    pair = Pair()
    pair.update(data)
    return pair.digests


def copied(source: BinaryIO, target: BinaryIO | None, most: int) -> Pair:
    """Return the digests of a stream's bytes, which are written to another one on the way.

    Raises:
        FormatError: there are more than ``most`` bytes.
    """
    pair = Pair()
    while block := source.read(_STEP):
        pair.update(block)
        if pair.size > most:
            raise FormatError(phrase("dossier.too-large"))
        if target is not None:
            target.write(block)
    return pair


def stream_of(data: bytes) -> BinaryIO:
    """Return bytes as a stream."""
    return BytesIO(data)
