"""Forms along every law of a pack: at its breaks, and between them.

Each law is made of pieces, straight lines or A/B, between the breaks that a pack names. Two such
pieces that agree at both ends and at three places between them are the same, so that these places
are enough to find out where two packs differ, as far as a row of 10 points shows it.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Form, Indicator
from jiheng.model.points import format_points
from jiheng.model.quantity import PER_UNIT
from jiheng.pipeline.prover import witness as forms
from jiheng.pipeline.prover.fault import MONEY, TOTAL, shown_by
from jiheng.rulebook.pack import Pack

TARGET = 90_00
_FAR = 3 * PER_UNIT
_BETWEEN = 4


class Probe(Struct, frozen=True, kw_only=True):
    """One place on one law.

    Attributes:
        law: name of the law.
        form: a form that stands there.
        cell: the score that the law gives; ``total.score`` for the total.
    """

    law: str
    form: Form
    cell: str


def probes(*packs: Pack) -> Iterator[Probe]:
    """Yield forms along every law, at and between the breaks of all these packs."""
    for share in along((0, PER_UNIT, 2 * PER_UNIT, _FAR, *_breaks_above(packs))):
        yield _row("positive", forms.positive(share))
        yield _row("equal", forms.equal(str(PER_UNIT), str(share)))
    for actual in along((0, PER_UNIT, 2 * PER_UNIT, _FAR)):
        yield _row("negative", forms.negative(str(PER_UNIT), str(actual)))
    for rate in along((0, PER_UNIT, *_breaks_of_satisfaction(packs))):
        yield _row("satisfaction", forms.satisfaction(TARGET, rate))
    for rate in along((0, PER_UNIT, _FAR // 2, *_breaks_of_execution(packs))):
        form = forms.witness((), forms.Money(executed=str(rate)))
        yield Probe(law="execution", form=form, cell=MONEY)
        yield Probe(law="total_ceilings", form=form, cell=TOTAL)
    for weight in (5_00, forms.ROW, 20_00):
        row = forms.cost("10", "10")
        yield _row("cost_limit", replace(row, weight=format_points(weight)))
    for phrase in forms.TIERS:
        yield _row("tiers", forms.qualitative(phrase))
    yield from _special()
    for points in sorted({each.at_least for pack in packs for each in pack.grades.value}):
        yield Probe(law="grades", form=forms.of_total(points), cell=TOTAL)


def along(breaks: Iterable[int]) -> Iterator[int]:
    """Yield the breaks and three places between any two neighbours, from the lowest up.

    Example:
        >>> list(along((0, 100, 108)))
        [0, 25, 50, 75, 100, 102, 104, 106, 108]
    """
    ordered = sorted(set(breaks))
    for low, high in pairwise(ordered):
        yield from sorted({low + (high - low) * step // _BETWEEN for step in range(_BETWEEN)})
    yield from ordered[-1:]


def _special() -> Iterator[Probe]:
    yield _row("zero_target", forms.negative("0", "1"))
    yield _row("tiers", forms.dated("2023年11月底前", "2023年12月20日"))
    nothing = forms.witness((), forms.Money(budget="0", executed="0"))
    yield Probe(law="zero_budget", form=nothing, cell=MONEY)


def _row(law: str, row: Indicator) -> Probe:
    form = forms.witness((row,))
    return Probe(law=law, form=form, cell=shown_by(form, (row,))[0])


def _breaks_above(packs: tuple[Pack, ...]) -> Iterator[int]:
    """Return where a completion is scored otherwise."""
    for pack in packs:
        if pack.pass_threshold.value is not None:
            yield pack.pass_threshold.value
        threshold = pack.over_completion.value.threshold
        if threshold is not None:
            yield from (threshold.low, threshold.high, 2 * threshold.high)


def _breaks_of_satisfaction(packs: tuple[Pack, ...]) -> Iterator[int]:
    """Return rates: of bands the rate itself, of a completion its part of the target."""
    yield TARGET
    banded = (pack.satisfaction_bands for pack in packs if pack.satisfaction_bands is not None)
    bands = (band.at_least for each in banded for band in each.value)
    parts = (share * TARGET // PER_UNIT for share in _breaks_above(packs))
    yield from (rate for rate in (*bands, *parts) if rate <= PER_UNIT)


def _breaks_of_execution(packs: tuple[Pack, ...]) -> Iterator[int]:
    for pack in packs:
        yield from (band.at_least for band in pack.execution.value.bands)
        if pack.total_ceilings is not None:
            yield from (ceiling.below for ceiling in pack.total_ceilings.value)
