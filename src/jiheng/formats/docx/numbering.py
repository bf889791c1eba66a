"""Automatic numbers of paragraphs, counted as Word counts them."""

import re
from typing import NamedTuple

from jiheng.formats.docx.names import Names, child, integer
from jiheng.formats.docx.numerals import numeral
from jiheng.formats.xml import Element

_MAX_PATTERN = 64
_PLACE = re.compile(r"%([1-9])")
_WIDE_END = tuple("、）．。：】》，")


class Level(NamedTuple):
    """How one level of a list is numbered.

    Attributes:
        text: the pattern, such as ``（%1）``.
        gap: what stands between number and text: tab, space or nothing.
    """

    start: int
    style: str
    text: str
    gap: str


class _List(NamedTuple):
    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """The lists of a document, and how far each was counted."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {} if root is None else _lists(root, Names(root))
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def next_label(self, list_id: str, depth: int) -> str:
        """Return the next number of a list at a level, with the gap behind it; "" for bullets."""
        numbered = self._lists.get(list_id)
        level = numbered.levels.get(depth) if numbered else None
        if numbered is None or level is None:
            return ""
        counts = self._count(list_id, numbered, depth, level)
        if level.style in {"bullet", "none"}:
            return ""

        def value(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = numbered.levels.get(place, level)
            return numeral(counts.get(place, other.start), other.style)

        label = _PLACE.sub(value, level.text)
        return label + _gap(label, level.gap)

    def _count(self, list_id: str, numbered: _List, depth: int, level: Level) -> dict[int, int]:
        counts = self._counts.setdefault(numbered.abstract, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            for place, start in numbered.restarts.items():
                counts[place] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [place for place in counts if place > depth]:
            del counts[deeper]
        return counts


def _gap(label: str, gap: str) -> str:
    # Full-width punctuation brings its own gap; a tab is only distance.
    return "" if not label or gap == "nothing" or label.endswith(_WIDE_END) else " "


def _lists(root: Element, names: Names) -> dict[str, _List]:
    abstracts = {
        each.get(names("abstractNumId"), ""): _levels(each, names)
        for each in root.iterchildren(names("abstractNum"))
    }
    found: dict[str, _List] = {}
    for number in root.iterchildren(names("num")):
        pointer = child(number, names("abstractNumId"))
        abstract = pointer.get(names.value, "") if pointer is not None else ""
        levels = dict(abstracts.get(abstract, {}))
        restarts: dict[int, int] = {}
        for override in number.iterchildren(names("lvlOverride")):
            levels |= _levels(override, names)
            start = integer(override, names, "startOverride", -1)
            if start >= 0:
                restarts[_depth(override, names)] = start
        found[number.get(names("numId"), "")] = _List(abstract, levels, restarts)
    return found


def _levels(parent: Element, names: Names) -> dict[int, Level]:
    return {
        _depth(level, names): Level(
            start=integer(level, names, "start", 0),
            style=_value(level, names, "numFmt", "decimal"),
            text=_value(level, names, "lvlText", "")[:_MAX_PATTERN],
            gap=_value(level, names, "suff", "tab"),
        )
        for level in parent.iterchildren(names("lvl"))
    }


def _depth(element: Element, names: Names) -> int:
    text = element.get(names("ilvl"), "0")
    return int(text) if text in set("012345678") else 0


def _value(parent: Element, names: Names, name: str, default: str) -> str:
    holder = child(parent, names(name))
    return default if holder is None else str(holder.get(names.value, default))
