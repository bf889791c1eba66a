"""增删指标行: while the targets are open, rows come, go and move; nothing else changes."""

from typing import Literal

import msgspec
from msgspec import Struct

from jiheng.model.form import Form, Indicator
from jiheng.web.chain.openness import are_rows_open, open_paths
from jiheng.web.chain.order import Case, Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.forms.arranged import (
    Arranged,
    CannotArrange,
    Heading,
    put_back,
    with_row,
    with_row_moved,
    without_row,
)
from jiheng.web.forms.merging import merged
from jiheng.web.forms.models import Change, Deed, FormRecord, RowMove
from jiheng.web.forms.rows import carried, moves_of, row_at
from jiheng.web.forms.saving import ArrangedRow, form_of, save_rows

Doing = Literal["add", "remove", "up", "down", "restore"]


class Wish(Struct, frozen=True, kw_only=True):
    """What somebody wants done with a row.

    Attributes:
        at: the row's place in the version that they saw.
        base: that version.
        heading: under what a new row stands; None: under the same as row ``at``, below it.
        move: the key of the move whose row is to come back.
    """

    doing: Doing
    at: int = 0
    base: int = 0
    heading: Heading | None = None
    move: int = 0


def arrange(order: Order, wish: Wish) -> None:
    """Add, take away or move a row, or have one back that was taken away."""
    with opened(order, Action.FILL) as case:
        form = form_of(case.record)
        if not are_rows_open(case.record):
            raise Refused("refused.row-locked")
        try:
            arranged = _arranged(case, form, wish)
        except CannotArrange as error:
            raise Refused(f"refused.{error.why}") from error
        allowed = open_paths(arranged.form, case.record)
        sums = merged(arranged.form, (), allowed, compares=False).changes
        restores = wish.move if wish.doing == "restore" else None
        row = ArrangedRow(arranged=arranged, sums=sums, restores=restores)
        save_rows(case.record, row, order.person)


def _arranged(case: Case, form: Form, wish: Wish) -> Arranged:
    if wish.doing == "restore":
        return _restored(case.record, form, wish)
    at = row_at(carried(f"indicators[{wish.at}]", moves_of(case.record, wish.base)))
    if at is None or at >= len(form.indicators):
        raise Refused("refused.row-gone")
    match wish.doing:
        case "add":
            return with_row(form, at, wish.heading)
        case "remove":
            if _is_written_since(case, wish.base, at):
                raise Refused("refused.row-changed")
            return without_row(form, at)
        case "up" | "down":
            return with_row_moved(form, at, -1 if wish.doing == "up" else 1)


def _restored(record: FormRecord, form: Form, wish: Wish) -> Arranged:
    """The form with a row again that was taken away, where it stood among the others."""
    gone = RowMove.objects.filter(version__record=record, pk=wish.move, deed=Deed.REMOVE).first()
    if gone is None or RowMove.objects.filter(restores=gone).exists():
        raise Refused("refused.row-there")
    later = moves_of(record, gone.number)
    at = row_at(carried(f"indicators[{gone.at}]", later))
    row = msgspec.json.decode(gone.row, type=Indicator)
    return put_back(form, gone.at if at is None else at, row)


def _is_written_since(case: Case, base: int, at: int) -> bool:
    """Whether somebody else wrote in a row after the version that the person saw."""
    others = Change.objects.filter(version__record=case.record, version__number__gt=base)
    written = others.exclude(version__made_by=case.order.person)
    moves = moves_of(case.record, base)
    numbered = written.values_list("path", "version__number")
    return any(
        row_at(carried(path, (each for each in moves if each.number > number))) == at
        for path, number in numbered
    )
