"""The indicator table."""

from itertools import groupby

from jiheng.model.form import Indicator
from jiheng.rulebook.layouts import ColumnRole, Layout
from jiheng.writers.layout.methods import put_methods
from jiheng.writers.layout.rows import Row, table_rows
from jiheng.writers.layout.sheet import Sheet

_LEVELS: tuple[ColumnRole, ...] = ("level1", "level2", "name")


def put_indicators(sheet: Sheet, indicators: tuple[Indicator, ...], layout: Layout) -> None:
    """Put the headings and all rows, with merged level-1 and level-2 cells."""
    rows = table_rows(indicators, layout)
    sheet.put(0, layout.indicator_label, rows=len(rows) + 1)
    for column, item in enumerate(layout.columns, 1):
        sheet.put(column, item.heading)
    sheet.next_row()
    first = sheet.row
    for run in _runs(rows, "group"):
        sheet.row = first + run[0][0]
        _put_merged(sheet, run, 1, "level1")
    for run in _runs(rows, "part"):
        sheet.row = first + run[0][0]
        _put_merged(sheet, run, 2, "level2")
    for offset, row in enumerate(rows):
        sheet.row = first + offset
        _put_row(sheet, row, indicators, layout)
    if "method" in layout.column_roles:
        sheet.row = first
        put_methods(sheet, rows, indicators, layout.column_roles.index("method") + 1)
    sheet.row = first + len(rows)


def _runs(rows: tuple[Row, ...], kind: str) -> list[list[tuple[int, Row]]]:
    def number(pair: tuple[int, Row]) -> int:
        return pair[1].group if kind == "group" else pair[1].part

    return [list(run) for _, run in groupby(enumerate(rows), key=number)]


def _put_merged(sheet: Sheet, run: list[tuple[int, Row]], column: int, role: str) -> None:
    row = run[0][1]
    paths = [f"indicators[{row.index}].{role}" for _, row in run if row.index is not None]
    text = row.level1 if role == "level1" else row.level2
    sheet.put(column, text, rows=len(run), path=paths[0] if paths else None)
    for path in paths:
        sheet.point(path, sheet.row, column)


def _put_row(sheet: Sheet, row: Row, indicators: tuple[Indicator, ...], layout: Layout) -> None:
    name_path = None if row.index is None else f"indicators[{row.index}].name"
    sheet.put(len(_LEVELS), row.name, path=name_path, left=True)
    for column, role in enumerate(layout.column_roles, 1):
        if role in _LEVELS or role == "method":
            continue
        if row.index is None:
            sheet.put(column, None)
        else:
            value: str | None = getattr(indicators[row.index], role)
            path = f"indicators[{row.index}].{role}"
            sheet.put(column, value, path=path, left=role == "reason")
