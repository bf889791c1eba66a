"""Paths of a form's cells: building them, and reading what stands there."""

import re

from jiheng.model.form import Form
from jiheng.model.paths import value_at

_ROW = re.compile(r"(?:indicators|funds\.lines)\[\d+\]")


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
    value = value_at(form, path)
    return None if value is None else str(value)
