"""A form under a rule pack, every score recomputed."""

from jiheng.model.form import Form, Indicator
from jiheng.model.points import parse_points
from jiheng.rulebook.pack import Pack
from jiheng.scoring.calculation import Manner
from jiheng.scoring.ceilings import capped_total, total_under
from jiheng.scoring.deductions import deducted
from jiheng.scoring.judging import judge
from jiheng.scoring.laws import law
from jiheng.scoring.money import score_money
from jiheng.scoring.rules import rules_of
from jiheng.scoring.scored import ScoredForm, ScoredIndicator, ScoredItem
from jiheng.scoring.understanding import understand
from jiheng.scoring.wording import arithmetic


def score_form(form: Form, pack: Pack, pack_why: str = "", language: str = "zh") -> ScoredForm:
    """Return the form with its values understood and its scores recomputed.

    Args:
        form: the form as read; its printed scores are kept beside the recomputed ones.
        pack: the rules.
        pack_why: why this pack was taken.
        language: of the calculations.

    Returns:
        Every item with the lowest and highest score that the rules allow, and their sums. An item
        that the rules cannot decide has the interval from 0 to its weight. Where a score is
        printed and its weight is not, no total can be said.
    """
    silent = pack.no_operator.value == "silent"
    manner = Manner(rules=rules_of(pack), silent=silent, language=language)
    money = score_money(form, pack, manner)
    indicators = tuple(
        _score_indicator(index, row, form.year, pack, manner)
        for index, row in enumerate(form.indicators)
    )
    items = [indicator.item for indicator in indicators]
    if money is not None:
        items.insert(0, money.item)
    rate = None if money is None else money.rate
    limiting = None if money is None else money.limiting_rate
    low, high = _totals(items, limiting, manner)
    return ScoredForm(
        form=form,
        pack=pack,
        pack_why=pack_why,
        execution=None if money is None else money.item,
        rate=rate,
        budget=None if money is None else money.budget,
        executed=None if money is None else money.executed,
        indicators=indicators,
        printed_total=parse_points(form.total.score),
        printed_sum=_sum([item.printed for item in items]),
        capped=capped_total(limiting, manner.rules, pack, language),
        low=low,
        high=high,
    )


def _totals(
    items: list[ScoredItem], rate: tuple[int, int] | None, manner: Manner
) -> tuple[int | None, int | None]:
    """Return the lowest and highest total, under the ceilings of the execution rate."""
    low = _total(items, [item.low for item in items])
    high = _total(items, [item.high for item in items])
    if low is None or high is None:
        return None, None
    return total_under((low, high), rate, manner.rules)


def _sum(values: list[int | None]) -> int | None:
    """Blanks do not count; all blank is None."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _total(items: list[ScoredItem], ends: list[int | None]) -> int | None:
    """Sum one end of every item; None where a score is printed that cannot be recomputed.

    A row with neither weight nor score is not scored and changes nothing.
    """
    if any(item.low is None and item.printed is not None for item in items):
        return None
    return _sum(ends)


def _score_indicator(
    index: int, row: Indicator, year: int | None, pack: Pack, manner: Manner
) -> ScoredIndicator:
    understood = understand(row)
    weight = parse_points(row.weight)
    judgement = judge(understood, weight, year, manner.rules)
    item = ScoredItem(
        at=f"indicators[{index}].score",
        kind=judgement.kind,
        weight=weight,
        printed=parse_points(row.score),
        low=judgement.low,
        high=judgement.high,
        # the checks ask what was reached; a limit only moves what that is worth
        branch=(judgement.base or judgement).branch,
        ratio=judgement.ratio,
        inferred=judgement.compared is not None and not understood.printed,
        arithmetic=arithmetic(understood, judgement, weight, manner),
        law=law(judgement.branch, judgement.kind, pack),
    )
    return ScoredIndicator(
        index=index,
        row=row,
        target=understood.target,
        actual=understood.actual,
        direction=understood.direction,
        direction_printed=understood.printed,
        item=deducted(item, row.deduction, manner.language),
    )
