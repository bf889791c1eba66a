"""Where a cell is after rows were added, taken away or moved.

Cells are addressed by their row's place, ``indicators[3].actual``, and a place changes when a row
above it comes or goes. Every such move is kept; with those since a version, an address of that
version becomes the present one. ``static/forms/rows.js`` does the same on the page.
"""

import re
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from jiheng.model.form import Indicator
from jiheng.web.forms.models import Deed, FormRecord, RowMove
from jiheng.writers.report.voice import Voice

_ROW = re.compile(r"indicators\[(\d+)\](.*)")
_REMOVED = re.compile(r"removed\[(\d+)\](.*)")


class Moved(Struct, frozen=True, kw_only=True):
    """What became of one row.

    Attributes:
        id: the move's key, by which a row that was taken away can be had back.
        number: the form's version since then.
        at: the row's place before it was taken away or moved, or since it was added.
        to: where it was moved to.
        restores: key of the move whose row came back.
    """

    id: int
    number: int
    deed: Deed
    at: int
    to: int | None = None
    restores: int | None = None


def moves_of(record: FormRecord, since: int = 0) -> tuple[Moved, ...]:
    """Return what became of a form's rows since a version, the first first."""
    if since >= record.version:
        return ()
    found = RowMove.objects.filter(version__record=record, number__gt=since).order_by("number")
    return tuple(
        Moved(id=key, number=number, deed=Deed(deed), at=at, to=to, restores=restores)
        for key, number, deed, at, to, restores in found.values_list(
            "pk", "number", "deed", "at", "to", "restores"
        )
    )


def carried(path: str, moves: Iterable[Moved]) -> str:
    """Return the address of a cell after some moves.

    Example:
        >>> gone = Moved(id=7, number=2, deed=Deed.REMOVE, at=1)
        >>> carried("indicators[2].actual", (gone,)), carried("indicators[1].actual", (gone,))
        ('indicators[1].actual', 'removed[7].actual')
        >>> back = Moved(id=8, number=3, deed=Deed.ADD, at=0, restores=7)
        >>> carried("indicators[1].actual", (gone, back)), carried("total.score", (gone, back))
        ('indicators[0].actual', 'total.score')
    """
    for each in moves:
        path = _after(path, each)
    return path


def row_at(path: str) -> int | None:
    """Return the place of a cell's row; None where it is in no row of indicators."""
    found = _ROW.fullmatch(path)
    return int(found[1]) if found else None


def removed_by(path: str) -> int | None:
    """Return the key of the move that took a cell's row away; None where it is on the sheet."""
    found = _REMOVED.fullmatch(path)
    return int(found[1]) if found else None


def removed_name(row: str, path: str, voice: Voice) -> str:
    """Return what people call a cell of a row that was taken away: 培训人数·指标值."""
    name = msgspec.json.decode(row, type=Indicator).name
    field = path.rpartition(".")[2]
    return f"{name}·{voice.field(field)}" if "." in path else name


def _after(path: str, move: Moved) -> str:
    lost = _REMOVED.fullmatch(path)
    if lost:
        return f"indicators[{move.at}]{lost[2]}" if int(lost[1]) == move.restores else path
    row = _ROW.fullmatch(path)
    if row is None:
        return path
    place = _place(int(row[1]), move)
    return f"removed[{move.id}]{row[2]}" if place is None else f"indicators[{place}]{row[2]}"


def _place(index: int, move: Moved) -> int | None:
    """Return the place of a row after a move; None where it was taken away."""
    match move.deed:
        case Deed.ADD:
            return index + (index >= move.at)
        case Deed.REMOVE:
            return None if index == move.at else index - (index > move.at)
        case Deed.MOVE:
            to = move.at if move.to is None else move.to
            if index == move.at:
                return to
            return index - (move.at < index <= to) + (to <= index < move.at)
