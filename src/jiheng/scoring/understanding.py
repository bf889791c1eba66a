"""An indicator's printed values, understood."""

from functools import lru_cache

from msgspec import Struct

from jiheng.model.form import Indicator
from jiheng.model.quantity import PER_UNIT, Operator, Quantity
from jiheng.quantities import direction, parse_in, same_words

COST = "成本"
SATISFACTION = "满意度"
_MEMORY = 16_384


class Understood(Struct, frozen=True, kw_only=True):
    """An indicator's target and actual.

    Attributes:
        direction: the operator that counts; None when neither printed nor to be inferred.
        printed: whether the operator stands in the form.
        is_satisfaction: it measures how satisfied people are.
        is_cost: it measures money or its use, where more is not better.
    """

    target: Quantity
    actual: Quantity
    direction: Operator | None
    printed: bool
    is_satisfaction: bool
    is_cost: bool

    @property
    def repeats_target(self) -> bool:
        """Whether the actual says the same words as the target."""
        return _same(self.target.raw, self.actual.raw)


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
    target = parse_in(target_text, unit=unit, name=name)
    actual = parse_in(actual_text, unit=unit)
    if _lends(target, actual):
        actual = parse_in(actual_text, unit=target.unit)
    elif _lends(actual, target):
        target = parse_in(target_text, unit=actual.unit, name=name)
    found = direction(levels, name, target, nature=nature)
    return Understood(
        target=target,
        actual=actual,
        direction=found.op,
        printed=found.is_printed,
        is_satisfaction=SATISFACTION in levels,
        is_cost=COST in levels or (target.dimension or "").startswith("money"),
    )


def _lends(giver: Quantity, bare: Quantity) -> bool:
    """Whether a number without unit is meant in the other value's unit.

    Beside a rate, a bare number up to 1 is a share: 0.95 beside ≥90% is 95 %.
    """
    if bare.kind != "number" or bare.unit is not None or giver.unit is None:
        return False
    if bare.amount is None or giver.amount is None:
        return False
    return giver.dimension != "ratio" or bare.amount > PER_UNIT * bare.over


_same = lru_cache(maxsize=_MEMORY)(same_words)
