"""The column 得分计算方法: one text holds for all rows that repeat it."""

from msgspec import Struct

from jiheng.model.form import Indicator
from jiheng.writers.layout.rows import Row
from jiheng.writers.layout.sheet import Sheet


class _Run(Struct, frozen=True, kw_only=True):
    """Rows that share one cell.

    Attributes:
        indexes: positions in the form of the indicators among them.
    """

    group: int
    text: str | None
    rows: int
    indexes: tuple[int, ...]


def put_methods(
    sheet: Sheet, rows: tuple[Row, ...], indicators: tuple[Indicator, ...], column: int
) -> None:
    """Put the cells of the column from the current row on, each as tall as its text holds."""
    for run in _runs(rows, indicators):
        paths = [f"indicators[{index}].method" for index in run.indexes]
        path = paths[0] if paths else None
        sheet.put(column, run.text, rows=run.rows, path=path, left=True)
        for path in paths:
            sheet.point(path, sheet.row, column)
        sheet.row += run.rows


def _runs(rows: tuple[Row, ...], indicators: tuple[Indicator, ...]) -> list[_Run]:
    runs: list[_Run] = []
    for row in rows:
        text = None if row.index is None else indicators[row.index].method
        indexes = () if row.index is None else (row.index,)
        last = runs[-1] if runs else None
        if last is not None and last.text is not None and _continues(last, row, text):
            runs[-1] = _Run(
                group=last.group,
                text=last.text,
                rows=last.rows + 1,
                indexes=(*last.indexes, *indexes),
            )
        else:
            runs.append(_Run(group=row.group, text=text, rows=1, indexes=indexes))
    return runs


def _continues(run: _Run, row: Row, text: str | None) -> bool:
    """Whether a row belongs to the cell above: the same text, or an empty row of the form."""
    return row.group == run.group and (row.index is None or text == run.text)
