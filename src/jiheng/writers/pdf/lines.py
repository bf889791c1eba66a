"""Where the lines of a text end in a column."""

from msgspec import Struct

from jiheng.writers.pdf.advances import width_of
from jiheng.writers.pdf.words import parts, units


class Piece(Struct, frozen=True, kw_only=True, gc=False):
    """A piece of a line that stays together, and its width without and with its last blanks."""

    text: str
    width: float
    advance: float


class Words(Struct, frozen=True, kw_only=True, gc=False):
    """The text of a cell, measured.

    Attributes:
        lines: the pieces of each line that ends by itself.
        width: of the longest of these, in squares of type.
        longest: width of the widest piece.
    """

    lines: tuple[tuple[Piece, ...], ...]
    width: float
    longest: float


def measured(text: str, *, is_heading: bool) -> Words:
    """Return the text with the widths of its pieces; a heading's are its words."""
    cut = parts if is_heading else units
    lines = tuple(tuple(map(_piece, cut(line))) for line in text.split("\n"))
    return Words(
        lines=lines,
        width=max(sum(piece.advance for piece in line) for line in lines),
        longest=max((piece.width for line in lines for piece in line), default=0.0),
    )


def _piece(text: str) -> Piece:
    return Piece(text=text, width=width_of(text.rstrip()), advance=width_of(text))


def broken(line: tuple[Piece, ...], room: float) -> list[str]:
    """Return the lines into which one line falls where there is room for so many squares."""
    lines: list[str] = []
    current, taken = "", 0.0
    for piece in line:
        if current and taken + piece.width > room:
            lines.append(current.rstrip())
            current, taken = "", 0.0
        current += piece.text
        taken += piece.advance
    return [*lines, current.rstrip()]


def count_lines(words: Words, room: float) -> int:
    """Return how many lines the text takes; a piece wider than the room breaks at any sign."""
    if words.width <= room:
        return len(words.lines)
    if words.longest > room:
        return sum(_crowded(line, room) for line in words.lines)
    return sum(len(broken(line, room)) for line in words.lines)


def _crowded(line: tuple[Piece, ...], room: float) -> int:
    whole = sum(piece.advance for piece in line)
    # Any sign may begin a new line, so that up to one sign is lost at the end of each.
    return max(1, -int(-whole // max(room - 1, 1)))
