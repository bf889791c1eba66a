"""Where on the drawn form each field stands, and which findings' numbers it carries."""

import re

from msgspec import Struct

from jiheng.model.audit import Finding
from jiheng.model.form import Form
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout import LaidOut, Place

MANY = 3
"""With more cells than this in one column, the column's heading is marked instead of each."""

_COLUMN = re.compile(r"indicators\[\d+\]\.(\w+)")
_SAME_CELL = (
    ("level1_printed", "level1"),
    ("level1_points", "level1"),
    ("goals[0].", "goal."),
    ("goal.", "goals[0]."),
)


def cell_key(place: Place) -> str:
    """Return the name of a cell of the table, counted from 1.

    Example:
        >>> cell_key((4, 0))
        'r5c1'
    """
    return f"r{place[0] + 1}c{place[1] + 1}"


def line_keys(form: Form, layout: Layout) -> dict[str, str]:
    """Return field → name of its line above (b1, b2, …) or below (a1, a2, …) the table."""
    above = ("title", "year", *(line.field or "" for line in layout.head_lines))
    notes = tuple(f"notes[{index}]" for index in range(len(form.notes)))
    below = (*notes, *(line.field or "" for line in layout.tail_lines))
    return {
        **{path: f"b{number}" for number, path in enumerate(above, 1) if path},
        **{path: f"a{number}" for number, path in enumerate(below, 1) if path},
    }


class Spots(Struct, frozen=True, kw_only=True):
    """Names of all spots of one drawn form.

    Attributes:
        lines: field → name of its line outside the table.
    """

    laid: LaidOut
    lines: dict[str, str]

    def of(self, path: str) -> str | None:
        """Return the name of the spot at which a field stands, or None where it is not drawn."""
        place = self._place(path)
        return self.lines.get(path) if place is None else cell_key(place)

    def field_at(self, spot: str) -> str | None:
        """Return the field that stands in a line outside the table, or None."""
        return next((path for path, line in self.lines.items() if line == spot), None)

    def marked(self, finding: Finding) -> tuple[str, ...]:
        """Return the spots at which a finding's number stands."""
        columns: dict[str, list[str]] = {}
        for path in dict.fromkeys((*finding.mend_at, *finding.at)):
            found = _COLUMN.fullmatch(path)
            columns.setdefault(found[1] if found else path, []).append(path)
        spots = [spot for paths in columns.values() for spot in self._column(paths)]
        return tuple(dict.fromkeys(spots))

    def _column(self, paths: list[str]) -> tuple[str, ...]:
        spots = tuple(dict.fromkeys(spot for path in paths if (spot := self.of(path))))
        place = self._place(paths[0])
        if len(spots) <= MANY or place is None:
            return spots
        return (self._heading_above(place),)

    def _heading_above(self, place: Place) -> str:
        """The nearest words above in the same column that are no field."""
        above = [
            (cell.row, cell.column)
            for cell in self.laid.grid.cells
            if cell.row < place[0]
            and cell.column == place[1]
            and cell.text
            and (cell.row, cell.column) not in self.laid.paths
        ]
        return cell_key(max(above, default=place))

    def _place(self, path: str) -> Place | None:
        for other, same in _SAME_CELL:
            path = path if path in self.laid.places else path.replace(other, same)
        return self.laid.places.get(path)
