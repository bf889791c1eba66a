"""Headings that are printed again at the top of the next page."""

import re

from msgspec.structs import replace

from jiheng.readers.paged.sheet import SheetCell
from jiheng.rulebook.headings import is_heading, label_of

_FEWEST_HEADINGS = 2
_TALLEST_HEADING = 3
"""Rows of one heading."""

_NUMBER = re.compile(r"[-—–/\d.,%％\s]+")


def begins_form(cells: list[SheetCell]) -> bool:
    """Whether the first row names what a form is about."""
    first = next((cell for cell in cells if cell.text), None)
    return first is not None and first.row == 0 and label_of(first.text) in {"project", "whole"}


def without_top(cells: list[SheetCell], rows: int) -> list[SheetCell]:
    """Return the cells below the first rows; one that began there begins below them."""
    kept = [cell for cell in cells if cell.row + cell.row_span > rows]
    return [
        replace(
            cell,
            row=max(cell.row - rows, 0),
            row_span=cell.row_span - max(rows - cell.row, 0),
        )
        for cell in kept
    ]


def texts_of(cells: list[SheetCell], start: int, height: int) -> tuple[str, ...]:
    """Return the texts of rows, without those that reach beyond them."""
    end = start + height
    return tuple(
        cell.text
        for cell in cells
        if cell.text and start <= cell.row and cell.row + cell.row_span <= end
    )


def band(cells: list[SheetCell], start: int, end: int) -> int:
    """Return how many rows from this one on belong together as a heading.

    A heading of two tiers has cells that reach over both. A label at the side reaches on.
    """
    for height in range(1, min(_TALLEST_HEADING, end - start) + 1):
        edge = start + height
        across = [c for c in cells if c.text and start <= c.row < edge < c.row + c.row_span]
        if len(across) <= 1:
            return height
    return 1


def headings(cells: list[SheetCell], start: int, end: int) -> set[tuple[str, ...]]:
    """Return the texts of each row, or rows together, that head columns."""
    rows: dict[int, list[SheetCell]] = {}
    for cell in cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(cell)
    found: set[tuple[str, ...]] = set()
    for row, own in rows.items():
        if sum(is_heading(cell.text) for cell in own) < _FEWEST_HEADINGS:
            continue
        near = [cell for at in range(row, row + _TALLEST_HEADING) for cell in rows.get(at, ())]
        words = texts_of(near, row, band(near, row, end))
        is_heads = not any(_NUMBER.fullmatch(word) for word in words)
        if is_heads and 2 * sum(map(is_heading, words)) >= len(words) >= _FEWEST_HEADINGS:
            found.add(words)
    return found
