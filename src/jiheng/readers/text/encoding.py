"""Bytes of a text file decoded."""

import re

from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import phrase

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_TOLERATED_CONTROLS = 0.01


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 with a mark, or GB18030.

    Raises:
        FormatError: no text in any of these.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(codec, errors="replace"))
    for codec in ("utf-8", "gb18030"):
        try:
            return _checked(data.decode(codec))
        except UnicodeDecodeError:
            continue
    raise FormatError(phrase("format.not-text"))


def _checked(text: str) -> str:
    if len(_CONTROL.findall(text)) > len(text) * _TOLERATED_CONTROLS:
        raise FormatError(phrase("format.control-signs"))
    return text
