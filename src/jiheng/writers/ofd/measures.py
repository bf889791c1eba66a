"""Lengths as OFD writes them: millimetres, as short as they can be told."""

from itertools import groupby

_MILLIMETRES = 25.4 / 72
_PLACES = 4
_WORTH = 3
"""So many equal distances are shorter when they are counted."""


def millimetres(points: float) -> float:
    """Return a length in millimetres, as it will be read back."""
    return round(points * _MILLIMETRES, _PLACES)


def written(length: float) -> str:
    """Return a length in millimetres as text.

    Example:
        >>> written(3.5000), written(-0.00001), written(12.0)
        ('3.5', '0', '12')
    """
    # Adding 0 takes the sign of a negative nought away.
    return f"{round(length, _PLACES) + 0.0:.{_PLACES}f}".rstrip("0").rstrip(".")


def row(*lengths: float) -> str:
    """Return lengths in millimetres as a row of numbers."""
    return " ".join(map(written, lengths))


def distances(lengths: list[float]) -> str:
    """Return distances between letters; ``g 4 2.5`` says four times 2.5.

    Example:
        >>> distances([2.5, 2.5, 2.5, 2.5, 3])
        'g 4 2.5 3'
    """
    words: list[str] = []
    for length, same in groupby(map(written, lengths)):
        count = len(list(same))
        words += ["g", str(count), length] if count >= _WORTH else [length] * count
    return " ".join(words)
