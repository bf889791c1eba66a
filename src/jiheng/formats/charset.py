"""Bytes of a web page decoded as browsers do, with the mistakes of Chinese pages in mind."""

import re

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HEAD = 4096
# gb2312 and gbk pages hold letters that only gb18030 knows; it contains both.
_CODECS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}


def has_wide_mark(data: bytes) -> bool:
    """Whether the bytes begin with the mark of UTF-16."""
    return data.startswith(_WIDE_MARKS)


def decode_page(data: bytes, declared: str | None = None) -> str:
    """Return the text: by byte order mark, by what is declared, else by what fits.

    A page that says utf-8 but is not is read as gb18030, and the other way round.

    Args:
        data: the page.
        declared: the character set named outside of it, such as in a mail header.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, errors="replace")
    codec = _CODECS.get((declared or _declared_in(data)).lower(), "utf-8")
    for candidate in (codec, "utf-8", "gb18030"):
        try:
            return data.decode(candidate)
        except UnicodeDecodeError:
            continue
    return data.decode(codec, errors="replace")


def _declared_in(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii") if found else ""
