"""A field that gets another value: in the form, and as an edit of the words in its cell."""

import re

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.edit import FieldEdit
from jiheng.model.form import Cell, Form
from jiheng.model.paths import value_at, with_value

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.(\d+))?")
_PART_OF_A_NUMBER = frozenset("0123456789.,%％")
_CELL_OF = {"level1_points": ("level1_printed", "level1")}
"""Fields that stand in the cell of another one: 50 in 产出指标（50分）."""


class Correction(Struct, frozen=True, kw_only=True):
    """One field's new value.

    Attributes:
        also: further fields that were read from the same words.
    """

    path: str
    value: str
    also: tuple[str, ...] = ()


def like(printed: str | None, number: str) -> str:
    """Return a number written as another one was, with its idle zeros, its sign and its words.

    Example:
        >>> like("100.00分", "97.5"), like("96.5", "79"), like("1,250", "1300"), like(None, "5")
        ('97.50分', '79', '1,300', '5')
    """
    found = _NUMBER.search(printed or "")
    if printed is None or found is None:
        return number
    whole, _, decimals = number.partition(".")
    places = found.group(1) or ""
    if places.endswith("0"):
        decimals = decimals.ljust(len(places), "0")
    if "," in found.group():
        whole = f"{int(whole):,}"
    written = f"{whole}.{decimals}" if decimals else whole
    return printed[: found.start()] + written + printed[found.end() :]


def corrected(form: Form, corrections: tuple[Correction, ...]) -> Form:
    """Return the form as it reads after the corrections."""
    for each in corrections:
        edit = edit_of(form, each.path, each.value)
        for path in (each.path, *each.also):
            form = with_value(form, path, each.value)
            form = replace(form, cells={**form.cells, **_rewritten(form, path, edit)})
    return form


def _rewritten(form: Form, path: str, edit: FieldEdit) -> dict[str, Cell]:
    """Return a field's cell after an edit."""
    at = cell_path(form, path)
    cell = form.cells.get(at)
    if cell is None:
        return {}
    return {at: replace(cell, text=cell.text.replace(edit.old, edit.new, 1))}


def edit_of(form: Form, path: str, value: str) -> FieldEdit:
    """Return the fewest words of a field's cell that give it another value."""
    cell = form.cells.get(cell_path(form, path)) or Cell()
    present = value_at(form, path)
    old, new = _narrowed("" if present is None else str(present), value, cell.text)
    return FieldEdit(path=path, cell=cell, old=old, new=new)


def cell_path(form: Form, path: str) -> str:
    """Return the path under which a field's cell is known."""
    owner, dot, field = path.rpartition(".")
    known = (f"{owner}{dot}{name}" for name in (field, *_CELL_OF.get(field, ())))
    return next((each for each in known if each in form.cells), path)


def _narrowed(old: str, new: str, text: str) -> tuple[str, str]:
    """Return what differs between two texts, in whole numbers, found in the cell only once."""
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    while start and old[start - 1] in _PART_OF_A_NUMBER:
        start -= 1
    while end and old[-end] in _PART_OF_A_NUMBER:
        end -= 1
    while text.count(old[start : len(old) - end]) > 1 and (start or end):
        start, end = max(start - 1, 0), end - (not start)
    return old[start : len(old) - end], new[start : len(new) - end]
