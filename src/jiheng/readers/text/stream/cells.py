"""Cells of a stream in their rows and columns."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import Grid, GridCell
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import SURPLUS
from jiheng.readers.recognise.header import Column
from jiheng.readers.recognise.lines import Line, Table
from jiheng.readers.text.stream.decode import Place
from jiheng.readers.text.stream.words import Token

_PROSE_COLUMNS = {"reason", "method", "review_reason"}
_PARAGRAPHS = {"prose", "words", "level-like"}
_PARAGRAPH = 2.5


class Cell(Struct, frozen=True, kw_only=True, gc=False):
    """A cell in its column.

    Attributes:
        is_sure: no other reading is nearly as likely.
    """

    line: int
    column: int
    text: str
    is_sure: bool = True


def in_order(tokens: Sequence[Token], first: int = 0) -> list[Cell]:
    """Return a row of lines, one a column, from a column on."""
    return [Cell(line=line, column=at, text=text) for at, (line, text) in enumerate(tokens, first)]


def as_line(cells: Sequence[Cell]) -> Line:
    """Return a row as the readers of tables see it."""
    grid = tuple(
        GridCell(row=0, column=cell.column, text=cell.text, line=cell.line) for cell in cells
    )
    return Line(text="", cells=grid, table=Table(Grid(cells=grid, ragged=True), 0))


def price_of_staying(role: str, kind: str) -> float:
    """Return the price of a cell that no column takes: a paragraph more, or one too many."""
    return _PARAGRAPH if role in _PROSE_COLUMNS and kind in _PARAGRAPHS else SURPLUS


def placed_rows(
    tokens: list[Token], places: list[Place], columns: tuple[Column, ...]
) -> list[list[Cell]]:
    """Return the rows that the lines make in their columns."""
    rows: list[list[tuple[Token, Place]]] = []
    for token, place in zip(tokens, places, strict=True):
        if place.begins_row:
            rows.append([])
        rows[-1].append((token, place))
    return [_row(row, columns) for row in rows]


def _row(given: list[tuple[Token, Place]], columns: tuple[Column, ...]) -> list[Cell]:
    """Return the cells of a row; a place that may be another cell's is in doubt like that cell."""
    row: dict[int, Cell] = {}
    for (line, text), place in given:
        role, column = columns[place.column].role, columns[place.column].cell.column
        if place.stays and (role == "name" or price_of_staying(role, kind_of(text)) < SURPLUS):
            row[column] = replace(row[column], text=f"{row[column].text}\n{text}", is_sure=False)
            continue
        if place.stays:
            # One cell too many stands right of all columns, so that the row's reader sees it.
            column = max(columns[-1].cell.column, *row) + 1
        row[column] = Cell(line=line, column=column, text=text, is_sure=not place.rivals)
    rivals = {columns[rival].cell.column for _, place in given for rival in place.rivals}
    line = given[-1][0][0]
    blanks = (Cell(line=line, column=c, text="", is_sure=False) for c in rivals - set(row))
    return sorted((*row.values(), *blanks), key=lambda cell: cell.column)
