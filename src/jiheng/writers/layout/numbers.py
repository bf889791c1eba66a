"""Cells that a spreadsheet holds as numbers: money, weights and scores, where it prints them so."""

import re
from decimal import Decimal

from jiheng.model.document import GridCell
from jiheng.writers.layout.laid_out import LaidOut

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,11})(?:\.(\d{1,4}))?")
_NUMERIC = (".weight", ".score", ".initial_budget", ".adjusted_budget", ".executed")


def number_in(laid: LaidOut, cell: GridCell) -> Decimal | None:
    """Return the cell's number; None where it is text, or would be printed in another way."""
    path = laid.paths.get((cell.row, cell.column), "")
    is_number = path.endswith(_NUMERIC) and _NUMBER.fullmatch(cell.text) is not None
    return Decimal(cell.text) if is_number and not cell.text.startswith("-0") else None


def decimals_of(number: Decimal) -> int:
    """Return how many decimals are printed.

    Example:
        >>> decimals_of(Decimal("9.80")), decimals_of(Decimal("10"))
        (2, 0)
    """
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
