"""What is printed on every page and says nothing of the form: page numbers, heads and feet."""

import re
from collections.abc import Iterable, Iterator

from jiheng.readers.paged.lines import TextLine
from jiheng.readers.paged.sheets import Filled, Piece
from jiheng.readers.recognise.head import is_title
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.texts import is_page_mark

_DIGITS = re.compile(r"\d+")
_NUMBER_ALONE = re.compile(r"[-—–·\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-—–·\s]*")
_GOES_ON = re.compile(r"[(（]?\s*(?:续\s*表?|接上[页表]|下接第?\d*页|转下页)\s*\d*\s*[)）]?")

_FOOT = 0.9
"""A number alone below this share of the page's height is the page's."""

_SAME_HEIGHT = 4.0
"""What stands on every page does so at the same height, but for so many points."""


def without_furniture(pages: Iterable[Filled]) -> Iterator[Filled]:
    """Yield the pages without it."""
    last: Filled | None = None
    page: Filled | None = None
    for following in (*pages, None):
        if page is not None:
            yield _bare(page, last, following)
        last, page = page, following


def _bare(page: Filled, last: Filled | None, following: Filled | None) -> Filled:
    # Where each page is a form of its own, what stands around its table belongs to it.
    before = None if _has_title(page) else last
    after = None if following is None or _has_title(following) else following
    feet = [*_feet(before), *_feet(after)]
    drop = [line for line in _heads(page) if _is_again(line, _heads(before))]
    drop += [line for line in _feet(page) if _is_again(line, feet)]
    drop += [line for line in page.pieces if isinstance(line, TextLine) and _is_mark(line, page)]
    dropped = {id(line) for line in drop}
    return page._replace(pieces=tuple(each for each in page.pieces if id(each) not in dropped))


def _has_title(page: Filled) -> bool:
    return any(is_title(Line(text=line.text)) for line in _heads(page))


def _is_mark(line: TextLine, page: Filled) -> bool:
    if is_page_mark(line.text) or _GOES_ON.fullmatch(line.text):
        return True
    is_at_foot = line.box[1] > _FOOT * page.page.height
    return is_at_foot and _NUMBER_ALONE.fullmatch(line.text) is not None


def _is_again(line: TextLine, others: list[TextLine]) -> bool:
    """Whether a line stands on another page too, but for its numbers."""
    words = _DIGITS.sub("", line.text)
    return any(
        _DIGITS.sub("", other.text) == words and abs(other.box[3] - line.box[3]) <= _SAME_HEIGHT
        for other in others
    )


def _heads(page: Filled | None) -> list[TextLine]:
    """Return the lines above the first table."""
    return _leading(page.pieces) if page is not None else []


def _feet(page: Filled | None) -> list[TextLine]:
    """Return the lines below the last table."""
    return _leading(page.pieces[::-1]) if page is not None else []


def _leading(pieces: tuple[Piece, ...]) -> list[TextLine]:
    lines: list[TextLine] = []
    for piece in pieces:
        if not isinstance(piece, TextLine):
            break
        lines.append(piece)
    return lines
