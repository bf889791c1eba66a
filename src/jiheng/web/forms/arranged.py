"""A form with a row of indicators more, less, or elsewhere."""

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Form, Indicator
from jiheng.rulebook.messages import SOURCE, say
from jiheng.web.forms.models import Deed
from jiheng.web.forms.rows import Moved, carried, removed_by

MOST_ROWS = 100
_NO_MOVE = 0


class CannotArrange(ValueError):
    """The rows cannot be so; ``why`` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Heading(Struct, frozen=True, kw_only=True):
    """Under what a row stands, and what it is called."""

    level1: str
    level2: str
    name: str


class Arranged(Struct, frozen=True, kw_only=True):
    """A form after a deed, with what was done; the move's key and version are still to come."""

    form: Form
    deed: Deed
    at: int
    row: Indicator
    to: int | None = None


def with_row(form: Form, after: int, heading: Heading | None = None) -> Arranged:
    """Return the form with a new row below another one, or at the end of its own group.

    Raises:
        CannotArrange: it has as many rows as a form may have.
    """
    sibling = form.indicators[after]
    if heading is None:
        row = _like(sibling, say("editor.new-row", SOURCE))
        return put_back(form, after + 1, row)
    place = _end_of(form, heading, after)
    beside = form.indicators[place - 1]
    row = _like(beside, heading.name or say("editor.new-row", SOURCE))
    if beside.level1 != heading.level1:
        row = replace(row, level1=heading.level1, level1_printed=heading.level1, level1_points=None)
    return put_back(form, place, replace(row, level2=heading.level2))


def put_back(form: Form, at: int, row: Indicator) -> Arranged:
    """Return the form with a row at a place.

    Raises:
        CannotArrange: it has as many rows as a form may have.
    """
    if len(form.indicators) >= MOST_ROWS:
        raise CannotArrange("row-most")
    place = min(at, len(form.indicators))
    rows = (*form.indicators[:place], row, *form.indicators[place:])
    return _arranged(form, rows, Deed.ADD, place, row)


def without_row(form: Form, at: int) -> Arranged:
    """Return the form without one of its rows.

    Raises:
        CannotArrange: it has only this one.
    """
    if len(form.indicators) == 1:
        raise CannotArrange("row-last")
    rows = (*form.indicators[:at], *form.indicators[at + 1 :])
    return _arranged(form, rows, Deed.REMOVE, at, form.indicators[at])


def with_row_moved(form: Form, at: int, by: int) -> Arranged:
    """Return the form with a row before the one above it, or behind the one below.

    Raises:
        CannotArrange: it is the first or the last of its group.
    """
    row, to = form.indicators[at], at + by
    if not 0 <= to < len(form.indicators) or _group(form.indicators[to]) != _group(row):
        raise CannotArrange("row-edge")
    others = (*form.indicators[:at], *form.indicators[at + 1 :])
    return _arranged(form, (*others[:to], row, *others[to:]), Deed.MOVE, at, row, to)


def _arranged(
    form: Form,
    rows: tuple[Indicator, ...],
    deed: Deed,
    at: int,
    row: Indicator,
    to: int | None = None,
) -> Arranged:
    move = (Moved(id=_NO_MOVE, number=0, deed=deed, at=at, to=to),)
    cells = {carried(path, move): cell for path, cell in form.cells.items()}
    doubts = (replace(each, at=carried(each.at, move)) for each in form.doubts)
    after = replace(
        form,
        indicators=rows,
        cells={path: cell for path, cell in cells.items() if removed_by(path) is None},
        doubts=tuple(each for each in doubts if removed_by(each.at) is None),
    )
    return Arranged(form=after, deed=deed, at=at, row=row, to=to)


def _like(row: Indicator, name: str) -> Indicator:
    """An empty row under the same headings."""
    return Indicator(
        level1=row.level1,
        level1_printed=row.level1_printed,
        level1_points=row.level1_points,
        level2=row.level2,
        goal=row.goal,
        name=name,
    )


def _end_of(form: Form, heading: Heading, after: int) -> int:
    """The place behind the last row of the same group; where there is none, of what is nearest."""
    goal = form.indicators[after].goal
    own = [(at, row) for at, row in enumerate(form.indicators) if row.goal == goal]
    under = [at for at, row in own if row.level1 == heading.level1]
    beside = [at for at in under if form.indicators[at].level2 == heading.level2]
    return (beside or under or [at for at, _ in own])[-1] + 1


def _group(row: Indicator) -> tuple[int | None, str | None, str | None, str | None]:
    return row.goal, row.level1, row.level1_printed, row.level2
