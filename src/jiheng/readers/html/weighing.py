"""How large a tree a page would make, judged before it is parsed.

Two things make parsers slow on few bytes: elements nested without end, and styling that is left
open, which is opened again in each later block. Small pages cannot do harm and are not weighed.
"""

import re
from dataclasses import dataclass, field

from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import phrase

_MAX_TAGS = 2_000_000
_HARMLESS_TAGS = 3_000
_MAX_REOPENED = 2_500_000
_MAX_NESTING = 500
_MAX_SAME = 3
"""Of styling that is written alike, parsers open three again (HTML standard, Noah's Ark clause)."""

_SILENT = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))
_TAG = re.compile(r"<(/?)([a-z][\w:]*)([^>]*)")
_STYLING = frozenset(
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
        "u",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "caption"})
# These have no end, or end where the next one begins.
_LOOSE = frozenset(
    {
        "p", "li", "option", "optgroup", "dd", "dt", "br", "hr", "img", "input", "meta", "link",
        "col", "colgroup", "wbr", "area", "base", "embed", "param", "source", "track", "html",
        "head", "body",
    }
)  # fmt: skip


@dataclass(slots=True)
class _Level:
    """What is open inside one table, or outside of all."""

    styling: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    nesting: int = 0


def refuse_heavy(text: str) -> None:
    """Raise FormatError for a page whose tree would be far larger than the page."""
    tags = text.count("<")
    if tags > _MAX_TAGS:
        raise FormatError(phrase("format.page-tags", most=str(_MAX_TAGS)))
    if tags > _HARMLESS_TAGS:
        _Scales().weigh(_without_silent(text))


def _without_silent(text: str) -> str:
    """Return the page in small letters without what holds no tags."""
    # Searched by hand: a pattern would look for each missing end anew from each beginning.
    text = text.lower()
    for begin, end in _SILENT:
        kept: list[str] = []
        place = 0
        while (start := text.find(begin, place)) >= 0:
            kept.append(text[place:start])
            stop = text.find(end, start)
            # What has no end reaches to the end of the page.
            place = len(text) if stop < 0 else stop + len(end)
        text = "".join(kept) + text[place:]
    return text


class _Scales:
    """Follows the tags of a page as a parser would, roughly."""

    def __init__(self) -> None:
        self._levels = [_Level()]
        self._outside = 0
        self._reopened = 0

    def weigh(self, text: str) -> None:
        """Read all tags; raises FormatError when a limit is passed."""
        for match in _TAG.finditer(text):
            name = match[2]
            if match[1]:
                self._close(name)
            else:
                self._open(name, match[3])

    def _open(self, name: str, attributes: str) -> None:
        level = self._levels[-1]
        if name in _STYLING:
            if level.styling.count((name, attributes)) < _MAX_SAME:
                level.styling.append((name, attributes))
            return
        self._reopen(len(level.styling))
        if name == "table":
            self._outside += level.nesting
            self._levels.append(_Level())
        elif name in _CELLS:
            self._begin_cell(level)
        elif name not in _LOOSE:
            level.nesting += 1
        if self._outside + level.nesting + len(self._levels) > _MAX_NESTING:
            raise FormatError(phrase("format.page-nested", most=str(_MAX_NESTING)))

    def _reopen(self, count: int) -> None:
        self._reopened += count
        if self._reopened > _MAX_REOPENED:
            raise FormatError(phrase("format.page-styles"))

    def _close(self, name: str) -> None:
        level = self._levels[-1]
        if name in _STYLING:
            for index in range(len(level.styling) - 1, -1, -1):
                if level.styling[index][0] == name:
                    del level.styling[index]
                    return
        elif name == "table":
            if len(self._levels) > 1:
                self._levels.pop()
                self._outside -= self._levels[-1].nesting
        elif name in _CELLS:
            self._begin_cell(level)
        elif name not in _LOOSE:
            level.nesting = max(level.nesting - 1, 0)

    def _begin_cell(self, level: _Level) -> None:
        # A cell closes what was left open in the one before it.
        if len(self._levels) > 1:
            level.styling.clear()
            level.nesting = 0
