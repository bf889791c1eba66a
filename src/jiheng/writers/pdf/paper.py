"""The page, and what stands on it around the table; all lengths in points."""

from msgspec import Struct

from jiheng.writers.layout import LaidOut
from jiheng.writers.pdf.advances import width_of
from jiheng.writers.pdf.lines import count_lines, measured
from jiheng.writers.pdf.words import plain

SHORT, LONG = 595.28, 841.89
"""Sides of A4."""

SIDE, TOP, FOOT, FOOT_WITH_CODE = 32.0, 36.0, 36.0, 52.0
"""Margins."""

LINE = 1.2
"""Distance of lines, in heights of type."""

GAP = 3.5
"""Distance of the lines around the table from one another and from it."""

TITLE, YEAR, LEAST_ABOVE, LEAST_BELOW = 18.0, 12.0, 9.0, 7.0
"""Heights of type outside the table."""


def lines_height(count: int, size: float) -> float:
    """Return how high so many lines are: nothing stands below the last.

    Example:
        >>> lines_height(2, 10.0)
        22.0
    """
    return (count * LINE - (LINE - 1)) * size


class Around(Struct, frozen=True, kw_only=True):
    """The page of a form and the lines outside its table.

    Attributes:
        width: of the page.
        height: of the page.
        foot: height of the margin below.
        centred: the lines below the title that are centred.
        lines: the lines between these and the table.
        after: the lines below the table.
    """

    width: float
    height: float
    foot: float
    title: str
    centred: tuple[str, ...]
    lines: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - 2 * SIDE

    @property
    def text_height(self) -> float:
        """Height between the margins."""
        return self.height - TOP - self.foot

    def are_beside(self, size: float) -> bool:
        """Whether the lines above the table have room side by side."""
        needed = sum(width_of(line) + 2 for line in self.lines) * max(size, LEAST_ABOVE)
        return len(self.lines) > 1 and needed < self.text_width

    def heights(self, size: float) -> float:
        """Return how much all lines take if the table is set in this size."""
        above = max(size, LEAST_ABOVE)
        lines = self.lines[:1] if self.are_beside(size) else self.lines
        blocks = (
            self._block((self.title,), TITLE),
            self._block(self.centred, YEAR),
            self._block(lines, above) + (GAP if lines else 0),
            self._block(self.after, max(size - 1, LEAST_BELOW)),
        )
        return sum(blocks) + GAP

    def _block(self, lines: tuple[str, ...], size: float) -> float:
        return sum(self._line(line, size) + GAP for line in lines)

    def _line(self, line: str, size: float) -> float:
        count = count_lines(measured(line, by_words=False), self.text_width / size)
        return lines_height(count, size)


def around(laid: LaidOut) -> Around:
    """Return the page and the lines outside the table."""
    title, *lines = [plain(line.text) for line in laid.before]
    centred = laid.centred - 1
    return Around(
        width=LONG if laid.is_wide else SHORT,
        height=SHORT if laid.is_wide else LONG,
        foot=FOOT if laid.code is None else FOOT_WITH_CODE,
        title=title,
        centred=tuple(lines[:centred]),
        lines=tuple(lines[centred:]),
        after=tuple(plain(line.text) for line in laid.after),
    )
