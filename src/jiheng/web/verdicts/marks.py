"""A score as a reviewer types it."""

from unicodedata import normalize

from msgspec import Struct

from jiheng.model.points import parse_points

_PENDING = ("待定", "open", "?")
"""What says that a row is looked at and left open, in any language."""
_LONGEST = 12


class BadMark(ValueError):
    """What was typed is no score; ``why`` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Mark(Struct, frozen=True, kw_only=True):
    """A row's score in 1/100 point; None for 待定."""

    score: int | None


def mark_in(text: str, most: int) -> Mark | None:
    """Return what was typed for a row; None where nothing was.

    Args:
        text: as typed.
        most: the row's weight in 1/100 point.

    Raises:
        BadMark: it is no number, has more than two decimals, or lies outside the weight.

    Example:
        >>> mark_in(" ９.５ ", 10_00), mark_in("待定", 10_00), mark_in("", 10_00)
        (Mark(score=950), Mark(score=None), None)
    """
    typed = normalize("NFKC", text).strip()
    if not typed:
        return None
    if typed.lower() in _PENDING:
        return Mark(score=None)
    points = parse_points(typed) if len(typed) <= _LONGEST else None
    if points is None or _decimals(typed) > len("00"):
        raise BadMark("verdicts.no-score")
    if not 0 <= points <= most:
        raise BadMark("verdicts.beyond")
    return Mark(score=points)


def _decimals(typed: str) -> int:
    return len(typed.removesuffix("分").strip().partition(".")[2])
