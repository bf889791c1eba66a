"""How well the cells of one row agree with each other: rate, coefficient, deduction, units."""

import re
from collections.abc import Mapping
from decimal import Decimal

from jiheng.quantities import parse
from jiheng.rulebook.headings import without_blanks

AGREES, DISAGREES = -1.0, 3.0
_ALIKE = -0.4
_RATE_SLACK, _POINTS_SLACK = Decimal("0.6"), Decimal("0.06")
_WHOLE = Decimal(100)
_MOST_WEIGHT = 40
_FAR = 10
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,9})?")

_SIGNS = frozenset("≥≤><=≧≦═⩾⩽＞＜＝")

Texts = Mapping[str, str]
"""The texts of a row by role."""


def money_odds(texts: Texts) -> float:
    """Return the price of a money line that contradicts itself; below 0 when it agrees."""
    first, full, executed, rate, weight, score = (
        _number(texts.get(role))
        for role in ("initial_budget", "adjusted_budget", "executed", "rate", "weight", "score")
    )
    budget = first if full is None else full
    odds = _alike(texts, ("initial_budget", "adjusted_budget", "executed"))
    if budget is not None and executed is not None:
        odds += _rate_odds(budget, executed, rate)
        odds += 1.0 if executed > budget else 0.0
    if first is not None and full is not None:
        odds += _ALIKE if first == full else 0.0
        odds += 1.0 if max(first, full) > _FAR * min(first, full) > 0 else 0.0
    if weight is not None and score is not None and rate is not None:
        share = min(rate, _WHOLE) / _WHOLE
        odds += -0.5 if abs(weight * share - score) <= _POINTS_SLACK else 0.5
        odds += DISAGREES if score > weight else 0.0
    return odds + (1.0 if weight is not None and weight > _MOST_WEIGHT else 0.0)


def _rate_odds(budget: Decimal, executed: Decimal, rate: Decimal | None) -> float:
    if rate is None:
        return 0.0
    if not budget:
        return DISAGREES if rate and executed else 0.0
    shown = executed / budget * _WHOLE
    return AGREES if abs(shown - rate) <= _RATE_SLACK else DISAGREES


def _alike(texts: Texts, roles: tuple[str, ...]) -> float:
    """Return the price of amounts that are printed with different numbers of decimals."""
    decimals = {
        len(text.partition(".")[2])
        for role in roles
        if (text := texts.get(role)) and _NUMBER.fullmatch(text)
    }
    return 0.4 * max(0, len(decimals) - 1)


def indicator_odds(texts: Texts) -> float:
    """Return the price of an indicator's row that contradicts itself; below 0 when it agrees."""
    odds = _unit_odds(texts) + _points_odds(texts)
    for own, other in (("actual", "review_actual"), ("score", "review_score")):
        odds += _ALIKE if own in texts and texts[own] == texts.get(other) else 0.0
    if texts.get("nature") in _SIGNS and "unit" not in texts:
        odds += 1.2
    return odds + (2.0 if texts.get("nature") == "定性" and "unit" in texts else 0.0)


def _points_odds(texts: Texts) -> float:
    """Return the price of a score that does not follow from the weight."""
    weight, score = _number(texts.get("weight")), _number(texts.get("score"))
    if weight is None or score is None:
        return 0.0
    if score > weight:
        return DISAGREES
    coefficient, deduction = _number(texts.get("coefficient")), _number(texts.get("deduction"))
    if coefficient is not None:
        is_product = abs(weight * coefficient / _WHOLE - score) <= _POINTS_SLACK
        return AGREES if is_product else 1.0
    if deduction is not None:
        return AGREES if weight - deduction == score else 1.0
    attained = _attained(texts)
    if attained is not None and abs(weight * attained - score) <= _POINTS_SLACK:
        return AGREES
    return _ALIKE if weight == score else 0.0


def _attained(texts: Texts) -> Decimal | None:
    """Return the share of the target that was attained, as far as plain numbers say."""
    target, actual = parse(texts.get("target")), parse(texts.get("actual"))
    if not target.amount or not actual.amount or actual.amount <= 0 or target.amount <= 0:
        return None
    return min(Decimal(actual.amount) / Decimal(target.amount), Decimal(1))


def _unit_odds(texts: Texts) -> float:
    """Return less than 0 when target and actual are of one unit."""
    values = [
        parse(texts[role])
        for role in ("target", "adjusted_target", "actual", "review_actual")
        if texts.get(role)
    ]
    units = [value.unit for value in values if value.unit]
    if "unit" in texts:
        units.append(texts["unit"])
    return _ALIKE * (len(units) - len(set(units)))


def _number(text: str | None) -> Decimal | None:
    plain = without_blanks(text or "").rstrip("%分").replace(",", "")
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None
