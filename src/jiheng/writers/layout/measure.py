"""How much room text takes: Chinese signs are squares, all others half a square."""

import re
from unicodedata import east_asian_width

from jiheng.model.document import LINE_BREAK

_WIDE = frozenset("FWA")
_WORD = re.compile(r"[!-~]+")
COMMON_SIZE = 18
"""Printed widths hold down to this size, in half points; forms of several pages are set in it."""

_HALVES_IN_A_LINE = 2
"""A line holds one square at least."""


def line_height(size: int) -> int:
    """Return the height of a line in 1/20 point, for letters in half points; small ones are close.

    Example:
        >>> line_height(18), line_height(14)
        (225, 161)
    """
    return size * 25 // 2 if size >= COMMON_SIZE else size * 23 // 2


def width_of(text: str) -> int:
    """Return how many halves of a square the text is wide.

    Example:
        >>> width_of("得分A")
        5
    """
    return sum(2 if east_asian_width(sign) in _WIDE else 1 for sign in text)


def pieces_of(text: str) -> tuple[int, ...]:
    r"""Return the widths of the lines that the text itself breaks into.

    Example:
        >>> pieces_of("总 分\n注")
        (5, 2)
    """
    return tuple(width_of(piece) for piece in text.replace(LINE_BREAK, "\n").split("\n"))


def lines_in(pieces: tuple[int, ...], room: int) -> int:
    """Return how many lines they take where a line has room for so many halves.

    A line that is broken loses about a half: squares do not fill it, and signs such as a comma
    may not begin the next one.

    Example:
        >>> lines_in((5, 2), 20), lines_in((30,), 11)
        (2, 3)
    """
    fitting = max(room, _HALVES_IN_A_LINE)
    broken = max(fitting - 1, _HALVES_IN_A_LINE)
    return sum(1 if piece <= fitting else -(-piece // broken) for piece in pieces)


def longest_word(text: str) -> int:
    """Return the length of the longest run that cannot be broken, such as a number.

    Example:
        >>> longest_word("共396.00万元，分2次")
        6
    """
    return max(map(len, _WORD.findall(text)), default=0)


def halves_for(pieces: tuple[int, ...], lines: int) -> int:
    """Return the room with which they take so many lines and no more.

    Example:
        >>> halves_for((5, 2), 2), halves_for((30,), 3), lines_in((30,), halves_for((30,), 3))
        (5, 11, 3)
    """
    extra = lines - len(pieces)
    if not extra:
        return max(pieces)
    longest = max(pieces)
    return -(-longest // (extra + 1)) + 1
