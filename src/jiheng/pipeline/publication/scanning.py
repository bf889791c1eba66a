"""Proves that no masked name or number is in any file, however it is written there.

Every file is read as its reader would read it: with the entities of HTML, the escapes of JSON, of
scripts and of addresses undone, with and without its tags; then compared without blanks and width.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import unquote

from msgspec import Struct

from jiheng.pipeline.publication.folding import BREAK, folded
from jiheng.pipeline.publication.needles import Needles

_ESCAPED = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtbf]))"
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|br|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tspan|u|wbr)\b[^>]*>"
    r"|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_TAG = re.compile(r"<[^>]*>")
_ROUNDS = 2
"""What is escaped twice is undone twice."""
_MOST_CHARACTER = 0x10FFFF


class Leak(Struct, frozen=True, kw_only=True):
    """Where a name or number that should be hidden can be read.

    Attributes:
        line: from 1.
        around: the text there, as it is compared.
    """

    path: str
    line: int
    text: str
    around: str


def leaks(
    files: Iterable[tuple[str, bytes]], needles: Needles, contexts: tuple[str, ...] = ()
) -> Iterator[Leak]:
    """Yield every place at which a name or number can be read, its own path among them.

    Args:
        files: paths and contents.
        needles: what nobody may read.
        contexts: texts around places that were released; there it may be read.
    """
    allowed = sorted({folded(each).strip() for each in contexts} - {""}, key=len, reverse=True)
    for path, data in files:
        seen: set[str] = set()
        for view in _views(path, data):
            text = _without(folded(view), allowed)
            for start, end in needles.found_in(text):
                if text[start:end] not in seen:
                    seen.add(text[start:end])
                    yield _leak(path, view, text, start, end)


def _views(path: str, data: bytes) -> Iterator[str]:
    yield path
    text = data.decode("utf-8", errors="replace")
    yield text
    for _ in range(_ROUNDS):
        plain = unescape(unquote(_ESCAPED.sub(_character, text)))
        if plain != text:
            yield plain
        text = plain
    if "<" in text:
        yield _TAG.sub(BREAK_TAG, _INLINE.sub("", data.decode("utf-8", errors="replace")))
        yield _TAG.sub(BREAK_TAG, _INLINE.sub("", text))


BREAK_TAG = "|"
"""Stands for a tag that parts what is before it from what follows."""


def _character(escape: re.Match[str]) -> str:
    braced, four, two, control = escape.groups()
    if control:
        return " "
    code = int(braced or four or two, 16)
    return chr(code) if code <= _MOST_CHARACTER else ""


def _without(text: str, allowed: list[str]) -> str:
    for each in allowed:
        text = text.replace(each, BREAK)
    return text


_AROUND = 12


def _leak(path: str, view: str, text: str, start: int, end: int) -> Leak:
    found = text[start:end]
    # The same characters with anything silent between them, to tell the line.
    loose = re.compile(r"[^\w@]{0,40}".join(map(re.escape, found)), re.IGNORECASE)
    place = loose.search(view)
    return Leak(
        path=path,
        line=view.count("\n", 0, place.start()) + 1 if place else 1,
        text=found,
        around=text[max(0, start - _AROUND) : end + _AROUND].replace(BREAK, " "),
    )
