"""Rules that can never fire, whatever a form says."""

from collections.abc import Iterator

from jiheng.model.audit import Severity
from jiheng.model.form import Form
from jiheng.model.points import format_points
from jiheng.model.quantity import PER_UNIT
from jiheng.pipeline.prover import witness as forms
from jiheng.pipeline.prover.fault import MONEY, TOTAL, Fault, Proof, shown_by
from jiheng.pipeline.prover.lists import at_rate
from jiheng.rulebook.pack import OverCompletion, Pack
from jiheng.scoring.figures import share_text

_FAR = 4 * PER_UNIT
_GOOD, _TARGET = 85_00, 90_00


def _one(
    name: str,
    about: tuple[str, ...],
    shown: tuple[Form, tuple[str, ...]],
    severity: Severity = "warning",
    **values: str,
) -> Fault:
    """Return a fault with its witness and the cells to look at."""
    form, cells = shown
    return Fault(
        name=name, severity=severity, about=about, values=values, witness=form, cells=cells
    )


def _reached(share: int, score: int | None = None) -> tuple[Form, tuple[str, ...]]:
    row = forms.positive(share, score)
    form = forms.witness((row,))
    return form, shown_by(form, (row,))


def dead_over_completion(pack: Pack) -> Iterator[Fault]:
    """Yield what is said of over-completion and can never be done."""
    over, about = pack.over_completion.value, "over_completion"
    if over.threshold is None:
        if over.action != "none":
            yield _one("action-without-threshold", (f"{about}.action",), _reached(_FAR))
        return
    line = over.threshold.high
    far = _reached(max(_FAR, 2 * line))
    if over.action == "none":
        yield _one("threshold-without-action", (about,), far, line=share_text(line))
    elif over.action.startswith("deduct") and over.amount == 0:
        yield _one("deduction-of-nothing", (f"{about}.action",), far)
    elif _is_tolerated(over, pack.tolerance.value.points):
        taken = format_points(_taken(over))
        about_both = (f"{about}.action", "tolerance")
        yield _one("deduction-tolerated", about_both, far, deducted=taken)


def _taken(over: OverCompletion) -> int:
    """Return the points that a row of 10 points loses."""
    if over.action == "deduct-points":
        return min(over.amount, forms.ROW)
    return forms.ROW * min(over.amount, PER_UNIT) // PER_UNIT


def _is_tolerated(over: OverCompletion, tolerance: int) -> bool:
    return over.action.startswith("deduct") and _taken(over) <= tolerance


def cut_at_the_target(pack: Pack) -> Iterator[Fault]:
    """Yield an over-completion line that those who just reach their target pass already."""
    over = pack.over_completion.value
    if over.threshold is None or over.action == "none" or over.threshold.high > PER_UNIT:
        return
    line = share_text(over.threshold.high)
    about = ("over_completion.threshold",)
    yield _one("cut-at-the-target", about, _reached(PER_UNIT), "error", line=line)


def out_of_reach_of_rates(pack: Pack) -> Iterator[Fault]:
    """Yield an over-completion line that no satisfaction of up to 100 % can reach.

    With a target T the ratio is at most 100 % / T, so that the line L holds only for T ≤ 100 % / L.
    """
    over = pack.over_completion.value
    if over.threshold is None or over.action == "none" or pack.satisfaction.value == "bands":
        return
    line = over.threshold.high
    if line <= PER_UNIT:
        return
    highest = PER_UNIT * PER_UNIT // line
    row = forms.satisfaction(_TARGET if highest < _TARGET else highest + 1, PER_UNIT)
    form = forms.witness((row,))
    yield _one(
        "line-beyond-rates",
        ("over_completion.threshold",),
        (form, shown_by(form, (row,))),
        "info",
        line=share_text(line),
        target=share_text(highest),
    )


def dead_bands(pack: Pack) -> Iterator[Fault]:
    """Yield satisfaction bands above 100 %, or that nothing reads."""
    if pack.satisfaction_bands is None:
        return
    if pack.satisfaction.value != "bands":
        about = ("satisfaction_bands", "satisfaction")
        yield _one("bands-unused", about, at_rate("satisfaction_bands", _GOOD))
        return
    for index, band in enumerate(pack.satisfaction_bands.value):
        if band.at_least > PER_UNIT:
            yield _one(
                "band-beyond-rates",
                (f"satisfaction_bands.value[{index}]",),
                at_rate("satisfaction_bands", PER_UNIT),
                band=share_text(band.at_least),
            )


def dead_above_pass(pack: Pack) -> Iterator[Fault]:
    """Yield what is said of completion above a pass line where there is no such line."""
    if pack.above_pass is not None and pack.pass_threshold.value is None:
        about = ("above_pass", "pass_threshold")
        yield _one("above-no-line", about, _reached(70_00))


def done_never_asked(pack: Pack) -> Iterator[Fault]:
    """Yield full marks for a finished project beside a rule that has no bands to lift it from."""
    execution = pack.execution.value
    if execution.done_is_full and execution.kind == "linear":
        about = ("execution.value.done_is_full",)
        yield _one("done-never-asked", about, at_rate("execution", 80_00))


def grades_out_of_reach(pack: Pack) -> Iterator[Fault]:
    """Yield grades above what all weights add up to."""
    total = forms.FULL_MARKS if pack.weights is None else pack.weights.value.total
    for index, grade in enumerate(pack.grades.value):
        if grade.at_least > total:
            yield _one(
                "grade-out-of-reach",
                (f"grades.value[{index}]",),
                (forms.of_total(min(total, forms.FULL_MARKS)), (TOTAL,)),
                grade=grade.name,
                total=format_points(total),
            )


def reasons_never_or_always(pack: Pack) -> Iterator[Fault]:
    """Yield an execution rate under which nothing lies, or everything."""
    below = pack.reasons.value.rate_below
    if below == 0:
        nothing = forms.witness((), forms.Money(executed="0", score="0"))
        yield _one("reason-never-asked", ("reasons",), (nothing, (MONEY,)))
    if below is not None and below > PER_UNIT:
        every = (forms.witness(()), (MONEY,))
        yield _one("reason-always-asked", ("reasons",), every, line=share_text(below))


def silenced_rules(pack: Pack) -> Iterator[Fault]:
    """Yield rules whose check the pack switches off, so that breaking them is never told."""
    off = {code for code, severity in pack.checks.items() if severity.value == "off"}
    for key, code, form in broken(pack):
        if code in off:
            yield _one("rule-silenced", (key, f"checks.{code}"), (form, ()), code=code, rule=key)


def broken(pack: Pack) -> tuple[tuple[str, str, Form], ...]:
    """Return each rule, the check that holds forms to it, and a form that breaks it."""
    exceeded = forms.negative("100", "150", forms.ROW)
    unhappy = forms.satisfaction(_TARGET, 45_00, forms.ROW)
    unspent = forms.Money(executed="1000", score="10")
    worst = pack.grades.value[-1].name
    return (
        ("negative", "SC04", forms.witness((exceeded,))),
        ("pass_threshold", "SC02", forms.witness((forms.positive(20_00, forms.ROW),))),
        ("over_completion", "SC06", forms.witness((forms.positive(_FAR, forms.ROW),))),
        ("tiers", "SC08", forms.witness((forms.qualitative(forms.TIERS[2], forms.ROW),))),
        ("satisfaction", "SC15", forms.witness((unhappy,))),
        ("satisfaction_bands", "SC15", forms.witness((unhappy,))),
        ("execution", "BU02", forms.witness((), unspent)),
        ("reasons", "BU09", forms.witness((), unspent)),
        ("grades", "AR08", forms.graded(forms.witness(()), worst)),
    )


PROOFS: tuple[Proof, ...] = (
    cut_at_the_target,
    dead_over_completion,
    dead_bands,
    dead_above_pass,
    done_never_asked,
    grades_out_of_reach,
    reasons_never_or_always,
    silenced_rules,
    out_of_reach_of_rates,
)
