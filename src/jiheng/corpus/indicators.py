"""The indicators of one form, with points and scores that add up."""

from fractions import Fraction
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.sectors import Draft, Drafts, Sector, wording
from jiheng.corpus.style import Style
from jiheng.corpus.values import Setting, Value, some_value
from jiheng.corpus.weights import heading_points, shared_out
from jiheng.model.form import Indicator
from jiheng.model.points import format_points
from jiheng.rulebook.layouts import Group, Layout

_DEFAULT_GROUPS = (
    Group(level1="产出指标", level2=("数量指标", "质量指标", "时效指标", "成本指标")),
    Group(level1="效益指标", level2=("经济效益指标", "社会效益指标", "可持续影响指标")),
    Group(level1="满意度指标", level2=("服务对象满意度指标",)),
)
"""For a form that prints no levels: what a list without them speaks of."""

_FULL_POINTS = 100


class Context(Struct, frozen=True, kw_only=True):
    """What the indicators of one form depend on.

    Attributes:
        execution: points for the money block, in points; 0 where it has none.
    """

    layout: Layout
    sector: Sector
    style: Style
    year: int
    budget: str
    spent: str
    execution: int


class _Place(Struct, frozen=True, kw_only=True):
    """An indicator and the headings above it."""

    level1: str
    level2: str | None
    draft: Draft


def some_indicators(context: Context, dice: Random) -> tuple[Indicator, ...]:
    """Return indicators under the headings of the layout."""
    groups = context.layout.groups or _DEFAULT_GROUPS
    levels = tuple(group.level1 for group in groups)
    whole = _FULL_POINTS - context.execution
    points = heading_points(levels, context.layout.headings, whole)
    used: set[str] = set()
    made: list[Indicator] = []
    for group, share in zip(groups, points, strict=True):
        places = _places(group, share, context, used, dice)
        weights = shared_out(share, len(places), dice)
        made += [
            _indicator(place, weight, share, context, dice)
            for place, weight in zip(places, weights, strict=True)
        ]
    return _under_goals(made, dice) if context.layout.goal.style == "each" else tuple(made)


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


def _places(
    group: Group, share: int, context: Context, used: set[str], dice: Random
) -> list[_Place]:
    seconds: tuple[str | None, ...] = group.level2 or (None,)
    most = max(1, share // 5)
    wanted = [second for second in seconds if len(seconds) == 1 or in_hundred(dice, 80)]
    places: list[_Place] = []
    for second in wanted or seconds[:1]:
        about = second or group.level1
        fresh = [draft for draft in _drafts(about, context) if draft.name not in used]
        count = dice.choice((1, 1, 2, 3) if "数量" in about else (1, 1, 1, 2))
        for draft in dice.sample(fresh, min(count, len(fresh), max(0, most - len(places)))):
            used.add(draft.name)
            places.append(_Place(level1=group.level1, level2=second, draft=draft))
    if places:
        return places
    # Everything that suits the headings is used up: repeat a name rather than leave points over.
    draft = _drafts(seconds[0] or group.level1, context)[0]
    return [_Place(level1=group.level1, level2=seconds[0], draft=draft)]


def _drafts(level2: str, context: Context) -> Drafts:
    """Return the indicators that suit a second level, by what its words speak of."""
    told = context.sector.indicators
    theme = next((theme for theme in told if theme in level2), None)
    drafts = wording().management if theme is None else told[theme]
    if not context.style.tidy:
        return drafts
    # Prices are drawn without a look at counts and money, so that they contradict both.
    return tuple(draft for draft in drafts if draft.kind != "price")


def _indicator(place: _Place, weight: int, share: int, context: Context, dice: Random) -> Indicator:
    style, layout = context.style, context.layout
    setting = Setting(
        year=context.year,
        budget=context.budget,
        spent=context.spent,
        style=style,
        short=in_hundred(dice, 4 if style.rarely_short else 18) and _may_be_short(place, context),
    )
    value = some_value(place.draft, setting, dice)
    score = _scored(weight, value.attained)
    prints_points = bool(layout.headings) or style.prints_points
    return Indicator(
        level1=place.level1,
        level1_printed=layout.heading_words.get(place.level1, place.level1),
        level1_points=str(share) if prints_points else None,
        level2=place.level2,
        name=place.draft.name,
        target=value.target,
        adjusted_target=value.target,
        actual=value.actual,
        weight=format_points(weight),
        score=format_points(score),
        reason=_reason(value, context.sector, dice),
        method=wording().methods[len(place.level1) % len(wording().methods)],
        unit=value.unit,
        nature=_nature(value, layout),
        coefficient=format_points(score * _FULL_POINTS * 100 // weight),
        is_core="是" if in_hundred(dice, 30) else "否",
        deduction=format_points(weight - score),
        review_actual=value.actual,
        review_score=format_points(score),
    )


def _may_be_short(place: _Place, context: Context) -> bool:
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


def _reason(value: Value, sector: Sector, dice: Random) -> str | None:
    if value.attained < 1:
        ending = dice.choice(("。", "", "；"))
        measure = dice.choice(wording().measures)
        return f"{dice.choice(sector.reasons)}；{measure}{ending.removesuffix('；')}"
    if value.exceeds:
        return dice.choice(wording().over_reasons)
    return None
