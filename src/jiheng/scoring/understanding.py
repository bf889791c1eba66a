"""An indicator's printed values, understood."""

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Indicator
from jiheng.model.quantity import Operator, Quantity
from jiheng.quantities import (
    Pair,
    direction,
    is_rate,
    parse_in,
    readings,
    same_words,
    sense,
)

COST = "成本"
SATISFACTION = "满意度"
_MEMORY = 16_384


class Understood(Struct, frozen=True, kw_only=True):
    """An indicator's target and actual.

    Attributes:
        others: the other readings of both, where it is open in which unit they are meant.
        direction: the operator that counts; None when neither printed nor to be inferred.
        printed: whether the operator stands in the form.
        is_satisfaction: it measures how satisfied people are.
        is_cost: it measures money or its use, where more is not better.
        is_cost_row: it stands under a heading of costs.
        is_apart: two numbers that cannot be compared: a change and a level, or a cell of several.
    """

    target: Quantity
    actual: Quantity
    direction: Operator | None
    printed: bool
    is_satisfaction: bool
    is_cost: bool
    is_cost_row: bool = False
    is_apart: bool = False
    others: tuple[Pair, ...] = ()

    @property
    def repeats_target(self) -> bool:
        """Whether the actual says the same words as the target."""
        return _same(self.target.raw, self.actual.raw)

    @property
    def readings(self) -> tuple["Understood", ...]:
        """The indicator under each reading alone, the likeliest first."""
        if not self.others:
            return (self,)
        pairs = (Pair(self.actual, self.target), *self.others)
        return tuple(
            replace(self, actual=pair.actual, target=pair.target, others=()) for pair in pairs
        )


def understand(row: Indicator) -> Understood:
    """Return the row's values as quantities; an adjusted target counts before the first one."""
    target = row.adjusted_target or row.target
    levels = f"{row.level1 or ''} {row.level2 or ''}"
    return _understood((target, row.actual), row.unit, row.name, levels, row.nature)


@lru_cache(maxsize=_MEMORY)
def _understood(
    printed: tuple[str | None, str | None],
    unit: str | None,
    name: str,
    levels: str,
    nature: str | None,
) -> Understood:
    """Forms of one place repeat their rows, so that most of them were seen before."""
    target_text, actual_text = printed
    is_satisfaction = SATISFACTION in levels
    target = parse_in(target_text, unit=unit, name=name)
    actual = parse_in(actual_text, unit=unit)
    pair, *others = readings(actual, target, is_rate=is_satisfaction or is_rate(name))
    found = direction(levels, name, pair.target, nature=nature)
    compared = sense(pair.actual, pair.target, name)
    falls = compared == "fall" and not found.is_printed
    return Understood(
        target=pair.target,
        actual=pair.actual,
        others=tuple(others),
        direction="ge" if falls else found.op,
        printed=found.is_printed,
        is_satisfaction=is_satisfaction,
        is_cost=COST in levels or (pair.target.dimension or "").startswith("money"),
        is_cost_row=COST in levels,
        is_apart=compared == "apart" or _is_garbled(pair),
    )


def _is_garbled(pair: Pair) -> bool:
    """Whether a number stands before another one, or between opposite operators.

    What both cells say alike (the nights of 2天3夜) takes nothing from comparing the rest.
    """
    actual, target = pair
    if not (actual.is_number and target.is_number) or _same(target.raw, actual.raw):
        return False
    flags = {*actual.flags, *target.flags}
    return "two-operators" in flags or ("two-numbers" in flags and actual.note != target.note)


_same = lru_cache(maxsize=_MEMORY)(same_words)
