"""The indicators of one form, with points and scores that add up."""

import re
from collections.abc import Callable
from fractions import Fraction
from random import Random

from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.places import DEFAULT_GROUPS, Context, Place, some_places
from jiheng.corpus.sectors import Sector, wording
from jiheng.corpus.values import Setting, Value, some_value
from jiheng.corpus.weights import heading_points, shared_out
from jiheng.model.form import Indicator
from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.layouts import Layout

_FULL_POINTS = 100
_WAN = 10_000
Values = Callable[[str], Random]
"""The dice for one indicator's values, by its name."""

_NUMBERS = re.compile(r"(\d+(?:\.\d+)?)(万?)")


def some_indicators(context: Context, dice: Random, values: Values) -> tuple[Indicator, ...]:
    """Return indicators under the headings of the layout."""
    groups = context.layout.groups or DEFAULT_GROUPS
    levels = tuple(group.level1 for group in groups)
    whole = _FULL_POINTS - context.execution
    points = heading_points(levels, context.layout.headings, whole)
    used: set[str] = set()
    made: list[Indicator | Place] = []
    for group, share in zip(groups, points, strict=True):
        places = some_places(group, share, context, used, dice)
        weights = shared_out(share, len(places), dice)
        for place, weight in zip(places, weights, strict=True):
            given = replace(place, weight=weight, share=share)
            is_price = place.draft.kind == "price"
            made.append(given if is_price else _indicator(given, context, values(place.draft.name)))
    rows = _with_prices(made, context, values)
    return _under_goals(rows, dice) if context.layout.goal.style == "each" else tuple(rows)


def _with_prices(
    made: list[Indicator | Place], context: Context, values: Values
) -> list[Indicator]:
    """Return the indicators, the prices drawn last: the money pays them for all that is counted.

    Where it cannot, what was spent stands in place of the price.
    """
    known = [row for row in made if isinstance(row, Indicator)]
    most = _highest_price(known, len(made) - len(known), context)
    sums = iter(wording().sums)
    rows: list[Indicator] = []
    for row in made:
        if isinstance(row, Indicator):
            rows.append(row)
            continue
        is_paid = row.draft.low <= most
        place = row if is_paid else replace(row, draft=next(sums))
        rows.append(_indicator(place, context, values(place.draft.name), most))
    return rows


def _highest_price(known: list[Indicator], prices: int, context: Context) -> int:
    """Return what each of so many prices may be, in yuan, for the largest of the numbers."""
    texts = (text for row in known for text in (row.target, row.actual) if text)
    found = (number for text in texts for number in _NUMBERS.findall(text))
    largest = max((Fraction(number) * (_WAN if wan else 1) for number, wan in found), default=1)
    yuan = Fraction(context.spent) * _WAN
    return int(yuan * 9 / (10 * max(1, prices) * max(1, largest)))


def _under_goals(made: list[Indicator], dice: Random) -> tuple[Indicator, ...]:
    """Return the indicators shared out among two goals, each with its own rows and headings.

    Where all fall to one goal it is the form's only one, and none of them points to it.
    """
    goals: list[int | None] = [min(number, dice.randrange(2)) for number in range(len(made))]
    if not any(goals):
        goals = [None] * len(made)
    shared = [
        replace(item, goal=goal, level1_points=None) for item, goal in zip(made, goals, strict=True)
    ]
    return tuple(sorted(shared, key=lambda item: item.goal or 0))


def _indicator(place: Place, context: Context, dice: Random, most: int | None = None) -> Indicator:
    style, layout = context.style, context.layout
    setting = Setting(
        year=context.year,
        budget=context.budget,
        spent=context.spent,
        style=style,
        short=in_hundred(dice, 4 if style.rarely_short else 18) and _may_be_short(place, context),
        most=most,
    )
    value = some_value(place.draft, setting, dice)
    earned = _scored(place.weight, value.attained)
    prints_points = bool(layout.headings) or style.prints_points
    row = Indicator(
        level1=place.level1,
        level1_printed=layout.heading_words.get(place.level1, place.level1),
        level1_points=str(place.share) if prints_points else None,
        level2=place.level2,
        name=place.draft.name,
        target=value.target,
        adjusted_target=value.target,
        actual=value.actual,
        weight=format_points(place.weight),
        reason=_reason(value, context.sector, dice),
        method=wording().methods[len(place.level1) % len(wording().methods)],
        unit=value.unit,
        nature=_nature(value, layout),
        is_core="是" if in_hundred(dice, 30) else "否",
        review_actual=value.actual,
    )
    return with_score(row, earned)


def with_score(row: Indicator, score: int) -> Indicator:
    """Return an indicator with a score, in 1/100 point, and all that follows from it."""
    weight = parse_points(row.weight) or 0
    return replace(
        row,
        score=format_points(score),
        coefficient=format_points(score * _FULL_POINTS * 100 // weight) if weight else None,
        deduction=format_points(weight - score),
        review_score=format_points(score),
    )


def _may_be_short(place: Place, context: Context) -> bool:
    """Whether a target may be missed: a tidy form misses only what every rule scores alike."""
    if not context.style.tidy:
        return True
    has_tiers_of_cost = any(group.level1 == "成本指标" for group in context.layout.groups)
    return place.draft.kind in {"count", "bound"} and not has_tiers_of_cost


def _nature(value: Value, layout: Layout) -> str:
    """Return the operator, or what kind of indicator it is, as the layout wants it."""
    if layout.nature_holds == "operator":
        return value.operator or "定性"
    return "定量" if value.unit else "定性"


def _scored(weight: int, attained: Fraction) -> int:
    """Return the points earned, in 1/100 point, rounded half up."""
    share = weight * attained
    return (2 * share.numerator + share.denominator) // (2 * share.denominator)


def shortfall_reason(sector: Sector, dice: Random) -> str:
    """Return why a target was missed, and what is done about it."""
    ending = dice.choice(("。", "", "；"))
    measure = dice.choice(wording().measures)
    return f"{dice.choice(sector.reasons)}；{measure}{ending.removesuffix('；')}"


def _reason(value: Value, sector: Sector, dice: Random) -> str | None:
    if value.attained < 1:
        return shortfall_reason(sector, dice)
    if value.exceeds:
        return dice.choice(wording().over_reasons)
    return None
