"""A row of column headings, or two where some columns share a heading above their own."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from jiheng.rulebook.layouts import Column, MoneyColumn
from jiheng.writers.layout.sheet import Sheet

Headed = Column | MoneyColumn
Each = TypeVar("Each", Column, MoneyColumn)


def heading_rows(columns: Sequence[Headed]) -> int:
    """Return how many rows the headings take."""
    return 2 if any(column.over for column in columns) else 1


def put_headings(
    sheet: Sheet,
    columns: Sequence[Each],
    first: int,
    *,
    heading: Callable[[Each], tuple[str, str | None]],
) -> None:
    """Put the headings of columns that begin at ``first`` and go below them.

    Args:
        sheet: the table.
        columns: from left to right.
        first: column of the table at which they begin.
        heading: returns the words of a column and the field that they hold, if any.
    """
    rows = heading_rows(columns)
    at = first
    for over, together in groupby(columns, key=lambda column: column.over):
        run = list(together)
        width = sum(column.span for column in run)
        if over is not None:
            sheet.put(at, over, span=width)
            sheet.row += 1
        for column in run:
            words, path = heading(column)
            tall = 1 if over is not None else rows
            sheet.put(at, words, span=column.span, rows=tall, path=path)
            at += column.span
        sheet.row -= over is not None
    sheet.row += rows
