"""A rule pack as plain integers, the only parameters that the kernels take."""

from typing import NamedTuple

from jiheng.rulebook.pack import Band, OverCompletion, Pack, TierBand

BANDS = 8
"""Bands are padded to this many pairs, so that compiled code sees one shape."""

WHOLE = 10_000
"""A share or ratio of 1."""

NO_LIMIT = 10**18
"""More points than any form has, were each of its weights as long as a number may be."""

EXECUTION_KINDS = ("linear", "bands")
NEGATIVE_KINDS = ("inverse", "excess", "zero")
EQUAL_KINDS = ("as-positive", "exact", "deviation")
OVER_ACTIONS = ("none", "reason", "deduct-points", "deduct-share", "judgement")
TIERS = ("met", "partly", "unmet")
SATISFACTION_KINDS = ("as-positive", "bands")
ZERO_TARGET_KINDS = ("met-or-zero", "not-applicable")
ZERO_BUDGET_KINDS = ("not-applicable", "full", "zero")

# The kinds that kernels ask for, by position.
BY_BANDS = 1
EXCESS, ZERO = 1, 2
EXACT, DEVIATION = 1, 2
REASON, DEDUCT_POINTS, DEDUCT_SHARE = 1, 2, 3
SATISFACTION_BANDS = 1
MET_OR_ZERO = 0
BUDGET_FULL, BUDGET_ZERO = 1, 2

Pairs = tuple[tuple[int, int], ...]


class Rules(NamedTuple):
    """The numbers of one pack; a kind is its position in the tuple of its name.

    Attributes:
        step: the smallest difference between two scores, in 1/100 point.
        truncate: 1 to cut off, 0 to round half up.
        rate_scale: the rate is first rounded to 1/rate_scale; 0 where it is not.
        execution_bands: (at least, share) from the highest down, in 1/10,000.
        pass_part: the pass threshold is pass_part / pass_whole, in lowest terms; 0 for none.
        pass_ratio: 1 where completion above the threshold counts itself, 0 where what is above it.
        over_low: ratio at which over-completion was seen not to count, in 1/10,000.
        over_high: ratio at which it was seen to count; -1 where there is no threshold.
        over_amount: 1/100 point or 1/10,000 of the weight, by the action.
        ceilings: (rate below, most points of the total), padded with pairs that hold for no rate.
        cost_limit: most points of a cost indicator; ``NO_LIMIT`` where there is none.
        cost_limit_is_sure: 1 where it holds for every cost indicator, 0 where only for some.
        tiers: lowest and highest share of met, partly, unmet, and whether each end is included.
    """

    step: int
    truncate: int
    rate_scale: int
    execution: int
    capped: int
    done_is_full: int
    execution_bands: Pairs
    negative: int
    equal: int
    pass_part: int
    pass_whole: int
    pass_ratio: int
    over_low: int
    over_high: int
    over_action: int
    over_amount: int
    tiers: tuple[tuple[int, int, int, int], ...]
    satisfaction: int
    satisfaction_bands: Pairs
    zero_target: int
    zero_budget: int
    ceilings: Pairs
    cost_limit: int
    cost_limit_is_sure: int


def rules_of(pack: Pack) -> Rules:
    """Return the pack's numbers for the kernels."""
    rounding, execution = pack.rounding.value, pack.execution.value
    over = pack.over_completion.value
    over_low, over_high = _threshold(over)
    part, whole = _lowest_terms(pack.pass_threshold.value or 0)
    bands = () if pack.satisfaction_bands is None else pack.satisfaction_bands.value
    return Rules(
        step=10 ** (2 - rounding.places),
        truncate=int(rounding.mode == "truncate"),
        rate_scale=10 ** (2 + rounding.rate_places) if rounding.order == "rate-first" else 0,
        execution=EXECUTION_KINDS.index(execution.kind),
        capped=int(execution.capped),
        done_is_full=int(execution.done_is_full),
        execution_bands=_padded(execution.bands),
        negative=NEGATIVE_KINDS.index(pack.negative.value),
        equal=EQUAL_KINDS.index(pack.equal.value),
        pass_part=part,
        pass_whole=whole,
        pass_ratio=int(pack.above_pass is not None and pack.above_pass.value == "ratio"),
        over_low=over_low,
        over_high=over_high,
        over_action=OVER_ACTIONS.index(over.action),
        over_amount=over.amount,
        tiers=_tiers(pack.tiers.value),
        satisfaction=SATISFACTION_KINDS.index(pack.satisfaction.value),
        satisfaction_bands=_padded(bands),
        zero_target=ZERO_TARGET_KINDS.index(pack.zero_target.value),
        zero_budget=ZERO_BUDGET_KINDS.index(pack.zero_budget.value),
        ceilings=_ceilings(pack),
        cost_limit=NO_LIMIT if pack.cost_limit is None else pack.cost_limit.value.points,
        cost_limit_is_sure=int(pack.cost_limit is None or not pack.cost_limit.value.default_rows),
    )


def _ceilings(pack: Pack) -> Pairs:
    rows = () if pack.total_ceilings is None else pack.total_ceilings.value
    pairs = tuple((row.below, row.most) for row in rows)
    return pairs + ((0, NO_LIMIT),) * (BANDS - len(pairs))


def _threshold(over: OverCompletion) -> tuple[int, int]:
    if over.threshold is None:
        return -1, -1
    return over.threshold.low, over.threshold.high


def _lowest_terms(share: int) -> tuple[int, int]:
    """Keep the products of the compiled path small: 6000/10000 becomes 3/5."""
    part, whole = share, WHOLE
    while whole:
        part, whole = whole, part % whole
    return share // part, WHOLE // part


def _padded(bands: tuple[Band, ...]) -> Pairs:
    pairs = tuple((band.at_least, band.share) for band in bands)
    last = (0, pairs[-1][1] if pairs else 0)
    return pairs + (last,) * (BANDS - len(pairs))


def _tiers(bands: tuple[TierBand, ...]) -> tuple[tuple[int, int, int, int], ...]:
    by_name = {band.tier: band for band in bands}
    ordered = tuple(by_name[tier] for tier in ("met", "partly", "unmet"))
    return tuple(
        (band.lowest, band.highest, int(band.lowest_included), int(band.highest_included))
        for band in ordered
    )
