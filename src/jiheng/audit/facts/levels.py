"""What kind of indicator a row is, by its printed levels and name."""

from functools import lru_cache
from typing import Literal

from jiheng.model.form import Indicator
from jiheng.rulebook.phrases import phrase

Level2 = Literal[
    "quantity",
    "quality",
    "timeliness",
    "cost",
    "economic",
    "social",
    "ecological",
    "lasting",
    "satisfaction",
]

_MARKS: tuple[tuple[str, Level2], ...] = (
    ("满意度", "satisfaction"),
    ("成本", "cost"),
    ("数量", "quantity"),
    ("质量", "quality"),
    ("时效", "timeliness"),
    ("经济", "economic"),
    ("社会", "social"),
    ("生态", "ecological"),
    ("可持续", "lasting"),
)

LEVEL_WORDS = {
    kind: phrase(f"words.level.{kind}")
    for kind in ("output", "benefit", *(kind for _, kind in _MARKS))
}
"""The kinds as the forms name them."""


def level2_of(row: Indicator) -> Level2 | None:
    """Return the second level of a row, or None where it is blank or of another kind.

    成本 is looked for first in 经济成本指标, and a first-level 成本 or 满意度 heading settles it.

    Example:
        >>> level2_of(Indicator(name="发放金额", level1="成本指标", level2="经济成本指标"))
        'cost'
        >>> level2_of(Indicator(name="群众收入", level1="效益指标", level2="经济效益"))
        'economic'
    """
    return _kind(row.level2, row.level1)


@lru_cache(maxsize=1_024)
def _kind(level2: str | None, level1: str | None) -> Level2 | None:
    for words in (level2, level1):
        for mark, kind in _MARKS:
            if words and mark in words:
                return kind
    return None


def is_output(row: Indicator) -> bool:
    """Whether a row counts what was done, not what came of it."""
    kind = level2_of(row)
    return "产出" in (row.level1 or "") or kind in {"quantity", "quality", "timeliness"}
