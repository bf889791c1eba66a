"""What a text costs as the cell of a role of indicators, closer than whole cells need it."""

import re
from collections.abc import Callable
from functools import lru_cache

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import INDICATOR_COSTS, content_cost
from jiheng.readers.text.markup import plain
from jiheng.readers.text.recut.figures import (
    NEVER,
    TWO_NUMBERS,
    coefficient_fit,
    points_fit,
)
from jiheng.readers.text.recut.sentences import method_fit, name_fit, reason_fit
from jiheng.readers.text.recut.values import (
    BAD_START,
    bare_value_fit,
    nature_fit,
    unit_fit,
    value_fit,
)
from jiheng.rulebook.headings import is_level1, is_level2, without_blanks

_SENTENCES = {"reason", "review_reason", "method"}
_NUMBER_AND_WORDS = re.compile(r"[\d.]+\s")


@lru_cache(maxsize=50_000)
def indicator_fit(role: str, text: str, *, apart: bool) -> float:
    """Return what a text costs in a role of an indicator's row.

    Args:
        role: the role of the column.
        text: the text, with its blanks and tags.
        apart: operator and unit stand in columns of their own.
    """
    shown = plain(text)
    bad = _NUMBER_AND_WORDS.match(shown) if role in _SENTENCES else TWO_NUMBERS.search(shown)
    bare = without_blanks(shown)
    if bad or not bare:
        return NEVER
    if role == "target" and apart:
        return bare_value_fit(bare)
    fit = _FITS.get(role)
    return fit(bare) if fit else content_cost(INDICATOR_COSTS, role, kind_of(bare))


def _side(text: str) -> float:
    return 0.0 if kind_of(text) == "side" else 8.0


def _is_core(text: str) -> float:
    return 0.0 if text in {"是", "否"} else 7.0


def _level(role: str, is_level: Callable[[str], bool]) -> Callable[[str], float]:
    def fit(text: str) -> float:
        is_fragment = len(text) == 1 or text[0].isdigit()
        if text[0] in BAD_START or (is_fragment and not is_level(text)):
            return NEVER
        return content_cost(INDICATOR_COSTS, role, kind_of(text))

    return fit


_FITS: dict[str, Callable[[str], float]] = {
    "side": _side,
    "level1": _level("level1", is_level1),
    "level2": _level("level2", is_level2),
    "name": name_fit,
    "target": value_fit,
    "adjusted_target": value_fit,
    "actual": value_fit,
    "review_actual": value_fit,
    "weight": points_fit,
    "score": points_fit,
    "review_score": points_fit,
    "deduction": points_fit,
    "coefficient": coefficient_fit,
    "deviation": coefficient_fit,
    "nature": nature_fit,
    "operator": nature_fit,
    "unit": unit_fit,
    "is_core": _is_core,
    "reason": reason_fit,
    "review_reason": reason_fit,
    "method": method_fit,
}
