"""This engine's results for a case: once from the printed texts, once from the numbers alone."""

from decimal import Decimal

from msgspec.structs import asdict

from jiheng.model.conformance import (
    Case,
    DayDone,
    ExecutionCase,
    GradeCase,
    Grades,
    IndicatorCase,
    Money,
    MoneyNumbers,
    Numbers,
    PrintedMoney,
    PrintedRow,
    Result,
    Row,
    Span,
    TierSaid,
    TotalCase,
    Values,
)
from jiheng.model.form import Form, Funds, Indicator, MoneyLine, Source
from jiheng.model.points import format_points, parse_points
from jiheng.model.quantity import PER_UNIT, Quantity
from jiheng.rulebook.pack import Grade, Pack, grades_between
from jiheng.scoring.ceilings import total_under
from jiheng.scoring.judging import judge
from jiheng.scoring.money import TOTAL
from jiheng.scoring.rules import rules_of
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm
from jiheng.scoring.understanding import Understood

FINE = 100
"""Numbers of a case have up to six decimals, amounts four; the rest is their denominator."""

Ends = tuple[int | None, int | None]
"""Lowest and highest points, in 1/100 point."""


def from_printed(case: Case, pack: Pack) -> Result:
    """Return the result that follows from the texts that a form prints."""
    match case:
        case IndicatorCase():
            item = _scored((case.printed,), Funds(), pack).items[0]
            return _span((item.low, item.high))
        case ExecutionCase():
            return _span(_execution(_funds(case.printed, case.printed.unit), pack))
        case TotalCase():
            money = None if case.money is None else case.money.printed
            funds = Funds() if money is None else _funds(money, money.unit)
            scored = _scored(tuple(row.printed for row in case.rows), funds, pack)
            return _span((scored.low, scored.high))
        case GradeCase():
            return _grades(case.total, pack.grades.value)


def from_numbers(case: Case, pack: Pack) -> Result:
    """Return the result that follows from the numbers; call it only where ``has_numbers``."""
    match case:
        case IndicatorCase(numbers=numbers) if numbers is not None:
            return _span(_judged(numbers, pack))
        case ExecutionCase(numbers=numbers) if numbers is not None:
            return _span(_execution(_funds(numbers, "元"), pack))
        case TotalCase():
            return _span(_total_of_numbers(case.money, case.rows, pack))
        case _:
            return from_printed(case, pack)


def has_numbers(case: Case) -> bool:
    """Say whether a case can be worked from numbers, without understanding any text."""
    match case:
        case TotalCase():
            return all(part.numbers is not None for part in (*case.rows, case.money) if part)
        case GradeCase():
            return False
        case _:
            return case.numbers is not None


def _scored(rows: tuple[PrintedRow, ...], funds: Funds, pack: Pack) -> ScoredForm:
    source = Source(path="", format="text", part="", index=1, sha256="")
    indicators = tuple(Indicator(**asdict(row)) for row in rows)
    return score_form(Form(id="", source=source, funds=funds, indicators=indicators), pack)


def _funds(money: PrintedMoney | MoneyNumbers, unit: str) -> Funds:
    line = MoneyLine(
        label=TOTAL,
        initial_budget=money.initial_budget,
        adjusted_budget=money.adjusted_budget,
        executed=money.executed,
        weight=money.weight,
    )
    return Funds(unit=unit, lines=(line,))


def _execution(funds: Funds, pack: Pack) -> Ends:
    item = _scored((), funds, pack).items[0]
    return item.low, item.high


def _total_of_numbers(money: Money | None, rows: tuple[Row, ...], pack: Pack) -> Ends:
    """A row without weight does not count."""
    numbers = None if money is None else money.numbers
    funds = Funds() if numbers is None else _funds(numbers, "元")
    spent = _scored((), funds, pack)
    items = [(spent.low, spent.high)]
    items += [_judged(row.numbers, pack) for row in rows if row.numbers is not None]
    lows = [low for low, _ in items if low is not None]
    highs = [high for _, high in items if high is not None]
    if not lows or not highs:
        return None, None
    return total_under((sum(lows), sum(highs)), spent.rate, rules_of(pack))


def _judged(numbers: Numbers, pack: Pack) -> Ends:
    weight = parse_points(numbers.weight)
    judgement = judge(_understood(numbers), weight, None, rules_of(pack))
    return judgement.low, judgement.high


def _understood(numbers: Numbers) -> Understood:
    match numbers:
        case Values():
            dimension = "ratio" if numbers.is_satisfaction else None
            return Understood(
                target=_amount(numbers.target, dimension),
                actual=_amount(numbers.actual, dimension),
                direction=numbers.operator,
                printed=True,
                is_satisfaction=numbers.is_satisfaction,
                is_cost=numbers.is_cost,
                is_cost_row=numbers.is_cost,
            )
        case TierSaid():
            said = Quantity(raw="", normalised="", kind="tier", tier=numbers.tier)
            return _of_words(Quantity(raw="", normalised="", kind="qualitative"), said)
        case DayDone():
            due = _days(numbers.due, numbers.due)
            return _of_words(due, _days(numbers.done_first, numbers.done_last))


def _days(first: str, last: str) -> Quantity:
    return Quantity(raw="", normalised="", kind="date", first=first, last=last)


def _amount(text: str, dimension: str | None) -> Quantity:
    amount = int(Decimal(text) * PER_UNIT * FINE)
    return Quantity(
        raw=text, normalised=text, kind="number", amount=amount, over=FINE, dimension=dimension
    )


def _of_words(target: Quantity, actual: Quantity) -> Understood:
    return Understood(
        target=target,
        actual=actual,
        direction=None,
        printed=False,
        is_satisfaction=False,
        is_cost=False,
    )


def _span(ends: Ends) -> Span | None:
    low, high = ends
    if low is None or high is None:
        return None
    return Span(low=format_points(low), high=format_points(high))


def _grades(total: Span, grades: tuple[Grade, ...]) -> Grades:
    low, high = parse_points(total.low) or 0, parse_points(total.high) or 0
    return Grades(grades=grades_between(low, high, grades))
