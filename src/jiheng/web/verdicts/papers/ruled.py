"""A paper with one ruled table, in the shape that all writers take."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.model.document import Paragraph
from jiheng.writers.layout import LaidOut
from jiheng.writers.layout.sheet import Sheet


class Heading(Struct, frozen=True, kw_only=True):
    """What stands above and below the table.

    Attributes:
        centred: title, and lines below it in its middle.
        lines: from the left edge on, above the table.
        after: below the table.
    """

    centred: tuple[str, ...]
    lines: tuple[str, ...]
    after: tuple[str, ...] = ()


class Ruled:
    """Collects the rows of a table; prose begins at the left, values stand in the middle."""

    def __init__(self, widths: tuple[int, ...]) -> None:
        self._widths = widths
        self._sheet = Sheet(len(widths))
        self._heads: list[int] = []
        self._body: tuple[int, int] | None = None

    def heads(self, words: Iterable[tuple[str, int]], *, repeats: bool = False) -> None:
        """Put a row of headings, each over so many columns; the first can repeat on every page."""
        if repeats:
            self._heads.append(self._sheet.row)
        column = 0
        for text, span in words:
            self._sheet.put(column, text, span=span)
            column += span
        self._sheet.next_row()

    def part(self, text: str) -> None:
        """Put the heading of a part, over the whole width."""
        self._sheet.put_rest(0, text, left=True)
        self._sheet.next_row()

    def end_body(self) -> None:
        """Say that what follows has other columns: the headings repeat no further."""
        self._body = (min(self._heads, default=0), self._sheet.row - 1)

    def label(self, column: int, text: str, rows: int, span: int = 1) -> None:
        """Put a label beside several rows of values that follow."""
        self._sheet.put(column, text, span=span, rows=rows)

    def values(self, first: int, cells: Iterable[tuple[str, int, bool]]) -> None:
        """Put a row of values from a column on: text, columns, whether it is prose."""
        column = first
        for text, span, is_prose in cells:
            path = f"cell[{self._sheet.row}].{column}"
            self._sheet.put(column, text, span=span, left=is_prose, path=path)
            column += span
        self._sheet.next_row()

    def laid(self, heading: Heading, *, is_wide: bool) -> LaidOut:
        """Return the paper."""
        return LaidOut(
            before=tuple(Paragraph(text=text) for text in (*heading.centred, *heading.lines)),
            grid=self._sheet.grid(),
            paths=self._sheet.paths,
            places=self._sheet.places,
            left=frozenset(self._sheet.left),
            after=tuple(Paragraph(text=text) for text in heading.after),
            centred=len(heading.centred),
            widths=self._widths,
            is_wide=is_wide,
            headings=frozenset(self._heads),
            body=self._body,
        )
