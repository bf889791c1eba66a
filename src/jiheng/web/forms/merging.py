"""What of a save goes in, and what stays apart because the cell is no longer what was seen."""

from typing import Literal

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.model.paths import NoSuchField, with_value
from jiheng.web.forms.computed import computed_cells
from jiheng.web.forms.drawn import shared
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.rows import removed_by
from jiheng.web.forms.saving import CellChange, text_at, written

Why = Literal["changed", "row-gone", "locked", "no-name", "too-long"]

MOST_SIGNS = 20_000
"""No cell of a form on paper holds as much."""


class Apart(Struct, frozen=True, kw_only=True):
    """A cell that was not saved.

    Attributes:
        now: what stands there.
        mine: what was to stand there.
    """

    path: str
    now: str | None
    mine: str | None
    why: Why


class Merge(Struct, frozen=True, kw_only=True):
    """The changes that go in, and the cells that do not."""

    changes: tuple[CellChange, ...]
    apart: tuple[Apart, ...]


def merged(
    form: Form, changes: tuple[CellChange, ...], allowed: frozenset[str], *, compares: bool
) -> Merge:
    """Return what of the changes goes into a form, with the cells that are worked out from it.

    Args:
        form: the form as it is now.
        changes: what somebody wrote.
        allowed: the cells that are open.
        compares: each change says what its author saw; a cell that is different now stays.
    """
    taken: list[CellChange] = []
    apart: list[Apart] = []
    for each in changes:
        why = _why_not(form, each, allowed, compares=compares)
        if why is None:
            taken.append(each)
        else:
            now = text_at(form, each.path)
            apart.append(Apart(path=each.path, now=now, mine=each.new, why=why))
    together = shared(form) if taken else {}
    spread = tuple(
        CellChange(path=path, new=each.new)
        for each in taken
        for path in together.get(each.path, (each.path,))
    )
    settled = _settled(written(form, spread), allowed)
    return Merge(changes=(*spread, *settled), apart=tuple(apart))


def _why_not(
    form: Form, change: CellChange, allowed: frozenset[str], *, compares: bool
) -> Why | None:
    if removed_by(change.path) is not None:
        return "row-gone"
    if change.path not in allowed:
        return "locked"
    if len(change.new or "") > MOST_SIGNS:
        return "too-long"
    if compares and text_at(form, change.path) not in {change.old, change.new}:
        return "changed"
    try:
        with_value(form, change.path, change.new)
    except NoSuchField:
        # A name cannot be left empty: a row without one is no row.
        return "no-name"
    return None


def _settled(form: Form, allowed: frozenset[str]) -> tuple[CellChange, ...]:
    """Return the sums and rates that no longer are what their parts say."""
    return tuple(
        CellChange(path=each.path, new=each.text)
        for each in computed_cells(judged_here(form).scored)
        if not each.is_right and each.path in allowed
    )
