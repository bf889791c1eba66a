"""Attributes of OFD objects, read: rows of numbers, boxes, truths."""

import math
from itertools import repeat

from jiheng.formats.errors import FormatError
from jiheng.formats.ofd.matrix import Matrix
from jiheng.formats.pages.page import Box
from jiheng.formats.xml import Element
from jiheng.rulebook.phrases import phrase

POINTS = 72 / 25.4
"""Points a millimetre, in which OFD measures."""

_MATRIX, _BOX = 6, 4
_REPEATED = 3
_LONGEST_SHOWN = 40


def number(text: str) -> float:
    """Return the number that a text is; raises FormatError when it is none."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise FormatError(phrase("ofd.number", text=text[:_LONGEST_SHOWN]))
    return value


def numbers(text: str) -> list[float]:
    """Return the numbers of a row."""
    return [number(each) for each in text.split()]


def number_of(element: Element, name: str, default: float) -> float:
    """Return an attribute that is a number; ``default`` where it does not stand."""
    text = element.get(name)
    return default if text is None or not text.strip() else number(text)


def box_of(text: str | None) -> Box | None:
    """Return a box given as left, top, width and height; None where four numbers are not given."""
    values = numbers(text or "")
    if len(values) != _BOX:
        return None
    left, top, width, height = values
    return left, top, left + width, top + height


def matrix_of(element: Element) -> Matrix:
    """Return the object's own map (CTM)."""
    values = numbers(element.get("CTM") or "")
    return Matrix(*values) if len(values) == _MATRIX else Matrix()


def is_set(element: Element, name: str, *, default: bool) -> bool:
    """Whether an attribute says true; ``default`` where it does not stand."""
    text = element.get(name)
    return default if text is None else text.strip().lower() in {"true", "1"}


def deltas(text: str | None, count: int) -> list[float]:
    """Return ``count`` distances between letters; [] where none is given.

    ``g 3 2.5`` stands for three times 2.5. Where there are too few, the last one goes on:
    some programs count the signs of a text otherwise than others.

    Example:
        >>> deltas("g 2 3.5 4", 5)
        [3.5, 3.5, 4.0, 4.0, 4.0]
    """
    words = (text or "").split()
    found: list[float] = []
    at = 0
    while at < len(words) and len(found) < count:
        if words[at].lower() == "g" and at + _REPEATED <= len(words):
            times = min(int(number(words[at + 1])), count - len(found))
            found += repeat(number(words[at + 2]), times)
            at += _REPEATED
        else:
            found.append(number(words[at]))
            at += 1
    return found + found[-1:] * (count - len(found))
