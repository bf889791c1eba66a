"""The sentence of one comparison of numbers, for indicators and for money."""

from collections.abc import Callable
from typing import NamedTuple

from jiheng.model.points import format_points
from jiheng.rulebook.messages import say
from jiheng.scoring import kernels
from jiheng.scoring import rules as kinds
from jiheng.scoring.figures import (
    about,
    is_even_percent,
    percent_text,
    points_range,
    share_text,
)
from jiheng.scoring.judging import Judgement
from jiheng.scoring.rules import Pairs, Rules


class Manner(NamedTuple):
    """How a calculation is written.

    Attributes:
        rules: the pack's numbers.
        silent: the printed rule does not speak of values without operator.
        language: of the sentences.
    """

    rules: Rules
    silent: bool
    language: str


Stake = tuple[int, int]
"""Weight and points, in 1/100 point."""


class Sides(NamedTuple):
    """Both sides of a comparison.

    Attributes:
        actual: as text.
        target: as text.
        compared: both as whole numbers in one unit, actual first.
        banded: what is looked up in a band, as numerator and denominator.
        is_strict: the target itself is not enough (< and >).
    """

    actual: str
    target: str
    compared: tuple[int, int]
    banded: tuple[int, int]
    is_strict: bool = False


def calculation(judgement: Judgement, sides: Sides, weight: int, manner: Manner) -> str:
    """Return the calculation of a score from two numbers."""
    low, high, branch = judgement.low or 0, judgement.high or 0, judgement.branch
    rules, language = manner.rules, manner.language
    values = {
        "actual": sides.actual,
        "target": sides.target,
        "weight": format_points(weight),
        "low": format_points(low),
        "high": format_points(high),
        "range": points_range(low, high, language),
        "relation": _RELATIONS[sides.is_strict].get(branch, ""),
    }
    values |= _steps(branch, sides, weight, high, manner)
    at_limit = sides.is_strict and sides.compared[0] == sides.compared[1]
    key = f"{branch}-at-limit" if at_limit and branch in _RELATIONS[True] else branch
    text = say(f"arithmetic.{key}", language, **values)
    if rules.rate_scale and "product" in values:
        places = str(len(str(rules.rate_scale)) - 3)
        text += say("arithmetic.rate-first", language, places=places)
    return text


def _steps(branch: str, sides: Sides, weight: int, high: int, manner: Manner) -> dict[str, str]:
    """Return the parameters that only this branch's sentence has."""
    rules = manner.rules
    if branch.startswith("over-"):
        return _over(sides, weight, high, manner)
    if branch.startswith("execution-band"):
        return _band(sides, rules.execution_bands)
    writer = _WRITERS.get(branch)
    return {} if writer is None else writer(sides, weight, high, rules)


def _product(ratio: tuple[int, int], quotient: str, stake: Stake, rules: Rules) -> dict[str, str]:
    """Return rate, product and sign; a rate that two decimals cut off is written out."""
    part, whole = ratio
    if rules.rate_scale:
        part = kernels.rounded(part * rules.rate_scale, whole, 1, rules.truncate)
        whole = rules.rate_scale
    factor = percent_text(part, whole) if is_even_percent(part, whole) else quotient
    weight, points = stake
    return {
        "rate": percent_text(part, whole),
        "about": about(ratio, (part, whole)),
        "product": f"{format_points(weight)} × {factor}",
        "sign": _sign(part * weight, whole, points),
    }


def _forward(sides: Sides, weight: int, high: int, rules: Rules) -> dict[str, str]:
    return _product(sides.compared, f"{sides.actual} ÷ {sides.target}", (weight, high), rules)


def _backward(sides: Sides, weight: int, high: int, rules: Rules) -> dict[str, str]:
    actual, target = sides.compared
    return _product((target, actual), f"{sides.target} ÷ {sides.actual}", (weight, high), rules)


def _excess(sides: Sides, weight: int, high: int, rules: Rules) -> dict[str, str]:
    actual, target = sides.compared
    quotient = f"(1 − ({sides.actual} − {sides.target}) ÷ {sides.target})"
    return _product((max(2 * target - actual, 0), target), quotient, (weight, high), rules)


def _deviation(sides: Sides, weight: int, high: int, rules: Rules) -> dict[str, str]:
    actual, target = sides.compared
    left = max(target - abs(actual - target), 0)
    quotient = f"(1 − |{sides.actual} − {sides.target}| ÷ {sides.target})"
    return _product((left, target), quotient, (weight, high), rules)


def _sign(part: int, whole: int, points: int) -> str:
    return "=" if part == points * whole else "≈"


def _passing(sides: Sides, weight: int, high: int, rules: Rules) -> dict[str, str]:
    actual, target = sides.compared
    even = is_even_percent(actual, target)
    above = actual * rules.pass_whole - target * rules.pass_part
    over = target * (rules.pass_whole - rules.pass_part)
    rate = percent_text(actual, target)
    return {
        "rate": rate,
        "about": about(sides.compared, sides.compared),
        "factor": rate if even else f"{sides.actual} ÷ {sides.target}",
        "pass": percent_text(rules.pass_part, rules.pass_whole),
        "sign": _sign(above * weight, over, high),
    }


def _over(sides: Sides, weight: int, high: int, manner: Manner) -> dict[str, str]:
    rules = manner.rules
    first, second = share_text(rules.over_low), share_text(rules.over_high)
    both = say("arithmetic.both", manner.language, first=first, second=second)
    left = 10_000 - rules.over_amount
    return {
        "rate": percent_text(*sides.compared),
        "about": about(sides.compared, sides.compared),
        "line": first if first == second else both,
        "deducted": format_points(rules.over_amount),
        "left": share_text(max(left, 0)),
        "sign": _sign(weight * left, 10_000, high),
    }


def _proportional(sides: Sides, weight: int, _high: int, rules: Rules) -> dict[str, str]:
    """Return what the proportional rule would give beside a stricter one."""
    actual, target = sides.compared
    points = kernels.ratio_points(target, actual, weight, rules)
    sign = _sign(target * weight, actual, points)
    quotient = f"{format_points(weight)} × {sides.target} ÷ {sides.actual}"
    return {"inverse": f"{quotient} {sign} {format_points(points)}"}


def _over_cost(sides: Sides, weight: int, high: int, rules: Rules) -> dict[str, str]:
    """Return what the cost is worth as a ceiling that was passed."""
    if rules.negative == kinds.ZERO:
        return {"ceiling": format_points(0)}
    if rules.negative != kinds.EXCESS:
        return {"ceiling": _proportional(sides, weight, high, rules)["inverse"]}
    actual, target = sides.compared
    points = kernels.exceeded(actual, target, weight, rules)[0]
    worked = _excess(sides, weight, points, rules)
    return {"ceiling": f"{worked['product']} {worked['sign']} {format_points(points)}"}


def _satisfaction(sides: Sides, _weight: int, _high: int, rules: Rules) -> dict[str, str]:
    return _band(sides, rules.satisfaction_bands)


def _band(sides: Sides, bands: Pairs) -> dict[str, str]:
    part, whole = sides.banded
    at_least, share = next(pair for pair in bands if part * 10_000 >= pair[0] * whole)
    return {
        "rate": percent_text(part, whole),
        "about": about(sides.banded, sides.banded),
        "band": share_text(at_least),
        "share": share_text(share),
    }


_RELATIONS: dict[bool, dict[str, str]] = {
    False: {"attained": "≥", "kept": "≤"},
    True: {"attained": ">", "kept": "<", "zero-target-missed": ">"},
}
"""What a value that reached its target is to it, by whether the target is strict."""

Writer = Callable[[Sides, int, int, Rules], dict[str, str]]

_WRITERS: dict[str, Writer] = {
    "proportional": _forward,
    "execution-linear": _forward,
    "execution-capped": _forward,
    "execution-overspent": _forward,
    "inverse": _backward,
    "excess": _excess,
    "deviation": _deviation,
    "above-pass": _passing,
    "under-pass": _passing,
    "exceeded-zero": _proportional,
    "equal-over-cost": _over_cost,
    "satisfaction-band": _satisfaction,
}
