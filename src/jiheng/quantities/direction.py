"""Which way an indicator points: printed, or inferred where no operator is printed."""

import re
from typing import Literal

from msgspec import Struct

from jiheng.model.quantity import Operator, Quantity
from jiheng.quantities import operators
from jiheng.quantities.normal import normalise
from jiheng.rulebook import words

Ground = Literal[
    "printed", "nature", "date", "positive-word", "negative-word", "cost", "time", "zero", "usual"
]

_BRACKET = re.compile(r"\([^()]*\)$")
_DURATIONS = {"time", "working-day", "month"}


class Direction(Struct, frozen=True, kw_only=True):
    """The operator that counts.

    Attributes:
        op: None when the value has no direction (words, a formula, a blank).
        is_printed: the operator stands in the form, in the value or in its name.
        ground: why it was taken.
    """

    op: Operator | None
    is_printed: bool
    ground: Ground | None


def direction(
    level2: str | None, name: str | None, quantity: Quantity, *, nature: str | None = None
) -> Direction:
    """Return the operator of a target.

    Args:
        level2: the second-level indicator, such as 成本指标.
        name: the third-level indicator.
        quantity: the target.
        nature: the cell of a column 指标性质, such as 反向 or ≥.

    Example:
        >>> from jiheng.quantities import parse
        >>> direction("数量指标", "电子印章数量", parse("400个")).op
        'ge'
        >>> direction("成本指标", "印章价格", parse("6万元")).ground
        'cost'
        >>> [direction(None, name, parse("1%")).op for name in ("投诉率", "投诉处理率")]
        ['le', 'ge']
    """
    if quantity.op is not None:
        return Direction(op=quantity.op, is_printed=True, ground="printed")
    stated = _stated(nature)
    if quantity.kind == "date":
        return Direction(op="le", is_printed=False, ground="date")
    if quantity.kind not in {"number", "placeholder"}:
        return Direction(op=None, is_printed=False, ground=None)
    if stated is not None:
        return Direction(op=stated, is_printed=True, ground="nature")
    return _inferred(level2 or "", normalise(name or ""), quantity)


def _stated(nature: str | None) -> Operator | None:
    """Return what a column 指标性质 or 指标方向 says: 反向, 小于等于 or ≤."""
    plain = normalise(nature) if nature else ""
    stated = words.directions().nature.get(plain)
    if stated is not None or not plain:
        return stated
    rest, operator, _ = operators.before(plain)
    return None if rest else operator


def _inferred(level2: str, name: str, quantity: Quantity) -> Direction:
    listed = words.directions()
    op: Operator = "le"
    ground: Ground
    if any(word in name for word in listed.positive):
        op, ground = "ge", "positive-word"
    elif _sounds_negative(name):
        ground = "negative-word"
    elif any(word in level2 for word in listed.cost_levels):
        ground = "cost"
    elif quantity.dimension in _DURATIONS and any(
        word in level2 for word in listed.timeliness_levels
    ):
        ground = "time"
    elif quantity.amount == 0:
        # Nobody promises "at least none".
        ground = "zero"
    else:
        op, ground = "ge", "usual"
    return Direction(op=op, is_printed=False, ground=ground)


def is_negative(name: str | None) -> bool:
    """Say whether a name means: the less the better.

    Example:
        >>> is_negative("安全事故发生率"), is_negative("投诉处理率"), is_negative("缴费人数")
        (True, False, False)
    """
    plain = normalise(name or "")
    listed = words.directions()
    if any(word in plain for word in listed.positive):
        return False
    return _sounds_negative(plain)


def is_rate(name: str | None) -> bool:
    """Say whether a name measures a share of 100 %.

    Example:
        >>> is_rate("资金支付率"), is_rate("学员满意度(%)"), is_rate("培训人数")
        (True, True, False)
    """
    head = _BRACKET.sub("", normalise(name or ""))
    return head.endswith(words.directions().rates)


def _sounds_negative(name: str) -> bool:
    listed = words.directions()
    head = _BRACKET.sub("", name)
    return head.endswith(listed.negative_endings) or any(word in name for word in listed.negative)
