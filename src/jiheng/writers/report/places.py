"""What people call a cell, and where they find it in their own file."""

import re

from jiheng.model.form import Form
from jiheng.writers.report.voice import Voice

_INDEXED = re.compile(r"(indicators|funds\.lines|goals|texts|notes)\[(\d+)\](?:\.(\w+))?")


def name_of(form: Form, path: str, voice: Voice) -> str:
    """Return a cell's name in words: 培训人数·得分, 总分·得分, 自评结论."""
    found = _INDEXED.fullmatch(path)
    if found is None:
        return voice.field(path)
    block, index, field = found[1], int(found[2]), found[3]
    owner = _owner(form, block, index, field) or f"{voice.field(block)} {index + 1}"
    return f"{owner}·{voice.field(field)}" if field else owner


def _owner(form: Form, block: str, index: int, field: str | None) -> str | None:
    if block == "indicators" and index < len(form.indicators):
        row = form.indicators[index]
        # the points of a heading are of no single row
        return row.level1_printed if field == "level1_points" else row.name
    if block == "funds.lines" and index < len(form.funds.lines):
        return form.funds.lines[index].label
    if block == "texts" and index < len(form.texts):
        return form.texts[index].label
    return None


def place_of(form: Form, path: str, voice: Voice) -> str | None:
    """Return the cell's place in the user's file, counted from 1, or None where it has none."""
    cell = form.cells.get(path)
    if cell is None:
        return None
    if cell.row is not None and cell.column is not None:
        row, column = str(cell.row + 1), str(cell.column + 1)
        if cell.sheet is not None:
            return voice("place.sheet", sheet=cell.sheet, row=row, column=column)
        return voice("place.table", table=str((cell.table or 0) + 1), row=row, column=column)
    return None if cell.line is None else voice("place.line", line=str(cell.line))


def row_place_of(form: Form, path: str, voice: Voice) -> str | None:
    """Return only the row of the cell, for a page that shows one form at a time."""
    cell = form.cells.get(path)
    if cell is None or cell.row is None or cell.column is None:
        return None
    return voice("place.row", row=str(cell.row + 1), column=str(cell.column + 1))
