"""The sentence of one comparison of numbers, for indicators and for money."""

from typing import NamedTuple

from jiheng.model.points import format_points
from jiheng.rulebook.messages import say
from jiheng.scoring import kernels
from jiheng.scoring.figures import is_even_percent, percent_text, points_range, share_text
from jiheng.scoring.judging import Judgement
from jiheng.scoring.rules import Pairs, Rules

_BY_RATE = frozenset({"proportional", "execution-linear", "execution-capped"})


class Sides(NamedTuple):
    """Both sides of a comparison.

    Attributes:
        actual: as text.
        target: as text.
        compared: both as whole numbers in one unit, actual first.
        banded: what is looked up in a band, as numerator and denominator.
    """

    actual: str
    target: str
    compared: tuple[int, int]
    banded: tuple[int, int]


def calculation(judgement: Judgement, sides: Sides, weight: int, rules: Rules) -> str:
    """Return the calculation of a score from two numbers."""
    low, high, branch = judgement.low or 0, judgement.high or 0, judgement.branch
    values = {
        "actual": sides.actual,
        "target": sides.target,
        "weight": format_points(weight),
        "low": format_points(low),
        "high": format_points(high),
        "range": points_range(low, high),
    }
    values |= _steps(branch, sides, weight, high, rules)
    text = say(f"arithmetic.{branch}", **values)
    if rules.rate_scale and "product" in values:
        text += say("arithmetic.rate-first", places=str(len(str(rules.rate_scale)) - 3))
    return text


def _steps(branch: str, sides: Sides, weight: int, high: int, rules: Rules) -> dict[str, str]:
    """Return the parameters that only this branch's sentence has."""
    actual, target = sides.compared
    if branch in _BY_RATE:
        return _product(actual, target, f"{sides.actual} ÷ {sides.target}", weight, high, rules)
    if branch == "inverse":
        return _product(target, actual, f"{sides.target} ÷ {sides.actual}", weight, high, rules)
    if branch == "excess" or branch == "deviation":
        return _left(branch, sides, weight, high, rules)
    if branch in {"above-pass", "under-pass"}:
        return _passing(sides, weight, high, rules)
    if branch.startswith("over-"):
        return _over(sides, weight, high, rules)
    if branch in {"exceeded-zero", "equal-over-cost"}:
        return {"inverse": _inverse(sides, weight, rules)}
    if branch == "satisfaction-band":
        return _band(sides.banded, rules.satisfaction_bands)
    if branch.startswith("execution-band"):
        rate = {"rate": percent_text(actual, target)}
        return rate | _band(sides.banded, rules.execution_bands)
    return {}


def _product(
    part: int, whole: int, quotient: str, weight: int, points: int, rules: Rules
) -> dict[str, str]:
    """Return rate, product and sign; a rate that two decimals cut off is written out."""
    if rules.rate_scale:
        part = kernels.rounded(part * rules.rate_scale, whole, 1, rules.truncate)
        whole = rules.rate_scale
    factor = percent_text(part, whole) if is_even_percent(part, whole) else quotient
    return {
        "rate": percent_text(part, whole),
        "product": f"{format_points(weight)} × {factor}",
        "sign": _sign(part * weight, whole, points),
    }


def _sign(part: int, whole: int, points: int) -> str:
    return "=" if part == points * whole else "≈"


def _left(branch: str, sides: Sides, weight: int, high: int, rules: Rules) -> dict[str, str]:
    actual, target = sides.compared
    left = max(2 * target - actual, 0) if actual > target else actual
    bars = ("(", ")") if branch == "excess" else ("|", "|")
    gap = f"{bars[0]}{sides.actual} − {sides.target}{bars[1]}"
    return _product(left, target, f"(1 − {gap} ÷ {sides.target})", weight, high, rules)


def _passing(sides: Sides, weight: int, high: int, rules: Rules) -> dict[str, str]:
    actual, target = sides.compared
    even = is_even_percent(actual, target)
    above = actual * rules.pass_whole - target * rules.pass_part
    over = target * (rules.pass_whole - rules.pass_part)
    rate = percent_text(actual, target)
    return {
        "rate": rate,
        "factor": rate if even else f"{sides.actual} ÷ {sides.target}",
        "pass": percent_text(rules.pass_part, rules.pass_whole),
        "sign": _sign(above * weight, over, high),
    }


def _over(sides: Sides, weight: int, high: int, rules: Rules) -> dict[str, str]:
    ends = (share_text(rules.over_low), share_text(rules.over_high))
    left = 10_000 - rules.over_amount
    return {
        "rate": percent_text(*sides.compared),
        "line": ends[0] if ends[0] == ends[1] else " 与 ".join(ends),
        "deducted": format_points(rules.over_amount),
        "left": share_text(max(left, 0)),
        "sign": _sign(weight * left, 10_000, high),
    }


def _inverse(sides: Sides, weight: int, rules: Rules) -> str:
    actual, target = sides.compared
    points = kernels.ratio_points(target, actual, weight, rules)
    sign = _sign(target * weight, actual, points)
    quotient = f"{format_points(weight)} × {sides.target} ÷ {sides.actual}"
    return f"{quotient} {sign} {format_points(points)}"


def _band(banded: tuple[int, int], bands: Pairs) -> dict[str, str]:
    part, whole = banded
    for at_least, share in bands:
        if part * 10_000 >= at_least * whole:
            return {"band": share_text(at_least), "share": share_text(share)}
    return {"band": share_text(0), "share": share_text(0)}
