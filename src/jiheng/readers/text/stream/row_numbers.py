"""Numbers that count the rows of a text of one cell a line: they are no cells of the form."""

from itertools import count

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.text.stream.words import Token, ends_indicators, is_heading
from jiheng.rulebook.headings import bare, headings

FEWEST_ROWS = 3
_POINTS = {"number", "dash"}
_VALUES = {"number", "dash", "amount", "percent", "value"}


def without_row_numbers(tokens: list[Token]) -> list[Token]:
    """Return the lines but for the numbers of the rows below a heading that says they are such.

    Each stands between the points that end a row and the words that begin the next one, and is
    the next in order; so the points themselves, however they rise, are none.
    """
    numbers: set[int] = set()
    for at in range(len(tokens) - 1):
        if _heads_numbers(tokens, at):
            found = _row_numbers(tokens, at + 1)
            numbers |= {at, *found} if len(found) >= FEWEST_ROWS else set()
    return [token for at, token in enumerate(tokens) if at not in numbers]


def _heads_numbers(tokens: list[Token], at: int) -> bool:
    return bare(tokens[at][1]) in headings().row_numbers and is_heading(tokens[at + 1][1])


def _row_numbers(tokens: list[Token], start: int) -> list[int]:
    """Return where the numbers of the rows stand, from 1 on without a gap."""
    found: list[int] = []
    wanted = count(1)
    number = str(next(wanted))
    for at in range(start, len(tokens) - 1):
        if ends_indicators(tokens[at][1]):
            break
        before, after = kind_of(tokens[at - 1][1]), kind_of(tokens[at + 1][1])
        begins_row = after not in _VALUES and (not found or before in _POINTS)
        if tokens[at][1] == number and begins_row:
            found.append(at)
            number = str(next(wanted))
    return found
