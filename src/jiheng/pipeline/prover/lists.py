"""Tiers, bands, grades and weights that do not close."""

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from jiheng.model.form import Form, Indicator
from jiheng.model.points import format_points
from jiheng.model.quantity import PER_UNIT
from jiheng.pipeline.prover import witness as forms
from jiheng.pipeline.prover.fault import MONEY, TOTAL, Fault, Proof, shown_by
from jiheng.rulebook.bands import NO_END, TIERS, band_ranges, grade_ranges
from jiheng.rulebook.closure import Breach, breaches
from jiheng.rulebook.pack import Band, Pack
from jiheng.scoring.figures import share_text

_TARGET = 90_00


def unclosed_tiers(pack: Pack) -> Iterator[Fault]:
    """Yield the shares of a weight that no tier gives, or two, and tiers that give none."""
    ranges = [(each.lowest, each.highest) for each in pack.tiers.value]
    for breach in breaches(ranges, PER_UNIT):
        middle = (breach.low + breach.high) // 2
        rows = tuple(
            _apart(forms.qualitative(forms.TIERS[index], forms.ROW * middle // PER_UNIT), index)
            for index in _concerned(breach)
        )
        form = forms.witness(rows)
        yield Fault(
            name=f"tier-{breach.kind}",
            severity="error",
            about=(f"tiers.value[{min(breach.index, len(TIERS) - 1)}]",),
            values={"low": share_text(breach.low), "high": share_text(breach.high)},
            witness=form,
            cells=shown_by(form, rows),
        )


def _concerned(breach: Breach) -> tuple[int, ...]:
    """In a gap no tier holds; where two overlap they both do."""
    if breach.kind == "gap":
        return (0, 1, 2)
    return (breach.index,) if breach.kind == "empty" else (max(breach.index - 1, 0), breach.index)


def _apart(row: Indicator, index: int) -> Indicator:
    """Rows of one name would be a finding of their own."""
    return replace(row, name=("技能水平", "就业能力", "用工环境")[index])


def unclosed_bands(pack: Pack) -> Iterator[Fault]:
    """Yield the rates that no band names, and bands that stand behind a lower one."""
    if pack.execution.value.kind == "bands":
        yield from _bands("execution", pack.execution.value.bands)
    if pack.satisfaction.value == "bands" and pack.satisfaction_bands is not None:
        yield from _bands("satisfaction_bands", pack.satisfaction_bands.value)


def _bands(
    field: Literal["execution", "satisfaction_bands"], bands: tuple[Band, ...]
) -> Iterator[Fault]:
    inside = "value.bands" if field == "execution" else "value"
    for breach in breaches(band_ranges(bands)):
        is_gap = breach.kind == "gap"
        rate = (breach.low + breach.high) // 2 if is_gap else bands[breach.index].at_least
        form, cells = at_rate(field, rate)
        yield Fault(
            name="band-gap" if is_gap else "band-unreached",
            severity="error",
            about=(f"{field}.{inside}[{min(breach.index, len(bands) - 1)}]",),
            values={
                "low": share_text(breach.low),
                "high": share_text(breach.high),
                "rate": share_text(rate),
            },
            witness=form,
            cells=cells,
        )


def at_rate(
    field: Literal["execution", "satisfaction_bands"], rate: int
) -> tuple[Form, tuple[str, ...]]:
    """Return a form with an execution or satisfaction rate in 1/10,000, and where it is scored."""
    if field == "execution":
        return forms.witness((), forms.Money(executed=str(rate))), (MONEY,)
    row = forms.satisfaction(_TARGET, rate)
    form = forms.witness((row,))
    return form, shown_by(form, (row,))


def unclosed_grades(pack: Pack) -> Iterator[Fault]:
    """Yield the totals that no grade names, or two, and grades that hold no total."""
    grades = pack.grades.value
    for breach in breaches(grade_ranges(grades), NO_END):
        high = min(breach.high, forms.FULL_MARKS)
        yield Fault(
            name=f"grade-{breach.kind}",
            severity="error",
            about=(f"grades.value[{min(breach.index, len(grades) - 1)}]",),
            values={"low": format_points(breach.low), "high": format_points(high)},
            witness=forms.of_total((breach.low + high) // 2),
            cells=(TOTAL,),
        )


def weights_off_total(pack: Pack) -> Iterator[Fault]:
    """Yield weights that cannot add up to their total."""
    if pack.weights is None:
        return
    weights = pack.weights.value
    if not weights.is_whole or weights.known == weights.total:
        return
    rows = tuple(
        replace(forms.attained(points), level1=level1, level1_printed=level1)
        for level1, points in weights.level1.items()
    )
    yield Fault(
        name="weights-off-total",
        severity="error",
        about=("weights.value.total",),
        values={"total": format_points(weights.total), "sum": format_points(weights.known)},
        witness=forms.exactly(rows, None, weights.execution or 0),
        cells=(TOTAL,),
    )


PROOFS: tuple[Proof, ...] = (unclosed_tiers, unclosed_bands, unclosed_grades, weights_off_total)
