"""What changed between two versions of a form, cell by cell."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import cast

from msgspec import Struct

from jiheng.model.filled import filled_fields
from jiheng.model.form import Form, Indicator, LabelledText, MoneyLine

Pair = tuple[int | None, int | None]
"""Positions in the older and in the newer form; None where it has no such row."""

_ROWS = ("indicators", "funds.lines", "texts", "goals", "notes")


class Change(Struct, frozen=True, kw_only=True):
    """A cell that changed.

    Attributes:
        at: its path in the newer form, or in the older one where the newer has no such row.
        before: what stood there; None for nothing.
        after: what stands there now; None for nothing.
        is_row: the whole row was added or taken away.
    """

    at: str
    before: str | None
    after: str | None
    is_row: bool = False


class FormChanges(Struct, frozen=True, kw_only=True):
    """One form in two versions; one of them is None where it is in one file only."""

    before: Form | None
    after: Form | None
    changes: tuple[Change, ...]


def compare_files(before: tuple[Form, ...], after: tuple[Form, ...]) -> tuple[FormChanges, ...]:
    """Return the changes of each form, the forms of both files paired by their projects."""
    names = tuple(tuple(_project(form) for form in forms) for forms in (before, after))
    found: list[FormChanges] = []
    for old, new in _paired(names[0], names[1]):
        first = None if old is None else before[old]
        second = None if new is None else after[new]
        changes = () if first is None or second is None else tuple(changes_of(first, second))
        found.append(FormChanges(before=first, after=second, changes=changes))
    return tuple(found)


def changes_of(before: Form, after: Form) -> Iterator[Change]:
    """Yield the cells that differ, in the form's order; rows are paired by what they are called."""
    old, new = dict(filled_fields(before)), dict(filled_fields(after))
    yield from _cells(_single(old), _single(new))
    for rows in _ROWS:
        names = [_names(form, rows) for form in (before, after)]
        for first, second in _paired(names[0], names[1]):
            yield from _row(rows, (first, second), (names[0], names[1]), (old, new))


def _row(
    rows: str,
    pair: Pair,
    names: tuple[tuple[str, ...], tuple[str, ...]],
    fields: tuple[dict[str, str], dict[str, str]],
) -> Iterator[Change]:
    first, second = pair
    if first is None and second is not None:
        yield Change(at=f"{rows}[{second}]", before=None, after=names[1][second], is_row=True)
    elif first is not None and second is None:
        yield Change(at=f"{rows}[{first}]", before=names[0][first], after=None, is_row=True)
    else:
        here = f"{rows}[{second}]"
        old = _under(fields[0], f"{rows}[{first}]", here)
        yield from _cells(old, _under(fields[1], here, here))


def _cells(old: dict[str, str], new: dict[str, str]) -> Iterator[Change]:
    for path in dict.fromkeys((*old, *new)):
        if old.get(path) != new.get(path):
            yield Change(at=path, before=old.get(path), after=new.get(path))


def _single(fields: dict[str, str]) -> dict[str, str]:
    """Return the fields that stand in no row."""
    rows = tuple(f"{name}[" for name in _ROWS)
    return {path: text for path, text in fields.items() if not path.startswith(rows)}


def _under(fields: dict[str, str], row: str, called: str) -> dict[str, str]:
    """Return the fields of a row, under the path of the row that it is compared with."""
    return {
        called + path.removeprefix(row): text
        for path, text in fields.items()
        if path == row or path.startswith(f"{row}.")
    }


def _names(form: Form, rows: str) -> tuple[str, ...]:
    holder = form.funds.lines if rows == "funds.lines" else getattr(form, rows)
    return tuple(_name(item) for item in cast("tuple[object, ...]", holder))


def _name(item: object) -> str:
    match item:
        case Indicator():
            return item.name
        case MoneyLine() | LabelledText():
            return item.label
        case str():
            return item
        case _:
            return ""


def _project(form: Form) -> str:
    return form.project.name or ""


def _paired(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Pair]:
    """Yield which rows belong together: those of one name, then those that took a place over."""
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for _, first, first_end, second, second_end in matcher.get_opcodes():
        for offset in range(max(first_end - first, second_end - second)):
            yield (
                first + offset if first + offset < first_end else None,
                second + offset if second + offset < second_end else None,
            )
