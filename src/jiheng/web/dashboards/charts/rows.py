"""What charts with a line for each organisation share: their measures and their names."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.web.dashboards.rows import Row
from jiheng.writers.charts.label import cut_to, short_name

WIDTH, LEFT, RIGHT = 600, 152, 556
"""Of the drawing, and where the values begin and end."""
PITCH, TOP, FOOT = 22, 6, 24
_ROOM = 22
"""Half widths of a character in which a name stands."""


class Line(Struct, frozen=True, kw_only=True):
    """An organisation in a chart.

    Attributes:
        y: the middle of its line.
        label: its name as far as there is room.
        row: all that is known of it.
    """

    y: int
    label: str
    row: Row


class Sheet(Struct, frozen=True, kw_only=True):
    """The drawing's measures; its values are drawn between the edges."""

    lines: tuple[Line, ...]
    width: int = WIDTH
    names: int = LEFT - 12

    @property
    def bottom(self) -> int:
        """Where the ticks end and their words begin."""
        return TOP + PITCH * len(self.lines)

    @property
    def height(self) -> int:
        """The whole height."""
        return self.bottom + FOOT


def sheet_of(rows: Iterable[Row], above: str) -> Sheet:
    """Return a drawing with a line for each organisation."""
    return Sheet(
        lines=tuple(
            Line(
                y=TOP + PITCH * at + PITCH // 2,
                label=cut_to(short_name(row.name, above), _ROOM),
                row=row,
            )
            for at, row in enumerate(rows)
        )
    )
