"""Paths of a form's cells: building them, and reading what stands there."""

import re
from typing import cast

from jiheng.model.form import Form

_ROW = re.compile(r"(?:indicators|funds\.lines)\[\d+\]")
_STEP = re.compile(r"\w+|\[\d+\]")


def indicator_cell(index: int, field: str) -> str:
    """Return the path of one indicator's field.

    Example:
        >>> indicator_cell(3, "score")
        'indicators[3].score'
    """
    return f"indicators[{index}].{field}"


def money_cell(index: int, field: str) -> str:
    """Return the path of one money line's field.

    Example:
        >>> money_cell(0, "executed")
        'funds.lines[0].executed'
    """
    return f"funds.lines[{index}].{field}"


def row_of(path: str) -> str | None:
    """Return the row that a path lies in, or None outside the two tables.

    Example:
        >>> row_of("indicators[3].score"), row_of("total.score")
        ('indicators[3]', None)
    """
    found = _ROW.match(path)
    return found.group() if found else None


def text_at(form: Form, path: str) -> str | None:
    """Return the value at a path as printed, or None where nothing stands."""
    value: object = form
    for step in _STEP.findall(path):
        value = _item(value, int(step[1:-1])) if step[0] == "[" else getattr(value, step, None)
    return None if value is None else str(value)


def _item(value: object, index: int) -> object:
    items = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()
    return items[index] if index < len(items) else None
