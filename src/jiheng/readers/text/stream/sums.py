"""Whether rows read from a stream add up to the total that the form prints."""

from jiheng.model.points import parse_points
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.header import Header
from jiheng.readers.text.stream.cells import Cell
from jiheng.readers.text.stream.words import Token
from jiheng.rulebook.headings import label_of

MOST_AWAY = 1_000
"""Lines so far from the first row belong to another form."""
MOST_IN_TOTAL = 3
"""Cells behind the label of a total: weight, score and what divides them."""


def lone_points(rows: list[list[Cell]], header: Header) -> bool:
    """Whether some row holds a weight without a score, or a score without a weight."""
    places = {header.column_of.get("weight"), header.column_of.get("score")}
    if None in places:
        return False
    return any(sum(cell.column in places and bool(cell.text) for cell in row) == 1 for row in rows)


def add_up(rows: list[list[Cell]], header: Header, tokens: list[Token], start: int) -> bool:
    """Whether the scores, with those of the money above the rows, make the printed total."""
    column = header.column_of["score"]
    points = [parse_points(cell.text) for row in rows for cell in row if cell.column == column]
    reached = sum(each for each in points if each is not None)
    near = tokens[max(0, start - MOST_AWAY) : start + MOST_AWAY]
    head = tokens[max(0, start - MOST_AWAY) : start]
    above = {0} | {parse_points(text) for _, text in head if kind_of(text) == "number"}
    return any(total - reached in above for total in _totals(near))


def _totals(tokens: list[Token]) -> set[int]:
    totals: set[int] = set()
    for at, (_, text) in enumerate(tokens):
        if label_of(text) == "total":
            points = (parse_points(value) for _, value in tokens[at + 1 : at + 1 + MOST_IN_TOTAL])
            totals |= {each for each in points if each is not None}
    return totals
