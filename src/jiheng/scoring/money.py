"""The money line that carries points: its budget, its rate, its score."""

from functools import lru_cache

from msgspec import Struct

from jiheng.model.form import Form, Funds, MoneyLine
from jiheng.model.points import parse_points
from jiheng.model.quantity import Quantity
from jiheng.quantities import parse_in
from jiheng.rulebook.messages import say
from jiheng.rulebook.pack import MoneyBase, Pack
from jiheng.scoring import kernels
from jiheng.scoring.branches import BLANK_MONEY, BRANCH_NAMES, UNSCORED
from jiheng.scoring.calculation import Manner, Sides, calculation
from jiheng.scoring.figures import points_range, quantity_text
from jiheng.scoring.judging import Judgement, lowest_terms
from jiheng.scoring.laws import law
from jiheng.scoring.rules import Rules
from jiheng.scoring.scored import ScoredItem

TOTAL = "年度资金总额"


class Money(Struct, frozen=True, kw_only=True):
    """The scored money line.

    Attributes:
        limiting_rate: the rate that may limit the total: of a budget below 0 there is none.
    """

    item: ScoredItem
    rate: tuple[int, int] | None
    limiting_rate: tuple[int, int] | None
    budget: Quantity | None
    executed: Quantity | None


class Amounts(Struct, frozen=True, kw_only=True):
    """What the line says, understood.

    Attributes:
        other_base: the form has no such budget as the pack divides by; the other one was taken.
    """

    budget: Quantity
    executed: Quantity
    other_base: bool

    @property
    def compared(self) -> tuple[int, int] | None:
        """Executed and budget as whole numbers in one unit."""
        executed, budget = self.executed, self.budget
        if executed.amount is None or budget.amount is None:
            return None
        return executed.amount * budget.over, budget.amount * executed.over


def score_money(form: Form, pack: Pack, manner: Manner) -> Money | None:
    """Return the scored money line, or None when the form has no money block."""
    index = scored_line(form.funds)
    if index is None:
        return None
    line = form.funds.lines[index]
    weight = parse_points(line.weight or form.funds.heading_weight)
    amounts = amounts_of(form.funds, line, pack.money_base.value)
    judgement = _judge(amounts, weight, manner.rules)
    item = ScoredItem(
        at=f"funds.lines[{index}].score",
        kind=judgement.kind,
        weight=weight,
        printed=parse_points(line.score),
        low=judgement.low,
        high=judgement.high,
        branch=judgement.branch,
        ratio=judgement.ratio,
        arithmetic=_arithmetic(amounts, judgement, weight, pack, manner),
        law=law(judgement.branch, judgement.kind, pack),
    )
    rate = None if amounts.compared is None else lowest_terms(*amounts.compared)
    return Money(
        item=item,
        rate=rate,
        limiting_rate=rate if amounts.compared is not None and amounts.compared[1] > 0 else None,
        budget=amounts.budget if amounts.budget.is_number else None,
        executed=amounts.executed if amounts.executed.is_number else None,
    )


def scored_line(funds: Funds) -> int | None:
    """Return the line that carries the points.

    That is the yearly total; without one, the first line that is part of no other.
    """
    for index, line in enumerate(funds.lines):
        if TOTAL in line.label:
            return index
    return next((index for index, line in enumerate(funds.lines) if line.of is None), None)


def amounts_of(funds: Funds, line: MoneyLine, base: MoneyBase) -> Amounts:
    """Return what a line says, its budget by this base or by the other where it has none."""
    wanted, other = line.adjusted_budget, line.initial_budget
    if base == "initial":
        wanted, other = other, wanted
    return Amounts(
        budget=_parsed(wanted if wanted is not None else other, funds.unit),
        executed=_parsed(line.executed, funds.unit),
        other_base=wanted is None and other is not None,
    )


@lru_cache(maxsize=4096)
def _parsed(text: str | None, unit: str | None) -> Quantity:
    return parse_in(text, unit=unit)


def _judge(amounts: Amounts, weight: int | None, rules: Rules) -> Judgement:
    if weight is None or weight < 0:
        return Judgement("unscored", None, None, BRANCH_NAMES[UNSCORED])
    compared = amounts.compared
    if compared is None:
        return Judgement("execution", 0, weight, BRANCH_NAMES[BLANK_MONEY])
    low, high, branch = kernels.execution(*compared, weight, rules)
    ratio = lowest_terms(*compared)
    return Judgement("execution", low, high, BRANCH_NAMES[branch], compared, ratio)


def _arithmetic(
    amounts: Amounts, judgement: Judgement, weight: int | None, pack: Pack, manner: Manner
) -> str:
    low, high, language = judgement.low, judgement.high, manner.language
    if low is None or high is None or weight is None:
        return say(f"arithmetic.{judgement.branch}", language)
    if judgement.compared is None:
        spread = points_range(low, high, language)
        return say(f"arithmetic.{judgement.branch}", language, range=spread)
    differ = amounts.executed.unit != amounts.budget.unit
    both = Sides(
        actual=quantity_text(amounts.executed, with_unit=differ),
        target=quantity_text(amounts.budget, with_unit=differ),
        compared=judgement.compared,
        banded=judgement.compared,
    )
    text = calculation(judgement, both, weight, manner)
    if not amounts.other_base:
        return text
    bases = ("initial", "adjusted")
    wanted = pack.money_base.value
    used = bases[1 - bases.index(wanted)]
    names = {
        "wanted": say(f"arithmetic.{wanted}", language),
        "used": say(f"arithmetic.{used}", language),
    }
    return text + say("arithmetic.other-base", language, **names)
