"""PDF values told apart byte by byte; each stays as the bytes that the file has.

A value is never understood further than is needed: what is written back is what was there.
"""

import re
from typing import NoReturn

from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import phrase

Entries = dict[bytes, bytes]
"""A dictionary: names with their slash → values as bytes."""

_MOST_NESTED = 64
_BLANKS = re.compile(rb"(?:[\0\t\n\f\r ]|%[^\r\n]*)*+")
_NAME = re.compile(rb"/[^\0\t\n\f\r ()<>\[\]{}/%]*")
_PLAIN = re.compile(rb"[^\0\t\n\f\r ()<>\[\]{}/%]+")
_HEX = re.compile(rb"<[0-9A-Fa-f\0\t\n\f\r ]*>")
_REFERENCE = re.compile(
    rb"(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>\[\]{}/%])"
)
_IN_STRING = re.compile(rb"\\.|[()]", re.DOTALL)


def strange() -> NoReturn:
    """Raise that the file is not built as it should be.

    Raises:
        FormatError: always.
    """
    raise FormatError(phrase("pdf.strange"))


def begin(data: bytes, at: int) -> int:
    """Return where the next value begins, beyond blanks and comments."""
    found = _BLANKS.match(data, at)
    return found.end() if found else at


def end(data: bytes, at: int, depth: int = 0) -> int:
    """Return where the value ends that begins here.

    Raises:
        FormatError: none begins here, or it does not end.
    """
    if depth > _MOST_NESTED:
        strange()
    if data.startswith(b"<<", at):
        return _end_of_list(data, at + 2, b">>", depth)
    match data[at : at + 1]:
        case b"[":
            return _end_of_list(data, at + 1, b"]", depth)
        case b"(":
            return _end_of_string(data, at)
        case b"<":
            found = _HEX.match(data, at)
        case b"/":
            found = _NAME.match(data, at)
        case _:
            found = _REFERENCE.match(data, at) or _PLAIN.match(data, at)
    return found.end() if found else strange()


def _end_of_list(data: bytes, at: int, closing: bytes, depth: int) -> int:
    at = begin(data, at)
    while not data.startswith(closing, at):
        at = begin(data, end(data, at, depth + 1))
    return at + len(closing)


def _end_of_string(data: bytes, at: int) -> int:
    deep = 0
    for found in _IN_STRING.finditer(data, at):
        deep += {b"(": 1, b")": -1}.get(found.group(), 0)
        if deep == 0:
            return found.end()
    return strange()


def value_at(data: bytes, at: int) -> bytes:
    """Return the value that begins here or after blanks.

    Raises:
        FormatError: there is none.
    """
    at = begin(data, at)
    return data[at : end(data, at)]


def entries_of(value: bytes) -> Entries:
    """Return the entries of a dictionary; of a name written twice the last counts.

    Raises:
        FormatError: it is none.
    """
    if not value.startswith(b"<<"):
        strange()
    words = _values(value, 2, b">>")
    if len(words) % 2 or any(not name.startswith(b"/") for name in words[::2]):
        strange()
    return dict(zip(words[::2], words[1::2], strict=True))


def items_of(value: bytes) -> list[bytes]:
    """Return the values of an array.

    Raises:
        FormatError: it is none.
    """
    return _values(value, 1, b"]") if value.startswith(b"[") else strange()


def _values(value: bytes, at: int, closing: bytes) -> list[bytes]:
    values: list[bytes] = []
    at = begin(value, at)
    while not value.startswith(closing, at):
        after = end(value, at)
        values.append(value[at:after])
        at = begin(value, after)
    return values


def written(entries: Entries) -> bytes:
    """Return a dictionary as it stands in a file."""
    return b"<<" + b"".join(name + b" " + value + b"\n" for name, value in entries.items()) + b">>"


def reference(value: bytes) -> int | None:
    """Return the number of the object that a value points to, if it does."""
    found = _REFERENCE.fullmatch(value)
    return int(found[1]) if found else None


def number(value: bytes) -> int:
    """Return a whole number, not below 0.

    Raises:
        FormatError: it is none.
    """
    return int(value) if value.isdigit() and len(value) < _LONGEST_NUMBER else strange()


_LONGEST_NUMBER = 16
