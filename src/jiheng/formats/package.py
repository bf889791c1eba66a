"""Zip packages (docx, xlsx) opened within caps."""

import struct
import zipfile
import zlib
from io import BytesIO
from types import TracebackType
from typing import Self

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import phrase

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,  # encrypted parts; NotImplementedError of strange zip versions is one too
    UnicodeDecodeError,
    ValueError,
)
_STEP = 256 << 10
_ENCRYPTED = 0x1
_ENTRY = b"PK\x01\x02"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class Package:
    """The parts of a zip file; every cap is checked before and again while inflating."""

    def __init__(self, data: bytes) -> None:
        # Asked before the list is read: each entry of it costs far more memory than bytes.
        if data.count(_ENTRY) > limits.MAX_PARTS:
            raise FormatError(phrase("format.too-many-parts", most=str(limits.MAX_PARTS)))
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except BROKEN as error:
            raise FormatError(phrase("format.zip-broken")) from error
        self._parts: dict[str, zipfile.ZipInfo] = {}
        self._index(self._zip.infolist())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts, as ``read`` takes them."""
        return tuple(self._parts)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return part_key(name) in self._parts

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; raises FormatError when it is missing, broken or too big."""
        part = self._parts.get(part_key(name))
        if part is None:
            raise FormatError(phrase("format.part-missing", part=name))
        try:
            content = self._inflate(part)
        except BROKEN as error:
            raise FormatError(phrase("format.part-not-inflated", part=name)) from error
        if len(content) != part.file_size:
            raise FormatError(phrase("format.part-of-another-size", part=name))
        return content

    def _inflate(self, part: zipfile.ZipInfo) -> bytes:
        # In steps: one large read would inflate all of it before the stated size is looked at.
        # The size itself was checked when the package was opened; no more than that is returned.
        with self._zip.open(part) as stream:
            steps = list(iter(lambda: stream.read(_STEP), b""))
        return steps[0] if len(steps) == 1 else b"".join(steps)

    def _index(self, parts: list[zipfile.ZipInfo]) -> None:
        total = 0
        for part in parts:
            if part.is_dir():
                continue
            total += part.file_size
            check_part(part)
            key = part_key(part.filename)
            if key in self._parts:
                raise FormatError(phrase("format.part-twice", part=key))
            self._parts[key] = part
        if total > limits.MAX_TOTAL_BYTES:
            most = _megabytes(limits.MAX_TOTAL_BYTES)
            raise FormatError(
                phrase("format.inflated-too-large", size=_megabytes(total), most=most)
            )


def part_key(name: str) -> str:
    """Return what a part is found by, however its name is written."""
    # Some programs write \ between folders; part names do not care for case (OPC §6.2.2.3).
    return name.replace("\\", "/").lstrip("/").lower()


def check_part(part: zipfile.ZipInfo, most: int = limits.MAX_PART_BYTES) -> None:
    """Refuse a part by what the list says of it.

    Raises:
        FormatError: it is encrypted, packed in a strange way, too large or too dense.
    """
    if part.flag_bits & _ENCRYPTED:
        raise FormatError(phrase("format.zip-password"))
    if part.compress_type not in _METHODS:
        raise FormatError(phrase("format.zip-method", part=part.filename))
    _check_inflated(part.filename, part.file_size, part.compress_size, most)


def _check_inflated(name: str, size: int, packed: int, most: int) -> None:
    if size > most:
        raise FormatError(phrase("format.part-too-large", part=name, most=_megabytes(most)))
    if size > limits.RATIO_FREE_BYTES and size > limits.MAX_RATIO * max(packed, 1):
        raise FormatError(phrase("format.part-ratio", part=name, most=str(limits.MAX_RATIO)))


def _megabytes(size: int) -> str:
    return str(-(-size // limits.MEGABYTE))
