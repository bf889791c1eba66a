"""The form as a sheet of cells that formulas may take."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from jiheng.model.document import GridCell
from jiheng.rulebook.layouts import ColumnRole, Layout
from jiheng.scoring.scored import ScoredForm
from jiheng.writers.layout.formula import Area, Place
from jiheng.writers.layout.laid_out import LaidOut
from jiheng.writers.layout.numbers import decimals_of, number_in


class Worksheet:
    """Gives cells by place and by field, and the numbers in them.

    Attributes:
        scored: the form under its rules.
        laid: the form as printed.
    """

    def __init__(self, *, scored: ScoredForm, laid: LaidOut, layout: Layout) -> None:
        self.scored = scored
        self.laid = laid
        self._columns = {
            column.role: at for at, column in enumerate(layout.columns, layout.first_column)
        }
        self._cells = {(cell.row, cell.column): cell for cell in laid.grid.cells}

    def text_at(self, place: Place) -> str:
        """Return what is printed in a place."""
        return self._cells[place].text

    def place(self, path: str) -> Place | None:
        """Return where a field stands; None where the form has no such cell."""
        place = self.laid.places.get(path)
        return place if place in self._cells else None

    def number(self, path: str) -> Decimal | None:
        """Return the number in a field's cell; None where the cell holds none."""
        place = self.place(path)
        return None if place is None else number_in(self.laid, self._cells[place])

    def is_empty(self, path: str) -> bool:
        """Whether the form has a cell for the field and nothing stands in it."""
        place = self.place(path)
        return place is not None and not self.text_at(place)

    def area(self, path: str) -> Area:
        """Return the area that is a field's cell alone."""
        place = self.laid.places[path]
        return place, place

    def column(self, role: ColumnRole) -> int | None:
        """Return where the indicators' column with this role stands."""
        return self._columns.get(role)

    def cells_in(self, area: Area) -> tuple[GridCell, ...]:
        """Return the cells whose first corner lies in an area of one column."""
        (first, column), (last, _) = area
        found = (self._cells.get((row, column)) for row in range(first, last + 1))
        return tuple(cell for cell in found if cell is not None)

    def numbers_in(self, areas: tuple[Area, ...]) -> tuple[Decimal, ...]:
        """Return the numbers of areas, as a sum takes them."""
        found = (number_in(self.laid, cell) for area in areas for cell in self.cells_in(area))
        return tuple(number for number in found if number is not None)

    def rounding(self, value: Fraction | Decimal) -> str:
        """Return points as the pack rounds them, without zeros at the end."""
        rule = self.scored.pack.rounding.value
        mode = ROUND_HALF_UP if rule.mode == "half-up" else ROUND_DOWN
        return plain(fixed(value, rule.places, mode))

    def rounded(self, expression: str) -> str:
        """Return an expression as the pack rounds it."""
        rule = self.scored.pack.rounding.value
        name = "ROUND" if rule.mode == "half-up" else "TRUNC"
        return f"{name}({expression},{rule.places})"


def fixed(value: Fraction | Decimal, places: int, mode: str = ROUND_HALF_UP) -> Decimal:
    """Return a number of so many decimals; ties of a fraction are exact."""
    exact = Fraction(value) * 10**places
    whole = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    if mode == ROUND_DOWN:
        whole = exact.numerator // exact.denominator
    return Decimal(whole).scaleb(-places)


def plain(number: Decimal) -> str:
    """Return a number without zeros behind its last decimal.

    Example:
        >>> plain(Decimal("10.00")), plain(Decimal("9.50"))
        ('10', '9.5')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_decimals(printed: str) -> int | None:
    """Return the decimals that a cell always shows; None where it prints no needless zero.

    Example:
        >>> shown_decimals("9.80"), shown_decimals("9.8"), shown_decimals("10")
        (2, None, None)
    """
    needless = "." in printed and printed.endswith("0")
    return decimals_of(Decimal(printed)) if needless else None
