"""The indicator table."""

from itertools import groupby

from jiheng.model.form import Form, Indicator
from jiheng.rulebook.layouts import Column, ColumnRole, Layout
from jiheng.writers.layout.further import further_values
from jiheng.writers.layout.goal import goals_of
from jiheng.writers.layout.headings import heading_rows, put_headings
from jiheng.writers.layout.methods import put_methods
from jiheng.writers.layout.rows import Row, table_rows
from jiheng.writers.layout.sheet import Sheet
from jiheng.writers.layout.target import values_of

_LEVELS: tuple[ColumnRole, ...] = ("level1", "level2")
_PROSE = frozenset({"name", "reason", "method", "review_reason"})


def put_indicators(sheet: Sheet, form: Form, layout: Layout) -> None:
    """Put the headings and all rows; under every goal its own where the layout has it so."""
    indexes = tuple(range(len(form.indicators)))
    if layout.goal.style != "each":
        rows = table_rows(form.indicators, indexes, layout)
        _put_label(sheet, layout, layout.indicator_label, len(rows))
        _put_table(sheet, rows, form, layout)
        return
    goals = goals_of(form)
    for number, (path, goal) in enumerate(goals):
        own = tuple(
            index for index in indexes if _goal_of(form.indicators[index], len(goals)) == number
        )
        rows = table_rows(form.indicators, own, layout)
        _put_label(sheet, layout, layout.goal.label.format(number=number + 1), len(rows) + 1)
        sheet.put_rest(layout.first_column, goal.expected, path=f"{path}.expected", left=True)
        sheet.next_row()
        _put_table(sheet, rows, form, layout)


def _goal_of(indicator: Indicator, goals: int) -> int:
    """Return the goal under which an indicator stands; the first when its own is not there."""
    return indicator.goal if indicator.goal is not None and indicator.goal < goals else 0


def _put_label(sheet: Sheet, layout: Layout, label: str | None, rows: int) -> None:
    if layout.first_column:
        sheet.put(0, label, rows=rows + heading_rows(layout.columns))


def _put_table(sheet: Sheet, rows: tuple[Row, ...], form: Form, layout: Layout) -> None:
    sheet.headings.update(range(sheet.row, sheet.row + heading_rows(layout.columns)))
    put_headings(
        sheet, layout.columns, layout.first_column, heading=lambda item: (item.heading, None)
    )
    first = sheet.row
    for column, item in enumerate(layout.columns, layout.first_column):
        sheet.row = first
        _put_column(sheet, column, item, rows, form, layout)
    sheet.row = first + len(rows)
    begun = first if sheet.body is None else sheet.body[0]
    sheet.body = (begun, sheet.row - 1)


def _put_column(
    sheet: Sheet,
    column: int,
    item: Column,
    rows: tuple[Row, ...],
    form: Form,
    layout: Layout,
) -> None:
    if item.role in _LEVELS:
        _put_levels(sheet, column, item.role, rows)
    elif item.role == "method":
        put_methods(sheet, rows, form.indicators, column)
    elif item.role is None:
        _put_further(sheet, column, item.heading, rows, form)
    else:
        for row in rows:
            _put_value(sheet, column, item, row, form.indicators, layout)
            sheet.next_row()


def _put_levels(sheet: Sheet, column: int, role: ColumnRole, rows: tuple[Row, ...]) -> None:
    """Put a column of headings, each as tall as the rows under it."""

    def number(row: Row) -> int:
        return row.group if role == "level1" else row.part

    for _, together in groupby(rows, key=number):
        run = list(together)
        paths = [f"indicators[{row.index}].{role}" for row in run if row.index is not None]
        text = run[0].level1 if role == "level1" else run[0].level2
        sheet.put(column, text, rows=len(run), path=paths[0] if paths else None)
        for path in paths:
            sheet.point(path, sheet.row, column)
        sheet.row += len(run)


def _put_further(
    sheet: Sheet, column: int, heading: str, rows: tuple[Row, ...], form: Form
) -> None:
    """Put a column of the layout's own; its text stands where its first value does."""
    told = further_values(form)
    begun: set[str] = set()
    for row in rows:
        name = "" if row.index is None else form.indicators[row.index].name
        value, path = told.get((heading, name), (None, None))
        sheet.put(column, value, path=None if path in begun else path)
        begun.update({path} if path else ())
        sheet.next_row()


def _put_value(
    sheet: Sheet,
    column: int,
    item: Column,
    row: Row,
    indicators: tuple[Indicator, ...],
    layout: Layout,
) -> None:
    role = item.role
    if role == "name":
        path = None if row.index is None else f"indicators[{row.index}].name"
        sheet.put(column, row.name, path=path, left=True)
    elif row.index is None or role is None:
        sheet.put(column, None)
    else:
        indicator = indicators[row.index]
        apart = values_of(indicator, layout)
        value: str | None = apart[role] if role in apart else getattr(indicator, role, None)
        sheet.put(column, value, path=f"indicators[{row.index}].{role}", left=role in _PROSE)
