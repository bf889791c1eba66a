"""Pages put together into one document: paragraphs and tables that go on overleaf."""

import re
from collections.abc import Iterable, Iterator

from jiheng.formats.pages.page import Page
from jiheng.model.document import Block, Paragraph, Stamp
from jiheng.readers.paged.furniture import without_furniture
from jiheng.readers.paged.joining import Room, goes_on, joined
from jiheng.readers.paged.lines import TextLine
from jiheng.readers.paged.margins import with_labels
from jiheng.readers.paged.run import TableRun
from jiheng.readers.paged.sheets import Filled, doubted, filled, labels_of
from jiheng.readers.recognise.head import is_title
from jiheng.readers.recognise.lines import Line

_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}、")

_SAME_SIZE = 0.1
"""Lines of one paragraph have type of the same height, but for this share."""

_CLOSE = 2.2
"""They are no farther apart, in heights of type."""


def blocks_of(pages: Iterable[Page]) -> tuple[Block, ...]:
    """Return paragraphs and tables in reading order, and the seals after them.

    A table that goes on overleaf is one, without the headings repeated there. Page numbers, and
    what is printed at the head and foot of every page, are left out.
    """
    every = tuple(pages)
    blocks = _blocks(without_furniture(_filled(every)))
    stamps = (Stamp(page=page.number, box=box) for page in every for box in page.stamps)
    return (*blocks, *stamps)


def _filled(pages: Iterable[Page]) -> Iterator[Filled]:
    labels: frozenset[str] = frozenset()
    for page in pages:
        found = with_labels(filled(page, labels))
        labels |= labels_of(found)
        yield found


def _blocks(pages: Iterable[Filled]) -> Iterator[Block]:
    run: TableRun | None = None
    ended: TableRun | None = None
    for page in pages:
        room = _room(page)
        lines: list[TextLine] = []
        for piece in page.pieces:
            if isinstance(piece, TextLine):
                if run is not None:
                    yield run.grid()
                    ended, run = run, None
                ended = None if _begins_anew(piece.text) else ended
                lines.append(piece)
                continue
            yield from _paragraphs(lines, room, page.page.number)
            lines = []
            if run is None or piece.page == run.last_page or not run.took(piece):
                if run is not None:
                    yield run.grid()
                is_rest = run is None and ended is not None and ended.may_go_on_in(piece)
                run, ended = TableRun(doubted(piece) if is_rest else piece), None
        yield from _paragraphs(lines, room, page.page.number)
    if run is not None:
        yield run.grid()


def _begins_anew(text: str) -> bool:
    """Whether what stands below a line is another table: the line is a title, or a section's."""
    return is_title(Line(text=text)) or _SECTION.match(text) is not None


def _paragraphs(lines: list[TextLine], room: Room, page: int) -> Iterator[Paragraph]:
    """Yield lines as paragraphs: those that had no room for what the next begins with go on."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not _is_one(lines[index - 1], lines[index], room):
            own = lines[start:index]
            least = min(line.confidence for line in own)
            yield Paragraph(text=joined(own, room), page=page, confidence=least)
            start = index


def _is_one(above: TextLine, below: TextLine, room: Room) -> bool:
    is_alike = abs(above.size - below.size) <= _SAME_SIZE * above.size
    is_close = below.box[3] - above.box[3] <= _CLOSE * above.size
    return is_alike and is_close and goes_on(above, below, room)


def _room(page: Filled) -> Room:
    """Return where lines may stand: as far from the right edge of the page as from the left."""
    boxes = [piece.box for piece in page.pieces]
    left = min((box[0] for box in boxes), default=0.0)
    return Room(left, max([page.page.width - left, *(box[2] for box in boxes)]))
