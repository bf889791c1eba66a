"""Caps on untrusted files: each is far above any real form and far below what hurts."""

from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import phrase

MEGABYTE = 1 << 20

MAX_FILE_BYTES = 100 * MEGABYTE
MAX_PARTS = 10_000
MAX_PART_BYTES = 64 * MEGABYTE
MAX_TOTAL_BYTES = 512 * MEGABYTE
MAX_RATIO = 200
"""Inflated over packed size; real parts of any size stay under 100."""
RATIO_FREE_BYTES = MEGABYTE
"""A part this small may have any ratio: a short repetitive part is harmless."""

MAX_NODES = 6_000_000
"""XML nodes of one part, an attribute counted as two; each costs about 120 bytes once parsed."""
MAX_DEPTH = 100
"""How deep the elements that we walk through may be nested."""
MAX_TABLE_DEPTH = 12

MAX_CELLS = 500_000
"""Cells of all tables of one file."""
MAX_TEXT = 100_000_000
"""Letters of all cells of one file; one long text may be pointed to by many cells."""
MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
MAX_MERGED_AREA = 1_000_000

MAX_PAGES = 5_000
MAX_PAGE_LETTERS = 200_000
MAX_PAGE_SHAPES = 500_000
"""Drawings of one page and the points of their lines; a page of maps has some 100,000."""
MAX_MARKS = 2_000_000
"""Letters, lines and other objects of all pages of one OFD file."""


class CellBudget:
    """Counts the cells of one file and their letters; refuses the file that has too many."""

    def __init__(self, cells: int = MAX_CELLS) -> None:
        self._cells = cells
        self._left = cells
        self._letters = MAX_TEXT

    def spend(self, count: int) -> None:
        """Take ``count`` cells; raises FormatError when none are left."""
        self._left -= count
        if self._left < 0:
            raise FormatError(phrase("format.cells", most=str(self._cells)))

    def spend_text(self, length: int) -> None:
        """Take the letters of a cell; raises FormatError when none are left."""
        self._letters -= length
        if self._letters < 0:
            raise FormatError(phrase("format.letters", most=str(MAX_TEXT)))
