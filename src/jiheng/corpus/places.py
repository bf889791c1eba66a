"""Which indicators a form has under its headings, before anything is said of them."""

from random import Random

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.sectors import Draft, Drafts, Sector, wording
from jiheng.corpus.style import Style
from jiheng.rulebook.layouts import Group, Layout

DEFAULT_GROUPS = (
    Group(level1="产出指标", level2=("数量指标", "质量指标", "时效指标", "成本指标")),
    Group(level1="效益指标", level2=("经济效益指标", "社会效益指标", "可持续影响指标")),
    Group(level1="满意度指标", level2=("服务对象满意度指标",)),
)
"""For a form that prints no levels: what a list without them speaks of."""

_MOST_POINTS = 25
"""More than these on each indicator of a group, and it gets another."""

_ALWAYS = ("数量", "质量")
"""What every form has indicators of, where its headings speak of it."""


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


class Place(Struct, frozen=True, kw_only=True):
    """An indicator and the headings above it.

    Attributes:
        weight: its points, in 1/100 point.
        share: the points of its first level, in points.
    """

    level1: str
    level2: str | None
    draft: Draft
    weight: int = 0
    share: int = 0


def some_places(
    group: Group, share: int, context: Context, used: set[str], dice: Random
) -> list[Place]:
    """Return the indicators of one first level, none of which is used yet."""
    seconds: tuple[str | None, ...] = group.level2 or (None,)
    most = max(1, share // 5)
    wanted = [
        second
        for second in seconds
        if len(seconds) == 1 or in_hundred(dice, 80) or _is_expected(second)
    ]
    places: list[Place] = []
    for second in wanted or seconds[:1]:
        about = second or group.level1
        fresh = [draft for draft in _drafts(about, context) if draft.name not in used]
        count = dice.choice((1, 1, 2, 3) if "数量" in about else (1, 1, 1, 2))
        for draft in dice.sample(fresh, min(count, len(fresh), max(0, most - len(places)))):
            used.add(draft.name)
            places.append(Place(level1=group.level1, level2=second, draft=draft))
    if places:
        return places + _more(places, share, context, used)
    # Everything that suits the headings is used up: repeat a name rather than leave points over.
    draft = _drafts(seconds[0] or group.level1, context)[0]
    return [Place(level1=group.level1, level2=seconds[0], draft=draft)]


def _is_expected(level2: str | None) -> bool:
    return any(theme in (level2 or "") for theme in _ALWAYS)


def _more(places: list[Place], share: int, context: Context, used: set[str]) -> list[Place]:
    """Return further indicators until none has to carry too many points."""
    missing = -(-share // _MOST_POINTS) - len(places)
    fresh = (
        replace(place, draft=draft)
        for place in places
        for draft in _drafts(place.level2 or place.level1, context)
        if draft.name not in used
    )
    added: list[Place] = []
    for place in fresh:
        if len(added) >= missing:
            break
        if place.draft.name not in used:
            used.add(place.draft.name)
            added.append(place)
    return added


def _drafts(level2: str, context: Context) -> Drafts:
    """Return the indicators that suit a second level, by what its words speak of."""
    told = context.sector.indicators
    theme = next((theme for theme in told if theme in level2), None)
    drafts = wording().management if theme is None else told[theme]
    if not context.style.tidy:
        return drafts
    # A price is drawn to fit the money; what is planted beside it may not.
    return tuple(draft for draft in drafts if draft.kind != "price")
