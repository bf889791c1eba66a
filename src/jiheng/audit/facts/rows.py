"""Cells of one scored indicator."""

from jiheng.audit.cells import indicator_cell
from jiheng.scoring.scored import ScoredIndicator


def row_cells(row: ScoredIndicator, *fields: str) -> tuple[str, ...]:
    """Return the paths of a row's fields; ``target`` is the cell of the target that counts.

    A check that asks for ``target`` reads ``indicators.adjusted_target`` too.
    """
    is_adjusted = bool(row.row.adjusted_target)
    return tuple(
        indicator_cell(row.index, "adjusted_target" if field == "target" and is_adjusted else field)
        for field in fields
    )


def target_cell(row: ScoredIndicator) -> str:
    """Return the path of the target that counts: the adjusted one where there is one."""
    (cell,) = row_cells(row, "target")
    return cell
