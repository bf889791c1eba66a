"""The habits of whoever fills in one form."""

from random import Random

from msgspec import Struct

from jiheng.corpus.chance import in_hundred
from jiheng.rulebook.layouts import Layout


class Style(Struct, frozen=True, kw_only=True):
    """How one form writes its numbers.

    Attributes:
        rate_sign: 98.35% and not 98.35.
        whole_rate: 100% and not 100.00%, where nothing is left behind the point.
        cents: amounts with two decimals even where they are zero.
        zero: what stands for no money: 0, 0.00, or nothing.
        echoes: the actual value repeats the operator of its target, as some systems print it.
        prints_points: level-1 headings carry their points.
        lists_goals: the goal is a list of numbered paragraphs.
        apart: operator and unit have columns of their own, so that targets are plain.
        spells: operators are words: 大于等于 90%.
        bare: the actual value has no unit where there is a column for units.
        rarely_short: most goals are reached.
        tidy: nothing in the form contradicts anything else under the rules of its family.
    """

    rate_sign: bool
    whole_rate: bool
    cents: bool
    zero: str | None
    echoes: bool
    prints_points: bool
    lists_goals: bool
    apart: bool
    spells: bool
    bare: bool
    rarely_short: bool
    tidy: bool = False


def some_style(layout: Layout, dice: Random, *, tidy: bool = False) -> Style:
    """Return the habits of one clerk."""
    apart = bool({"unit", "nature", "operator"} & set(layout.column_roles))
    return Style(
        rate_sign=in_hundred(dice, 70),
        whole_rate=in_hundred(dice, 60),
        cents=in_hundred(dice, 20),
        zero=dice.choice(("0", "0", "0.00", None)),
        echoes=in_hundred(dice, 12),
        prints_points=in_hundred(dice, 60),
        lists_goals=in_hundred(dice, 35),
        apart=apart,
        spells=in_hundred(dice, 8),
        bare="unit" in layout.column_roles and in_hundred(dice, 30),
        rarely_short=in_hundred(dice, 50),
        tidy=tidy,
    )
