"""One fact that two rules of a pack treat, or that one of them turns upside down."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.model.points import format_points
from jiheng.model.quantity import PER_UNIT
from jiheng.pipeline.prover import witness as forms
from jiheng.pipeline.prover.fault import MONEY, TOTAL, Fault, Proof, shown_by
from jiheng.pipeline.prover.lists import at_rate
from jiheng.rulebook.pack import Band, Pack
from jiheng.scoring.figures import share_text
from jiheng.scoring.rules import NO_LIMIT
from jiheng.scoring.score import score_form

Banded = Literal["execution", "satisfaction_bands"]


def _bands(pack: Pack) -> Iterator[tuple[Banded, str, tuple[Band, ...]]]:
    """Yield the lists of bands that the pack uses, each with its path."""
    yield "execution", "execution.value.bands", pack.execution.value.bands
    if pack.satisfaction_bands is not None and pack.satisfaction.value == "bands":
        yield "satisfaction_bands", "satisfaction_bands.value", pack.satisfaction_bands.value


def more_than_the_weight(pack: Pack) -> Iterator[Fault]:
    """Yield rules that give more than the weight, which the checks call an error."""
    if pack.execution.value.kind == "linear" and not pack.execution.value.capped:
        yield Fault(
            name="more-than-the-weight",
            severity="warning",
            about=("execution.value.capped",),
            values={"points": format_points(forms.ROW * 12 // 10)},
            witness=forms.witness((), forms.Money(executed="12000", score="12")),
            cells=(MONEY,),
        )
    for field, path, bands in _bands(pack):
        for index, band in enumerate(bands):
            if band.share > PER_UNIT:
                form, cells = at_rate(field, band.at_least)
                yield Fault(
                    name="more-than-the-weight",
                    severity="warning",
                    about=(f"{path}[{index}]",),
                    values={"points": format_points(forms.ROW * band.share // PER_UNIT)},
                    witness=form,
                    cells=cells,
                )


def better_pays_less(pack: Pack) -> Iterator[Fault]:
    """Yield bands that give less than a band under them."""
    for field, path, bands in _bands(pack):
        for index, (upper, lower) in enumerate(pairwise(bands)):
            if upper.share < lower.share and upper.at_least > lower.at_least:
                form, cells = at_rate(field, upper.at_least)
                yield Fault(
                    name="better-pays-less",
                    severity="warning",
                    about=(f"{path}[{index}]", f"{path}[{index + 1}]"),
                    values={
                        "better": share_text(upper.at_least),
                        "less": share_text(upper.share),
                        "worse": share_text(lower.at_least),
                        "more": share_text(lower.share),
                    },
                    witness=form,
                    cells=cells,
                )


def paid_under_the_pass_line(pack: Pack) -> Iterator[Fault]:
    """Yield satisfaction bands that pay for what the pass line gives nothing for.

    With a target of 100 % the rate is the completion, so that both rules speak of one number.
    """
    line, banded = pack.pass_threshold.value, pack.satisfaction_bands
    if line is None or banded is None or pack.satisfaction.value != "bands":
        return
    for index, band in enumerate(banded.value):
        if band.at_least < line and band.share > 0:
            rate = (band.at_least + line) // 2
            rows = (forms.positive(rate), forms.satisfaction(PER_UNIT, rate))
            form = forms.witness(rows)
            yield Fault(
                name="paid-under-the-pass-line",
                severity="warning",
                about=(f"satisfaction_bands.value[{index}]", "pass_threshold"),
                values={
                    "band": share_text(band.at_least),
                    "share": share_text(band.share),
                    "line": share_text(line),
                },
                witness=form,
                cells=shown_by(form, rows),
            )
            return


def punished_for_praise(pack: Pack) -> Iterator[Fault]:
    """Yield a deduction for over-completion that takes points from people who are satisfied.

    A rate has its end at 100 %: whoever set a lower target and pleased all is cut for it.
    """
    over = pack.over_completion.value
    if not over.action.startswith("deduct") or not over.amount or over.threshold is None:
        return
    if pack.satisfaction.value != "as-positive" or over.threshold.high <= PER_UNIT:
        return
    target = PER_UNIT * PER_UNIT // over.threshold.high
    row = forms.satisfaction(target // 100 * 100, PER_UNIT)
    form = forms.witness((row,))
    yield Fault(
        name="punished-for-praise",
        severity="info",
        about=("over_completion.action", "satisfaction"),
        values={"line": share_text(over.threshold.high), "target": share_text(target)},
        witness=form,
        cells=shown_by(form, (row,)),
    )


def execution_counted_twice(pack: Pack) -> Iterator[Fault]:
    """Yield ceilings of the total by the execution rate, which has lost its own points already."""
    if pack.total_ceilings is None:
        return
    for index, ceiling in enumerate(pack.total_ceilings.value):
        form, left = _just_under(pack, ceiling.below)
        if left > ceiling.most:
            yield Fault(
                name="execution-counted-twice",
                severity="warning",
                about=(f"total_ceilings.value[{index}]", "execution"),
                values={
                    "below": share_text(ceiling.below),
                    "most": format_points(ceiling.most),
                    "left": format_points(left),
                },
                witness=form,
                cells=(MONEY, TOTAL),
            )
            return


def dead_ceilings(pack: Pack) -> Iterator[Fault]:
    """Yield ceilings that a full form with so low a rate does not come up to anyway."""
    if pack.total_ceilings is None:
        return
    for index, ceiling in enumerate(pack.total_ceilings.value):
        form, left = _just_under(pack, ceiling.below)
        above = (each.most for each in pack.total_ceilings.value[:index])
        if min(left, *above, NO_LIMIT) <= ceiling.most:
            yield Fault(
                name="ceiling-never-reached",
                severity="warning",
                about=(f"total_ceilings.value[{index}]",),
                values={"below": share_text(ceiling.below), "most": format_points(ceiling.most)},
                witness=form,
                cells=(TOTAL,),
            )


def _just_under(pack: Pack, below: int) -> tuple[Form, int]:
    """Return a form full but for a rate just under a line, and its points without ceilings.

    A higher rate under the line gives no fewer points, so that no form has more.
    """
    form = forms.witness((), forms.Money(executed=str(max(below - 1, 0))))
    return form, score_form(form, replace(pack, total_ceilings=None)).high or 0


def out_of_full_marks(pack: Pack) -> Iterator[Fault]:
    """Yield a limit for costs under the points that the pack itself gives to costs."""
    if pack.cost_limit is None or pack.cost_limit.value.default_rows or pack.weights is None:
        return
    limit, weight = pack.cost_limit.value.points, pack.weights.value.level1.get("成本指标", 0)
    if weight > limit:
        points = format_points(weight)
        row = replace(forms.cost("10", "10"), level1="成本指标", weight=points, score=points)
        form = forms.witness((row,))
        yield Fault(
            name="full-marks-out-of-reach",
            severity="warning",
            about=("cost_limit", "weights"),
            values={"limit": format_points(limit), "weight": points},
            witness=form,
            cells=(*shown_by(form, (row,)), TOTAL),
        )


PROOFS: tuple[Proof, ...] = (
    more_than_the_weight,
    better_pays_less,
    paid_under_the_pass_line,
    punished_for_praise,
    execution_counted_twice,
    dead_ceilings,
    out_of_full_marks,
)
