"""The columns of a block that is printed column by column, and its rows."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from msgspec import Struct

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.header import UNKNOWN
from jiheng.readers.text.stream.cells import Cell, in_order
from jiheng.readers.text.stream.words import Token
from jiheng.rulebook.headings import bare, column_role
from jiheng.rulebook.layouts import all_layouts

LEVELS = {"level1", "level2"}
_OF_ALL = {"weight", "rate", "score", "method"}
"""What the first line of the money block alone may hold."""
_OF_NUMBERS = {"unit", "operator"}
_NUMBERS = {"number", "amount"}


@cache
def _printed() -> frozenset[str]:
    """Return the headings of all columns that layouts print, also of those that no field has."""
    columns = (column for layout in all_layouts() for column in layout.columns)
    return frozenset(bare(word) for each in columns for word in (each.heading, *each.also))


def heading_role(text: str) -> str | None:
    """Return the field that a heading names, ``?`` for one of no field, None for other texts."""
    return column_role(text) or (UNKNOWN if bare(text) in _printed() else None)


def is_printed(text: str) -> bool:
    """Whether some layout heads a column of the indicators so."""
    return bare(text) in _printed()


class Column(Struct, frozen=True, kw_only=True):
    """A heading and what stands below it.

    Attributes:
        role: ``?`` where no field has what it heads.
    """

    role: str
    heading: Token
    cells: list[Token]


def columns_of(
    tokens: Iterable[Token], role_of: Callable[[str], str | None], rows: int
) -> list[Column]:
    """Return the columns, each role once; what stands below a full one is a heading, too.

    Of several headings of one role the one with all its values counts: 年度指标值 stands over
    others of its kind.
    """
    columns: list[Column] = []
    for token in tokens:
        role = role_of(token[1])
        is_full = columns and columns[-1].role not in LEVELS and len(columns[-1].cells) == rows
        if role is not None or is_full:
            columns.append(Column(role=role or UNKNOWN, heading=token, cells=[]))
        elif columns:
            columns[-1].cells.append(token)
    counting = {column.role: column for column in columns if len(column.cells) != rows}
    counting |= {column.role: column for column in columns if len(column.cells) == rows}
    return [each for each in columns if each.role == UNKNOWN or each is counting[each.role]]


def rows_of(columns: list[Column], rows: int) -> list[list[Cell]]:
    """Return the row of the headings and the rows below it, all but the block's name.

    Nothing here is certain. A value whose row nobody can tell is left out.
    """
    placed = [dict(zip(_owners(each, columns, rows), each.cells, strict=False)) for each in columns]
    below = [
        [
            _cell(at, column, cells.get(row))
            for at, (column, cells) in enumerate(zip(columns, placed, strict=True), 1)
        ]
        for row in range(rows)
    ]
    return [in_order([column.heading for column in columns], 1), *below]


def _cell(at: int, column: Column, token: Token | None) -> Cell:
    line, text = token or (column.heading[0], "")
    return Cell(line=line, column=at, text=text, is_sure=False)


def _owners(column: Column, columns: list[Column], rows: int) -> Sequence[int]:
    """Return the rows that the values of a column belong to; () where nobody can tell."""
    if len(column.cells) == rows:
        return range(rows)
    if column.role in _OF_ALL and len(column.cells) == 1:
        return (0,)
    needy = _needy(column.role, columns, rows)
    return needy if len(needy) == len(column.cells) else ()


def _needy(role: str | None, columns: list[Column], rows: int) -> list[int]:
    """Return the rows that ask for a value: a number for its unit, lost points for a reason."""
    texts = {
        column.role: [text for _, text in column.cells]
        for column in columns
        if len(column.cells) == rows
    }
    if role in _OF_NUMBERS and "target" in texts:
        return [at for at, text in enumerate(texts["target"]) if kind_of(text) in _NUMBERS]
    if role == "reason" and {"weight", "score"} <= set(texts):
        points = zip(texts["weight"], texts["score"], strict=True)
        return [at for at, (weight, score) in enumerate(points) if weight != score]
    return []
