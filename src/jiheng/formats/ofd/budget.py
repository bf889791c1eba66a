"""How much one OFD file may make us do."""

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import phrase

_BYTES_A_MARK, _MARKS_A_PART = 64, 64
"""What draws little costs time, too, and may be drawn again and again."""


class MarkBudget:
    """Counts the parts that are opened and what is drawn; refuses the file that takes too much."""

    def __init__(self) -> None:
        self._left = limits.MAX_MARKS

    def spend(self, count: int) -> None:
        """Take so many marks; raises FormatError when none are left."""
        self._left -= count
        if self._left < 0:
            raise FormatError(phrase("ofd.marks", most=str(limits.MAX_MARKS)))

    def spend_part(self, size: int) -> None:
        """Take what it costs to open a part, or to use a drawing, of so many bytes."""
        self.spend(_MARKS_A_PART + size // _BYTES_A_MARK)
