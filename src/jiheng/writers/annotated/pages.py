"""Notes on the pages of a PDF file: the cell marked, and a sign beside it that says why."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from jiheng.formats.pages.page import Box
from jiheng.formats.pdf.pages import uprights_of
from jiheng.formats.pdf.structure.objects import Objects, PageObject
from jiheng.formats.pdf.structure.syntax import Entries, items_of, strange, written
from jiheng.formats.pdf.structure.update import Update
from jiheng.formats.pdf.upright import Upright
from jiheng.model.audit import Severity
from jiheng.writers.annotated.ink import marking, sign_of
from jiheng.writers.annotated.note import AUTHOR, Note, text_of
from jiheng.writers.characters import printable
from jiheng.writers.inplace.errors import Unwritable

_SIGNED = b"/ByteRange"
"""What a signature covers is told in bytes of the file, and so stands in it as it is."""

_INSET = 1.0
"""Points between a cell's borders and its mark: the lines stay as they are."""

_SIGN, _OVER = 10.0, 4.0
"""Points across a sign, and by how many it stands out beyond its cell's corner."""

_PRINTED = b"4"
"""The flag by which a note is printed, too."""


class PageNote(Struct, frozen=True, kw_only=True):
    """What is said of one cell.

    Attributes:
        page: from 1.
        box: of the cell, in points of the upright page.
        severity: the gravest of what is said.
        text: all of it, in lines.
    """

    page: int
    box: Box
    severity: Severity
    text: str


def page_notes(notes: Iterable[Note]) -> tuple[PageNote, ...]:
    """Return notes by the cells at which they stand; those that no page has are left out."""
    cells: dict[tuple[int, Box], list[Note]] = {}
    for note in notes:
        spots = ((cell.page, cell.box) for cell in note.places)
        for page, box in spots:
            if page is not None and box is not None:
                cells.setdefault((page, box), []).append(note)
                break
    return tuple(
        PageNote(
            page=page,
            box=box,
            severity=next(each for each in _GRAVEST if each in {note.severity for note in told}),
            text=text_of(told),
        )
        for (page, box), told in cells.items()
    )


_GRAVEST: tuple[Severity, ...] = ("error", "warning", "info")


class Addition(Struct, frozen=True, kw_only=True):
    """What is to be added to a file.

    Attributes:
        data: follows the file's last byte; "" where everything was said before.
        notes: how many cells are marked.
    """

    data: bytes = b""
    notes: int = 0


def annotate_pages(data: bytes, notes: tuple[PageNote, ...], when: datetime) -> Addition:
    """Return what makes a PDF file one with notes; all of its own bytes stay.

    Raises:
        FormatError: the file is broken, or not built as it should be.
        Unwritable: it is encrypted or signed.
    """
    if _SIGNED in data:
        raise Unwritable("signed")
    objects = Objects(data)
    if b"/Encrypt" in objects.crossing.trailer:
        raise Unwritable("encrypted")
    pages = tuple(objects.pages())
    uprights = dict(uprights_of(data, {note.page for note in notes}))
    if len({page.number for page in pages}) < len(pages) or len(pages) < max(uprights):
        strange()
    update = Update(data, objects.crossing)
    pen = _Pen(update, when)
    count = 0
    for number, upright in uprights.items():
        page = pages[number - 1]
        there = items_of(_list_of(page, objects))
        known = b"\n".join(objects.resolved(each) for each in there)
        fresh = [note for note in notes if note.page == number and _name(note) not in known]
        if fresh:
            added = [each for note in fresh for each in pen.draw(note, page, upright)]
            entries = {**page.entries, b"/Annots": b"[%b]" % b" ".join([*there, *added])}
            update.put(written(entries), page.number, page.generation)
            count += len(fresh)
    return Addition(data=update.finished(), notes=count) if count else Addition()


def _list_of(page: PageObject, objects: Objects) -> bytes:
    """Return the array of the notes that a page has."""
    value = objects.resolved(page.entries.get(b"/Annots", b"[]"))
    return b"[]" if value == b"null" else value


class _Pen:
    """Writes notes into an update; what all of one kind look like is written once."""

    def __init__(self, update: Update, when: datetime) -> None:
        self._update = update
        self._when = b"(D:%b)" % when.astimezone(UTC).strftime("%Y%m%d%H%M%SZ").encode()
        self._signs: dict[tuple[Severity, int], int] = {}

    def draw(self, note: PageNote, page: PageObject, upright: Upright) -> tuple[bytes, bytes]:
        """Return references to the mark over a cell and to the sign that speaks."""
        update = self._update
        cell = _within(note.box, upright)
        area = upright.original(cell)
        left, bottom, right, top = area
        colour, mark = marking(area, note.severity)
        speaking, name = update.reserve(), _name(note)
        common: Entries = {
            b"/Type": b"/Annot",
            b"/P": b"%d %d R" % (page.number, page.generation),
            b"/F": _PRINTED,
            b"/C": colour,
            b"/T": _text(AUTHOR),
            b"/M": self._when,
            b"/CreationDate": self._when,
        }
        corners = (left, top, right, top, left, bottom, right, bottom)
        marked = update.put(
            written(
                common
                | {
                    b"/Subtype": b"/Highlight",
                    b"/Rect": _numbers(area),
                    b"/QuadPoints": _numbers(corners),
                    b"/AP": b"<</N %d 0 R>>" % update.put(mark),
                    # One with the sign: programs that list notes show both as one.
                    b"/IRT": b"%d 0 R" % speaking,
                    b"/RT": b"/Group",
                }
            )
        )
        x, y = cell[2] + _OVER, cell[1] - _OVER
        place = upright.original((x - _SIGN, y, x, y + _SIGN))
        update.put(
            written(
                common
                | {
                    b"/Subtype": b"/Text",
                    b"/Rect": _numbers(place),
                    b"/Contents": _text(note.text),
                    b"/NM": name,
                    b"/Name": b"/Comment",
                    b"/AP": b"<</N %d 0 R>>" % self._sign(note.severity, upright.turns),
                }
            ),
            speaking,
        )
        return b"%d 0 R" % marked, b"%d 0 R" % speaking

    def _sign(self, severity: Severity, turns: int) -> int:
        key = severity, turns
        if key not in self._signs:
            self._signs[key] = self._update.put(sign_of(severity, turns))
        return self._signs[key]


def _within(box: Box, upright: Upright) -> Box:
    """Return the place of a cell between its borders and on the page."""
    width, height = upright.size
    left, top = max(box[0], 0.0) + _INSET, max(box[1], 0.0) + _INSET
    right, bottom = min(box[2], width) - _INSET, min(box[3], height) - _INSET
    return left, top, max(right, left + _INSET), max(bottom, top + _INSET)


def _name(note: PageNote) -> bytes:
    """Return what names a note: the same words at the same place have the same."""
    told = f"{note.page} {note.box} {note.text}"
    return b"(%b)" % str(uuid5(NAMESPACE_URL, told)).encode()


def _text(words: str) -> bytes:
    """Return words as the file's text: UTF-16, its lines ended as in it."""
    encoded = printable(words).replace("\v", "\n").replace("\n", "\r").encode("utf-16-be")
    return b"<feff%b>" % encoded.hex().encode()


def _numbers(values: tuple[float, ...]) -> bytes:
    return b"[%b]" % " ".join(f"{value:.2f}" for value in values).encode()
