"""The calculation of an indicator's score as one would write it on paper."""

from jiheng.model.points import format_points
from jiheng.model.quantity import Operator, Quantity
from jiheng.rulebook.messages import say
from jiheng.scoring.branches import BRANCH_NAMES, TWO_READINGS
from jiheng.scoring.calculation import Manner, Sides, calculation
from jiheng.scoring.coding import hundred_percent
from jiheng.scoring.figures import points_range, quantity_text, share_text
from jiheng.scoring.judging import Judgement
from jiheng.scoring.rules import TIERS
from jiheng.scoring.understanding import Understood

_SIGNS: dict[Operator, str] = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<", "eq": "=", "approx": "≈"}

_AS_POSITIVE = frozenset({"attained", "proportional", "above-pass", "under-pass"})
_BY_THE_DAY = frozenset({"date-reached", "date-late", "date-open"})


def arithmetic(
    understood: Understood, judgement: Judgement, weight: int | None, manner: Manner
) -> str:
    """Return an indicator's calculation as a sentence.

    Args:
        understood: its values.
        judgement: what the rule gave.
        weight: points at stake, in 1/100 point.
        manner: the rules, and in which language.
    """
    if judgement.base is None:
        return _unlimited(understood, judgement, weight, manner)
    low, high, language = judgement.low or 0, judgement.high or 0, manner.language
    values = {
        "line": format_points(manner.rules.cost_limit),
        "range": points_range(low, high, language),
    }
    text = _unlimited(understood, judgement.base, weight, manner)
    return text + say(f"arithmetic.{judgement.branch}", language, **values)


def _unlimited(
    understood: Understood, judgement: Judgement, weight: int | None, manner: Manner
) -> str:
    """Return the calculation of a score on which no limit was put."""
    language = manner.language
    if judgement.low is None or judgement.high is None or weight is None:
        return say(f"arithmetic.{judgement.branch}", language)
    if judgement.branch == "date-reached" and understood.repeats_target:
        return _in_words(understood, judgement, "date-same", weight, manner)
    if judgement.compared is None:
        return _in_words(understood, judgement, judgement.branch, weight, manner)
    if judgement.branch == "kept" and understood.direction == understood.actual.op == "lt":
        return _in_words(understood, judgement, "kept-as-printed", weight, manner)
    text = calculation(judgement, _sides(understood, judgement.compared), weight, manner)
    if understood.direction == "eq" and judgement.branch in _AS_POSITIVE:
        text += say("arithmetic.equal-as-positive", language)
    if understood.printed or understood.direction is None:
        return text
    key = "arithmetic.inferred-silent" if manner.silent else "arithmetic.inferred"
    return text + say(key, language, operator=_SIGNS[understood.direction])


def _sides(understood: Understood, compared: tuple[int, int]) -> Sides:
    actual, target = _texts(understood.actual, understood.target)
    return Sides(
        actual=actual,
        target=target,
        compared=compared,
        banded=(compared[0], hundred_percent(understood)),
        is_strict=understood.direction in {"lt", "gt"},
    )


def _texts(actual: Quantity, target: Quantity) -> tuple[str, str]:
    """Units stand only where they differ."""
    differ = actual.unit != target.unit
    return quantity_text(actual, with_unit=differ), quantity_text(target, with_unit=differ)


def _in_words(
    understood: Understood, judgement: Judgement, branch: str, weight: int, manner: Manner
) -> str:
    low, high, language = judgement.low or 0, judgement.high or 0, manner.language
    values = {
        "actual_raw": understood.actual.raw.strip(),
        "target_raw": understood.target.raw.strip(),
        "weight": format_points(weight),
        "high": format_points(high),
        "range": points_range(low, high, language),
    }
    name = branch.removeprefix("tier-")
    if name in TIERS:
        lowest, highest, _, _ = manner.rules.tiers[TIERS.index(name)]
        values |= {"lowest": share_text(lowest), "highest": share_text(highest)}
        if name == "met" and understood.actual.kind != "tier":
            branch = "tier-same"
    if branch == BRANCH_NAMES[TWO_READINGS]:
        values["readings"] = _readings(understood, language)
    text = say(f"arithmetic.{branch}", language, **values)
    is_impossible = any("impossible-date" in side.flags for side in _pair(understood))
    if is_impossible and branch in _BY_THE_DAY:
        text += say("arithmetic.impossible-date", language)
    return text


def _pair(understood: Understood) -> tuple[Quantity, Quantity]:
    return understood.actual, understood.target


def _readings(understood: Understood, language: str) -> str:
    """Return both readings: 0.2% 对 5% 或 20% 对 5%."""
    shown = [_texts(*_pair(each)) for each in understood.readings]
    first, second, *_ = (
        say("arithmetic.value-beside", language, actual=actual, target=target)
        for actual, target in shown
    )
    return say("arithmetic.either", language, first=first, second=second)
