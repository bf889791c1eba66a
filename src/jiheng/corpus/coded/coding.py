"""One form as the whole numbers that its scores come from: no rule pack is asked."""

from math import gcd
from typing import NamedTuple

from jiheng.model.form import Form, Indicator
from jiheng.model.points import parse_points
from jiheng.rulebook.pack import MoneyBase
from jiheng.scoring.coding import Coded, coded
from jiheng.scoring.judging import lowest_terms
from jiheng.scoring.kernels import rows
from jiheng.scoring.kernels.forms import BLANK
from jiheng.scoring.money import amounts_of, scored_line
from jiheng.scoring.understanding import understand

BASES: tuple[MoneyBase, ...] = ("initial", "adjusted")


class CodedReading(NamedTuple):
    """One reading of a row, in the order of ``kernels.forms.Readings``."""

    asked: int
    first: int
    second: int
    third: int
    fourth: int
    more: int
    weight: int
    printed: int
    is_cost: int
    taken: int


class CodedRate(NamedTuple):
    """Executed over budget by one base, in lowest terms; ``is_known`` 0 where it cannot be said."""

    is_known: int
    executed: int
    budget: int


class CodedForm(NamedTuple):
    """All that the scores of a form come from.

    Attributes:
        money_weight: of the execution rate, 1/100 point, or BLANK.
        money_printed: 1 where a score of it is printed.
        rates: by ``BASES``.
        readings: of its rows.
        largest: the largest amount of all.
        times: how many times the larger of two compared amounts is the smaller, at most.
        most: the largest weight, 1/100 point.
    """

    money_weight: int
    money_printed: int
    rates: tuple[CodedRate, ...]
    readings: tuple[CodedReading, ...]
    largest: int
    times: int
    most: int


def code_form(form: Form) -> CodedForm:
    """Return a form as whole numbers."""
    readings = tuple(each for row in form.indicators for each in _readings(row, form.year))
    weight, printed, rates = _money(form)
    pairs = [(abs(each.first), abs(each.second)) for each in readings if _is_compared(each)]
    pairs += [(abs(rate.executed), abs(rate.budget)) for rate in rates]
    amounts = [amount for pair in pairs for amount in pair]
    amounts += [abs(each.third) for each in readings if each.asked == rows.SATISFACTION]
    return CodedForm(
        money_weight=weight,
        money_printed=printed,
        rates=rates,
        readings=readings,
        largest=max(amounts, default=0),
        times=max((max(pair) // max(min(pair), 1) for pair in pairs), default=0),
        most=max((weight, *(each.weight for each in readings)), default=0),
    )


def _is_compared(each: CodedReading) -> bool:
    return rows.POSITIVE <= each.asked <= rows.NOT_ABOVE_ZERO


def _readings(row: Indicator, year: int | None) -> list[CodedReading]:
    understood = understand(row)
    weight = _weight(row.weight)
    printed = int(parse_points(row.score) is not None)
    taken = abs(parse_points(row.deduction) or 0)
    return [
        CodedReading(
            *_reduced(each), int(at > 0), weight, printed, int(understood.is_cost_row), taken
        )
        for at, each in enumerate(coded(understood, year))
    ]


def _weight(text: str | None) -> int:
    points = parse_points(text)
    return BLANK if points is None or points < 0 else points


def _reduced(each: Coded) -> Coded:
    """Return a comparison in lowest terms: only the ratio of its amounts counts."""
    if each.compared is None:
        return each
    # Of a satisfaction, what 100 % is belongs to the same amounts.
    is_share = each.asked == rows.SATISFACTION
    common = gcd(each.first, each.second, each.third if is_share else 0) or 1
    third = each.third // common if is_share else each.third
    return each._replace(first=each.first // common, second=each.second // common, third=third)


def _money(form: Form) -> tuple[int, int, tuple[CodedRate, ...]]:
    """Return weight, whether a score is printed, and the rate by each base."""
    index = scored_line(form.funds)
    if index is None:
        return BLANK, 0, (CodedRate(0, 0, 0),) * len(BASES)
    line = form.funds.lines[index]
    weight = _weight(line.weight or form.funds.heading_weight)
    rates = tuple(_rate(amounts_of(form.funds, line, base).compared) for base in BASES)
    return weight, int(parse_points(line.score) is not None), rates


def _rate(compared: tuple[int, int] | None) -> CodedRate:
    if compared is None:
        return CodedRate(0, 0, 0)
    executed, budget = compared
    # Without a budget above 0 there is no rate, and its amounts are asked as they are.
    terms = lowest_terms(executed, budget) if budget > 0 else None
    return CodedRate(1, *(terms or compared))
