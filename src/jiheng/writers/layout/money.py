"""The money block."""

from jiheng.model.form import Funds, MoneyLine
from jiheng.rulebook.layouts import Layout, MoneyColumn
from jiheng.writers.layout.sheet import Sheet

LINE_COLUMN = 1
"""The names of the money lines stand right of the upright label."""

_SCORED = frozenset({"weight", "rate", "score"})
_PROSE = frozenset({"reason", "method"})


def put_money(sheet: Sheet, funds: Funds, layout: Layout) -> None:
    """Put the headings and one row for each money line."""
    first = sheet.columns - len(layout.money_columns)
    lines = funds.lines or tuple(MoneyLine(label=line.label) for line in layout.money_lines)
    unit = f" ({funds.unit})" if funds.unit else ""
    sheet.put(0, layout.money_label + unit, rows=len(lines) + 1, path="funds.unit")
    sheet.put(LINE_COLUMN, layout.money_line_heading, span=first - LINE_COLUMN)
    for column, item in enumerate(layout.money_columns, first):
        is_weight = item.role == "weight"
        sheet.put(column, _heading(item, funds), path="funds.heading_weight" if is_weight else None)
    sheet.next_row()
    for index, line in enumerate(lines):
        _put_line(sheet, line, index, layout)


def _heading(column: MoneyColumn, funds: Funds) -> str:
    if column.role == "weight" and funds.heading_weight:
        return f"{column.heading} ({funds.heading_weight}分)"
    return column.heading


def _put_line(sheet: Sheet, line: MoneyLine, index: int, layout: Layout) -> None:
    first = sheet.columns - len(layout.money_columns)
    path = f"funds.lines[{index}]"
    sheet.put(
        LINE_COLUMN,
        _printed(line, layout),
        span=first - LINE_COLUMN,
        path=f"{path}.label",
        left=True,
    )
    for column, role in enumerate(layout.money_roles, first):
        value: str | None = getattr(line, role)
        is_unscored = index > 0 and role in _SCORED
        blank = layout.money_blank if is_unscored else ""
        sheet.put(
            column, blank if value is None else value, path=f"{path}.{role}", left=role in _PROSE
        )
    sheet.next_row()


def _printed(line: MoneyLine, layout: Layout) -> str:
    """Return the line's name as the form prints it, or its own with a colon like the others."""
    for known in layout.money_lines:
        if known.label == line.label:
            return known.printed
    colon = ":" if layout.money_lines[0].printed.endswith(":") else ""
    return line.label + colon
