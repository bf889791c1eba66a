"""A resolved rule pack: every value beside the place where it was read.

Points are in 1/100 point; shares and ratios in 1/10,000 (1 = 100 %).
"""

from typing import Generic, Literal, TypeAlias, TypeVar

from msgspec import Struct

from jiheng.model.audit import Severity
from jiheng.model.citation import Citation
from jiheng.rulebook.limits import Ceiling, CostLimit
from jiheng.rulebook.phrases import Original

T = TypeVar("T")

MoneyBase: TypeAlias = Literal["initial", "adjusted"]
"""The budget that a rate divides by: the year's first one, or the one it ended with."""


class Sourced(Struct, Generic[T], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value and where it comes from."""

    value: T
    source: Citation


class Threshold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ratio known only within bounds; both ends are equal where it is known exactly.

    Attributes:
        low: the rule was seen not to apply at this ratio.
        high: the rule was seen to apply at this ratio.
    """

    low: int
    high: int


class Band(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From this ratio on (inclusive), this share of the weight."""

    at_least: int
    share: int


class Execution(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the budget execution rate is scored.

    Attributes:
        kind: linear: rate × weight; bands: the first band whose ``at_least`` is reached.
        capped: never more than the weight.
        done_is_full: a finished project that stayed within its budget gets full marks whatever the
            rate; since a form does not say whether it is finished, the score is then an interval.
    """

    kind: Literal["linear", "bands"]
    capped: bool = True
    done_is_full: bool = False
    bands: tuple[Band, ...] = ()


class OverCompletion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What happens to a positive indicator far above its target.

    Attributes:
        threshold: actual / target from which it applies; None when the rule names none.
        action: none; reason: full marks but a reason is asked; deduct-points; deduct-share;
            judgement: anything from 0 to the weight, by the reviewer.
        amount: points or share to deduct.
    """

    threshold: Threshold | None
    action: Literal["none", "reason", "deduct-points", "deduct-share", "judgement"]
    amount: int = 0


class TierBand(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Shares of the weight that one tier of a qualitative indicator may get.

    Attributes:
        lowest: share, included when ``lowest_included``.
        highest: share; included in the highest tier only.
    """

    tier: Literal["met", "partly", "unmet"]
    lowest: int
    highest: int
    lowest_included: bool = True
    highest_included: bool = False


class Rounding(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a score is rounded.

    Attributes:
        order: score-only: once, at the end; rate-first: the rate to ``rate_places`` decimals of a
            percent, then the score.
    """

    mode: Literal["half-up", "truncate"]
    places: int
    order: Literal["score-only", "rate-first"]
    rate_places: int = 2


class Tolerance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Differences that are not told: points in 1/100 point, rates in 1/10,000."""

    points: int
    rate: int


class Reasons(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a written reason is asked for.

    Attributes:
        rate_below: execution rate under which a reason is asked, None for never.
        cited: the pack cites a text for it, so that its absence is an error.
    """

    rate_below: int | None
    cited: bool = False


class Grade(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A grade from this many points on (half-open upwards).

    Attributes:
        below: points from which it no longer holds; None where it reaches to full marks.
    """

    name: str
    at_least: int
    below: int | None = None
    synonyms: tuple[str, ...] = ()


class Weights(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Points by level-1 heading.

    Attributes:
        execution: points of the budget execution rate; None where they are not known.
        total: what all weights add up to, execution included.
        level1: empty where they are not known.
    """

    execution: int | None = None
    total: int
    level1: dict[str, int] = {}

    @property
    def known(self) -> int:
        """What the known weights add up to."""
        return (self.execution or 0) + sum(self.level1.values())

    @property
    def is_whole(self) -> bool:
        """Whether all weights are known, so that they must add up to the total."""
        return self.execution is not None and bool(self.level1)


class Pack(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rules of one place and time.

    Attributes:
        lineage: ids of the packs it extends, nearest first.
        places: names that mark the place in titles and unit names.
        layouts: layouts that belong to it.
        titles: words of the form's title that mark it where the layout was not recognised.
        weights: None where the place fixes none.
        money_base: the budget that a rate divides by.
        equal: how an ``=`` indicator is scored: as a positive one, as an exact standard (met or
            0), or by deviation on either side.
        no_operator: whether the printed rule speaks of values without operator.
        negative: inverse: A/B; excess: 1 − (B − A)/A, 0 from 2A on; zero: 0 once exceeded.
        pass_threshold: completion under which a quantitative indicator gets 0; None where there
            is none.
        above_pass: from the threshold on, from 0 to full (rescaled, as where nothing is said), or
            the completion itself (ratio).
        satisfaction: like any positive indicator, or by its own bands.
        zero_target: score when the target is 0 and the ratio undefined.
        zero_budget: what a rate over a budget of 0 gives.
        total_ceilings: most points of the total, by execution rate; None where there are none.
        cost_limit: most points of a cost indicator; None where there is no such limit.
        checks: severities that differ from the catalogue's, by code; "off" silences one.
        silent: what the printed rule leaves open, as sentences for the report, by the value that
            they are about.
    """

    id: str
    title: str
    version: str
    lineage: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    layouts: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    weights: Sourced[Weights] | None = None
    money_base: Sourced[MoneyBase]
    execution: Sourced[Execution]
    negative: Sourced[Literal["inverse", "excess", "zero"]]
    equal: Sourced[Literal["as-positive", "exact", "deviation"]]
    no_operator: Sourced[Literal["infer", "silent"]]
    pass_threshold: Sourced[int | None]
    above_pass: Sourced[Literal["rescaled", "ratio"]] | None = None
    over_completion: Sourced[OverCompletion]
    tiers: Sourced[tuple[TierBand, ...]]
    satisfaction: Sourced[Literal["as-positive", "bands"]]
    satisfaction_bands: Sourced[tuple[Band, ...]] | None = None
    zero_target: Sourced[Literal["met-or-zero", "not-applicable"]]
    zero_budget: Sourced[Literal["not-applicable", "full", "zero"]]
    rounding: Sourced[Rounding]
    tolerance: Sourced[Tolerance]
    reasons: Sourced[Reasons]
    total_ceilings: Sourced[tuple[Ceiling, ...]] | None = None
    cost_limit: Sourced[CostLimit] | None = None
    grades: Sourced[tuple[Grade, ...]]
    checks: dict[str, Sourced[Severity | Literal["off"]]] = {}
    silent: dict[str, Sourced[str]] = {}

    @property
    def named(self) -> Original:
        """The title, translated where the pack comes with Jiheng."""
        return Original(kind="pack.title", text=self.title)

    @property
    def open_points(self) -> tuple[Original, ...]:
        """What the printed rule leaves open, translated where the sentence is one of ours."""
        return tuple(Original(kind="pack.silent", text=each.value) for each in self.silent.values())

    @property
    def is_verified(self) -> bool:
        """Whether somebody read the source of every value."""
        return not self.unverified

    @property
    def unverified(self) -> tuple[str, ...]:
        """Names of the values whose source nobody has read."""
        return tuple(
            name
            for name in self.__struct_fields__
            if isinstance(value := getattr(self, name), Sourced) and not value.source.verified
        )


def grades_at(points: int, grades: tuple[Grade, ...]) -> tuple[str, ...]:
    """Return the names of the grades that hold a score in 1/100 point: one in a sound pack."""
    return tuple(
        grade.name
        for grade in grades
        if points >= grade.at_least and (grade.below is None or points < grade.below)
    )


def grade_of(points: int, grades: tuple[Grade, ...]) -> str | None:
    """Return the name of the grade of a score in 1/100 point, or None where none holds it."""
    return next(iter(grades_at(points, grades)), None)


def grades_between(low: int, high: int, grades: tuple[Grade, ...]) -> tuple[str, ...]:
    """Return every grade that a score from low to high can have, the lowest first."""
    touched = (
        grade
        for grade in grades
        if grade.at_least <= high and (grade.below is None or low < grade.below)
    )
    return tuple(grade.name for grade in sorted(touched, key=lambda grade: grade.at_least))
