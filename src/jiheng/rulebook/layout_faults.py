"""What can be wrong in a layout file."""

import re

from jiheng.rulebook.layout import Layout
from jiheng.rulebook.layout_parts import FormRow

_FIELD = re.compile(
    r"project\.(name|code|department|department_code|implementing_unit)"
    r"|reporting_unit|filled_on|contact|conclusion|total\.(weight|score|grade)|texts\.\S+"
)
_HINTED = re.compile(r"goal\.(expected|actual)|conclusion|texts\.\S+")
_SCORED_KINDS = ("self-evaluation", "department", "transfer")
_LEVELS = ("level1", "level2", "name")


def fault_in(layout: Layout) -> str | None:
    """Return the first thing that does not fit together, or None."""
    faults = (*_column_faults(layout), *_block_faults(layout), *_row_faults(layout))
    return next((text for is_wrong, text in faults if is_wrong), None)


def _column_faults(layout: Layout) -> tuple[tuple[bool, str], ...]:
    roles = layout.column_roles
    levels = tuple(role for role in _LEVELS if role in roles)
    wide = len(layout.widths)
    return (
        (
            wide != len(layout.columns) + layout.first_column,
            "widths: one a column, the label's first",
        ),
        ("name" not in roles, "columns: no name"),
        (
            roles[: len(levels)] != levels,
            "columns: level1, level2, name come first",
        ),
        (len(set(roles)) != len(roles), "columns: a role stands twice"),
        (
            layout.kind in _SCORED_KINDS and "weight" in roles and "score" not in roles,
            "columns: weights but no score",
        ),
    )


def _block_faults(layout: Layout) -> tuple[tuple[bool, str], ...]:
    wide = len(layout.widths)
    money = sum(column.span for column in layout.money_columns)
    known = {group.level1 for group in layout.groups}
    roles = layout.column_roles
    total = layout.total
    return (
        (money > wide - 2, "money_columns: more than fit"),
        (layout.goal.actual_at not in range(2, wide), "goal: outside the table"),
        (bool(set(layout.headings) - known), "headings: no such group"),
        (total is not None and "score" not in roles, "total: no column for the score"),
        (
            total is not None and total.grade and layout.columns[-1].role in {"weight", "score"},
            "total: no column for the grade",
        ),
    )


def _row_faults(layout: Layout) -> tuple[tuple[bool, str], ...]:
    rows = (*layout.head_rows, *layout.middle_rows, *layout.tail_rows)
    fields = [cell.field for row in rows for cell in row if cell.field is not None]
    wrong = [field for field in fields if not _FIELD.fullmatch(field)]
    wrong += [field for field in layout.hints if not _HINTED.fullmatch(field)]
    return (
        (bool(wrong), f"rows, hints: no such field {', '.join(wrong)}"),
        (
            any(not _fits(row, len(layout.widths)) for row in rows),
            "rows: the cells do not stand from left to right inside the table",
        ),
    )


def _fits(row: FormRow, wide: int) -> bool:
    starts = [cell.at for cell in row]
    inside = all(0 <= start < wide for start in starts)
    return bool(starts) and inside and starts == sorted(set(starts))
