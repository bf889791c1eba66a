"""The rows of a table whose lines do not end where its rows do, found by the width of a row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from jiheng.readers.recognise.content import LEVELS, kind_of
from jiheng.rulebook.headings import bare, column_role, headings, label_of

Token = tuple[int, str]
"""A line number from 1 and a cell's text."""

NARROWEST, WIDEST = 3, 40
FEWEST_ROWS = 3
FEWEST_LINES = 4
"""A shorter table is what its lines say."""
MOST_OF_ONE_LENGTH = 0.5
"""Lines of which so many have as many cells are rows."""
FEWEST_LEADS = 3
"""Labels that begin rows: with fewer, nothing can be said about where rows begin."""
MOST_LED = 0.7
"""Where fewer of these labels begin lines, the lines are no rows."""
MOST_VALUES_FIRST = 0.2
_LEAD_WEIGHT = 0.5
_LEAST_LED = 0.6
_LEAST_ALIKE = 0.1
_CLEARLY_BETTER = 0.05
_AS_GOOD = 0.04
_LEADING = {"project", "whole", "conclusion"}


class _Fit(Struct, frozen=True, kw_only=True, order=True):
    """How well a width fits; the field that decides stands first.

    Attributes:
        worth: both shares below, weighed.
        alike: share of the cells that hold what the cell below them holds, empty ones aside.
        led: share of the leading labels that stand first in their row.
    """

    worth: float
    alike: float
    led: float
    width: int


def true_rows(lines: list[list[Token]]) -> list[list[Token]] | None:
    """Return the rows of a table: its lines, or its cells cut anew; None when neither is right."""
    lengths = Counter(map(len, lines))
    if len(lines) < FEWEST_LINES or max(lengths.values()) >= MOST_OF_ONE_LENGTH * len(lines):
        return lines
    kinds = [[kind_of(text) if text else "" for _, text in line] for line in lines]
    cells = [cell for line in lines for cell in line]
    fit = _width([kind for line in kinds for kind in line], [text for _, text in cells])
    if fit is not None and fit.alike > _alike_as_printed(kinds) + _CLEARLY_BETTER:
        return [cells[at : at + fit.width] for at in range(0, len(cells), fit.width)]
    return lines if _lead_lines(lines, kinds) and not _values_lead(kinds) else None


def _alike_as_printed(lines: list[list[str]]) -> float:
    return _alike(
        pair for upper, lower in pairwise(lines) for pair in zip(upper, lower, strict=False)
    )


def _alike(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the share of pairs of kinds that are the same; two empty cells say nothing."""
    told = Counter(upper == lower for upper, lower in pairs if upper or lower)
    return told[True] / max(1, told.total())


def _values_lead(kinds: list[list[str]]) -> bool:
    """Whether many lines begin with a value: rows begin with words."""
    firsts = [next(filter(None, of_line), "") for of_line in kinds]
    return sum(kind in _VALUES for kind in firsts) > MOST_VALUES_FIRST * len(firsts)


_VALUES = {"number", "amount", "percent", "value", "dash", "sign", "unit", "choice"}


def _lead_lines(lines: list[list[Token]], kinds: list[list[str]]) -> bool:
    """Whether labels that begin rows begin lines, and levels stand before all else in them."""
    every = leading = 0
    for line, of_line in zip(lines, kinds, strict=True):
        is_begun = only_levels = True
        for (_, text), kind in zip(line, of_line, strict=True):
            if _leads(text):
                every, leading = every + 1, leading + is_begun
            elif kind in LEVELS:
                every, leading = every + 1, leading + only_levels
            is_begun = is_begun and not text
            only_levels = only_levels and (not text or kind in {"side", *LEVELS})
    return every < FEWEST_LEADS or leading >= MOST_LED * every


def _width(kinds: Sequence[str], texts: Sequence[str]) -> _Fit | None:
    """Return the number of cells in a row when every row has as many, or None when none fits.

    Under the true width like stands under like, and labels that begin rows stand first. A table
    whose empty cells were dropped has none.
    """
    if "" not in kinds:
        return None
    leads = [at for at, text in enumerate(texts) if _leads(text)]
    fits = [
        _fit(kinds, leads, width)
        for width in range(NARROWEST, WIDEST + 1)
        if len(kinds) % width == 0 and len(kinds) >= width * FEWEST_ROWS
    ]
    most = max((fit.worth for fit in fits), default=0.0)
    near = [fit for fit in fits if most - fit.worth < _AS_GOOD]
    if not near or near[0].led < _LEAST_LED or near[0].alike < _LEAST_ALIKE:
        return None
    # Two rows taken for one fit as well; anything else as good leaves the width open.
    return near[0] if all(fit.width % near[0].width == 0 for fit in near) else None


def _fit(kinds: Sequence[str], leads: Sequence[int], width: int) -> _Fit:
    alike = _alike(zip(kinds, kinds[width:], strict=False))
    led = sum(at % width == 0 for at in leads) / len(leads) if leads else 0.0
    return _Fit(worth=alike + _LEAD_WEIGHT * led, alike=alike, led=led, width=width)


def _leads(text: str) -> bool:
    if not text:
        return False
    word, words = bare(text), headings()
    if label_of(text) in _LEADING or word in words.money_block or word in words.side:
        return True
    return word in words.texts and column_role(text) is None
