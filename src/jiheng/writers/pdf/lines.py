"""Where the lines of a text end in a column."""

from functools import lru_cache

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


def measured(text: str, *, by_words: bool) -> Words:
    """Return the text with the widths of its pieces: words, or whatever may stand on a line."""
    cut = parts if by_words else units
    lines = tuple(tuple(map(_piece, cut(line))) for line in text.split("\n"))
    return Words(
        lines=lines,
        width=max(sum(piece.advance for piece in line) for line in lines),
        longest=max((piece.width for line in lines for piece in line), default=0.0),
    )


@lru_cache(maxsize=8192)
def _piece(text: str) -> Piece:
    return Piece(text=text, width=width_of(text.rstrip()), advance=width_of(text))


def broken(words: Words, room: float) -> list[str]:
    """Return the lines where there is room for so many squares of type."""
    return [text for line in words.lines for text in _fitted(line, room)]


def count_lines(words: Words, room: float) -> int:
    """Return how many lines the text takes."""
    return len(words.lines) if words.width <= room else len(broken(words, room))


def _fitted(line: tuple[Piece, ...], room: float) -> list[str]:
    lines: list[str] = []
    current, taken = "", 0.0
    for piece in line:
        if current and taken + piece.width > room:
            lines.append(current.rstrip())
            current, taken = "", 0.0
        if piece.width > room:
            *full, rest = _split(piece.text, room)
            lines += full
            current, taken = rest, width_of(rest)
        else:
            current += piece.text
            taken += piece.advance
    return [*lines, current.rstrip()]


def _split(text: str, room: float) -> list[str]:
    """Return a text without any place to break it in pieces that have room."""
    pieces: list[str] = []
    start, taken = 0, 0.0
    for at, sign in enumerate(text):
        width = width_of(sign)
        if at > start and taken + width > room:
            pieces.append(text[start:at])
            start, taken = at, 0.0
        taken += width
    return [*pieces, text[start:]]
