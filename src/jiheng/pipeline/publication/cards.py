"""A form's card: its money, its promises, its scores, what was found and what became of it."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.check_code import check_code
from jiheng.model.decimals import decimal_words
from jiheng.model.form import Form, Funds, Indicator, Source, Total
from jiheng.model.points import format_points
from jiheng.model.publication import (
    Aim,
    Card,
    Part,
    Promise,
    Scores,
    Span,
    Spending,
)
from jiheng.pipeline.judging import Judged, judge
from jiheng.pipeline.publication.findings import findings
from jiheng.pipeline.publication.masking import masked
from jiheng.pipeline.publication.submission import Submission
from jiheng.quantities import format_amount, parse_in

_PER_YUAN = 10_000
_MOST_PLACES = 4
_SHOWN_IN = "万元"


class Carded(Struct, frozen=True, kw_only=True):
    """A card, with what was masked for it and what was released."""

    card: Card
    hidden: tuple[str, ...]
    contexts: tuple[str, ...]


def card_of(one: Submission) -> Carded:
    """Return the card of a form."""
    clean = masked(one.form, one.search)
    judged = judge(one.form, one.form.pack)
    form = shown(clean.form, one.withheld)
    card = Card(
        number=one.number,
        year=one.year,
        project=form.project.name or one.number,
        department=one.department,
        unit=one.unit,
        version=one.version,
        check_code=check_code(form),
        contact=form.contact,
        money=None if Part.MONEY in one.withheld else _money(one),
        aims=tuple(_aims(form)),
        promises=tuple(_promises(one, form, judged)),
        weight=None if Part.PROMISES in one.withheld else form.total.weight,
        scores=None if Part.SCORES in one.withheld else _scores(one, judged),
        findings=tuple(findings(one, judged, clean)),
        history=one.history,
        withheld=tuple(part for part in Part if part in one.withheld),
        masked=clean.count,
    )
    names = (one.unit, one.department or "")
    return Carded(card=card, hidden=clean.hidden, contexts=(*clean.contexts, *names))


def shown(form: Form, withheld: frozenset[str]) -> Form:
    """Return a form with nothing in it but what its card shows."""
    line = form.total_line
    is_scored = Part.SCORES not in withheld
    kept = Form(
        id="",
        source=Source(path="", format="", part="", index=1, sha256=""),
        year=form.year,
        contact=form.contact,
        project=replace(form.project, code=None, department_code=None),
    )
    if line is not None and Part.MONEY not in withheld:
        score = line.score if is_scored else None
        total = replace(line, score=score, method=None, reason=None)
        kept = replace(kept, funds=Funds(unit=form.funds.unit, lines=(total,)))
    if Part.GOAL not in withheld:
        kept = replace(kept, goals=form.goals or (form.goal,))
    if Part.PROMISES not in withheld:
        rows = (
            _shown_row(row, is_withheld=f"indicators[{at}]" in withheld, is_scored=is_scored)
            for at, row in enumerate(form.indicators)
        )
        kept = replace(kept, indicators=tuple(rows), total=Total(weight=form.total.weight))
    if is_scored:
        kept = replace(kept, total=replace(form.total, weight=kept.total.weight))
    return kept


def _shown_row(row: Indicator, *, is_withheld: bool, is_scored: bool) -> Indicator:
    if is_withheld:
        return Indicator(name="", weight=row.weight)
    return Indicator(
        level1=row.level1,
        level2=row.level2,
        name=row.name,
        target=row.target,
        adjusted_target=row.adjusted_target,
        actual=row.actual,
        weight=row.weight,
        score=row.score if is_scored else None,
        reason=row.reason,
    )


def _money(one: Submission) -> Spending:
    line = one.form.total_line
    initial = parse_in(line.initial_budget if line else None, unit=one.form.funds.unit)
    is_money = initial.dimension == "money" and initial.amount is not None
    return Spending(
        initial=_yuan(initial.amount // initial.over) if is_money and initial.amount else None,
        budget=_yuan(one.sums.budget),
        executed=_yuan(one.sums.executed),
        rate=None if one.sums.rate is None else format_points(one.sums.rate),
    )


def _aims(form: Form) -> Iterator[Aim]:
    for goal in form.goals:
        if goal.expected or goal.actual:
            yield Aim(expected=goal.expected, actual=goal.actual)


def _promises(one: Submission, form: Form, judged: Judged) -> Iterator[Promise]:
    """The execution of the budget first, where it is scored; then the indicators."""
    items = {each.at: each.recomputed for each in judged.audit.items}
    is_scored = Part.SCORES not in one.withheld

    def recomputed(at: str) -> Span | None:
        pair = items.get(at)
        return Span(low=pair[0], high=pair[1]) if pair and is_scored else None

    if Part.PROMISES in one.withheld:
        return
    line = form.total_line
    if line is not None and line.weight:
        yield Promise(
            name=line.label,
            target=_amount(one.sums.budget),
            actual=_amount(one.sums.executed),
            weight=line.weight,
            printed=line.score,
            recomputed=recomputed("funds.lines[0].score"),
            is_execution=True,
        )
    for at, row in enumerate(form.indicators):
        if f"indicators[{at}]" in one.withheld:
            yield Promise(weight=row.weight, is_withheld=True)
            continue
        yield Promise(
            level1=row.level1,
            level2=row.level2,
            name=row.name,
            target=row.adjusted_target or row.target,
            actual=row.actual,
            weight=row.weight,
            printed=row.score,
            recomputed=recomputed(f"indicators[{at}].score"),
            reason=row.reason,
        )


def _scores(one: Submission, judged: Judged) -> Scores:
    score, sums = judged.audit.score, one.sums
    return Scores(
        printed=_points(sums.printed),
        grade=score.grade_printed,
        recomputed=_span(sums.low, sums.high),
        grades=score.grade_recomputed,
        rules=judged.pack.title,
        is_verified=judged.audit.pack_verified,
        reviewed=_span(*sums.reviewed) if sums.reviewed else None,
    )


def _yuan(amount: int | None) -> str | None:
    """An amount in 1/10,000 yuan as yuan."""
    return None if amount is None else decimal_words(Fraction(amount, _PER_YUAN), _MOST_PLACES)


def _amount(amount: int | None) -> str | None:
    return None if amount is None else format_amount(amount, unit=_SHOWN_IN)


def _points(points: int | None) -> str | None:
    return None if points is None else format_points(points)


def _span(low: int | None, high: int | None) -> Span | None:
    if low is None or high is None:
        return None
    return Span(low=format_points(low), high=format_points(high))
