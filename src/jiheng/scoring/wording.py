"""The calculation of an indicator's score as one would write it on paper."""

from jiheng.model.points import format_points
from jiheng.model.quantity import Operator
from jiheng.rulebook.messages import say
from jiheng.scoring.calculation import Sides, calculation
from jiheng.scoring.figures import points_range, quantity_text, share_text
from jiheng.scoring.judging import Judgement, hundred_percent
from jiheng.scoring.rules import TIERS, Rules
from jiheng.scoring.understanding import Understood

_SIGNS: dict[Operator, str] = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<", "eq": "=", "approx": "≈"}

_AS_POSITIVE = frozenset({"attained", "proportional", "above-pass", "under-pass"})


def arithmetic(
    understood: Understood, judgement: Judgement, weight: int | None, rules: Rules, silent: bool
) -> str:
    """Return an indicator's calculation in Chinese.

    Args:
        understood: its values.
        judgement: what the rule gave.
        weight: points at stake, in 1/100 point.
        rules: the pack's numbers.
        silent: the printed rule does not speak of values without operator.
    """
    if judgement.low is None or judgement.high is None or weight is None:
        return say(f"arithmetic.{judgement.branch}")
    if judgement.branch == "date-reached" and understood.repeats_target:
        return _in_words(understood, judgement, "date-same", weight, rules)
    if judgement.compared is None:
        return _in_words(understood, judgement, judgement.branch, weight, rules)
    if judgement.branch == "kept" and understood.direction == understood.actual.op == "lt":
        return _in_words(understood, judgement, "kept-as-printed", weight, rules)
    text = calculation(judgement, _sides(understood, judgement.compared), weight, rules)
    if understood.direction == "eq" and judgement.branch in _AS_POSITIVE:
        text += say("arithmetic.equal-as-positive")
    if understood.printed or understood.direction is None:
        return text
    key = "arithmetic.inferred-silent" if silent else "arithmetic.inferred"
    return text + say(key, operator=_SIGNS[understood.direction])


def _sides(understood: Understood, compared: tuple[int, int]) -> Sides:
    """Units stand only where they differ."""
    actual, target = understood.actual, understood.target
    differ = actual.unit != target.unit
    return Sides(
        actual=quantity_text(actual, with_unit=differ),
        target=quantity_text(target, with_unit=differ),
        compared=compared,
        banded=(compared[0], hundred_percent(understood)),
    )


def _in_words(
    understood: Understood, judgement: Judgement, branch: str, weight: int, rules: Rules
) -> str:
    low, high = judgement.low or 0, judgement.high or 0
    values = {
        "actual_raw": understood.actual.raw.strip(),
        "target_raw": understood.target.raw.strip(),
        "weight": format_points(weight),
        "high": format_points(high),
        "range": points_range(low, high),
    }
    name = branch.removeprefix("tier-")
    if name in TIERS:
        lowest, highest, _, _ = rules.tiers[TIERS.index(name)]
        values |= {"lowest": share_text(lowest), "highest": share_text(highest)}
        if name == "met" and understood.actual.kind != "tier":
            branch = "tier-same"
    return say(f"arithmetic.{branch}", **values)
