"""One cell a line: a list of matters, each with a text for each of its headings."""

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.further import FEWEST_MATTER_HEADINGS, matter_heading
from jiheng.readers.recognise.goal import goal_kind
from jiheng.readers.recognise.head import is_title
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.tail import begins_notes
from jiheng.readers.text.stream.cells import Cell, in_order
from jiheng.readers.text.stream.words import Token
from jiheng.rulebook.headings import bare, column_role, headings, label_of

MOST_LABELS = 2
"""The block's upright label and the heading over the matters' names."""


def matters_at(tokens: list[Token], at: int) -> tuple[list[list[Cell]], int] | None:
    """Return the rows of a list of matters that begins at a line, and where it ends."""
    first = _first_head(tokens, at)
    if first is None:
        return None
    end = _end_of_heads(tokens, first)
    texts = end - first
    rows = [in_order(tokens[at:end])]
    while end < len(tokens) and not _begins_other(tokens[end][1]):
        begin, end = end, end + 1
        while end < min(len(tokens), begin + 1 + texts) and not _begins_row(tokens[end][1]):
            end += 1
        rows.append(in_order(tokens[begin:end]))
    return rows, end


def _first_head(tokens: list[Token], at: int) -> int | None:
    """Return where the headings begin, below labels or not; None where there are none."""
    for first in range(at, min(at + MOST_LABELS + 1, len(tokens))):
        if matter_heading(tokens[first][1]) == "":
            is_list = _end_of_heads(tokens, first) - first >= FEWEST_MATTER_HEADINGS
            return first if is_list else None
        if kind_of(tokens[first][1]) != "words" or label_of(tokens[first][1]) is not None:
            return None
    return None


def _end_of_heads(tokens: list[Token], first: int) -> int:
    end = first
    while end < len(tokens) and matter_heading(tokens[end][1]) is not None:
        end += 1
    return end


def _begins_row(text: str) -> bool:
    """Whether a line is no text of the matter above: the next matter, or another block."""
    return bare(text) in headings().matters or _begins_other(text)


def _begins_other(text: str) -> bool:
    if label_of(text) is not None or column_role(text) is not None or kind_of(text) == "side":
        return True
    is_goal = goal_kind(text, first=True) == "block"
    return is_goal or begins_notes(text) or is_title(Line(text=text))
