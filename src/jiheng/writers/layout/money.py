"""The money block."""

from jiheng.model.form import Funds, MoneyLine
from jiheng.rulebook.layouts import Layout, MoneyColumn
from jiheng.writers.layout.headings import heading_rows, put_headings
from jiheng.writers.layout.sheet import Sheet

LINE_COLUMN = 1
"""The names of the money lines stand right of the upright label."""

_SCORED = frozenset({"weight", "rate", "score"})
_PROSE = frozenset({"reason", "method"})


def printed_unit(funds: Funds, layout: Layout) -> str | None:
    """Return the unit of money; an empty form prints its layout's."""
    return funds.unit or (None if funds.lines else layout.money_unit)


def put_money(sheet: Sheet, funds: Funds, layout: Layout) -> None:
    """Put the headings and one row for each money line."""
    first = sheet.columns - sum(column.span for column in layout.money_columns)
    lines = funds.lines or tuple(MoneyLine(label=line.label) for line in layout.money_lines)
    headed = heading_rows(layout.money_columns) if layout.money_headed else 0
    sheet.put(0, _label(funds, layout), rows=len(lines) + headed, path="funds.unit")
    if headed:
        sheet.put(LINE_COLUMN, layout.money_line_heading, span=first - LINE_COLUMN, rows=headed)
        put_headings(sheet, layout.money_columns, first, heading=lambda item: _heading(item, funds))
    for index, line in enumerate(lines):
        _put_line(sheet, line, index, layout)


def _label(funds: Funds, layout: Layout) -> str:
    unit = printed_unit(funds, layout) if layout.money_unit_at == "label" else None
    return f"{layout.money_label} ({unit})" if unit else layout.money_label


def _heading(column: MoneyColumn, funds: Funds) -> tuple[str, str | None]:
    if column.role != "weight":
        return column.heading, None
    points = f" ({funds.heading_weight}分)" if funds.heading_weight else ""
    return column.heading + points, "funds.heading_weight"


def _put_line(sheet: Sheet, line: MoneyLine, index: int, layout: Layout) -> None:
    at = sheet.columns - sum(column.span for column in layout.money_columns)
    path = f"funds.lines[{index}]"
    sheet.put(
        LINE_COLUMN,
        _printed(line, layout),
        span=at - LINE_COLUMN,
        path=f"{path}.label",
        left=True,
    )
    for column in layout.money_columns:
        role = column.role
        value: str | None = getattr(line, role)
        is_unscored = index > 0 and role in _SCORED
        blank = layout.money_blank if is_unscored else ""
        sheet.put(
            at,
            blank if value is None else value,
            span=column.span,
            path=f"{path}.{role}",
            left=role in _PROSE,
        )
        at += column.span
    sheet.next_row()


def _printed(line: MoneyLine, layout: Layout) -> str:
    """Return the line's name as the form prints it, or its own with a colon like the others."""
    for known in layout.money_lines:
        if known.label == line.label:
            return known.printed
    colon = ":" if layout.money_lines[0].printed.endswith(":") else ""
    return line.label + colon
