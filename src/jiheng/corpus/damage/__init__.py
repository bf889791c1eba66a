"""Damage as it happens to forms on their way: one kind a file, none knows the readers."""

from jiheng.corpus.damage.blank_weights import BLANK_WEIGHTS
from jiheng.corpus.damage.cell_a_line import CELL_A_LINE
from jiheng.corpus.damage.column_order import COLUMN_ORDER
from jiheng.corpus.damage.early_levels import EARLY_LEVELS
from jiheng.corpus.damage.half_forms import HALF_FORMS
from jiheng.corpus.damage.joined_by_blanks import JOINED_BY_BLANKS
from jiheng.corpus.damage.kind import Damage
from jiheng.corpus.damage.lost_separators import LOST_SEPARATORS
from jiheng.corpus.damage.misread_operators import MISREAD_OPERATORS
from jiheng.corpus.damage.narrow_columns import NARROW_COLUMNS
from jiheng.corpus.damage.page_marks import PAGE_MARKS
from jiheng.corpus.damage.permuted_columns import PERMUTED_COLUMNS
from jiheng.corpus.damage.pipes_off_rows import PIPES_OFF_ROWS
from jiheng.corpus.damage.run_together import RUN_TOGETHER
from jiheng.corpus.damage.shifted_rows import SHIFTED_ROWS

__all__ = ["ALL_DAMAGE", "Damage"]

ALL_DAMAGE: tuple[Damage, ...] = (
    SHIFTED_ROWS,
    LOST_SEPARATORS,
    RUN_TOGETHER,
    CELL_A_LINE,
    PIPES_OFF_ROWS,
    COLUMN_ORDER,
    PERMUTED_COLUMNS,
    JOINED_BY_BLANKS,
    MISREAD_OPERATORS,
    BLANK_WEIGHTS,
    PAGE_MARKS,
    HALF_FORMS,
    EARLY_LEVELS,
    NARROW_COLUMNS,
)
"""Every kind, in the order in which they are listed."""
