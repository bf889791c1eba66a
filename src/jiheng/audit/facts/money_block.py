"""The money block's lines with their amounts in yuan, exact."""

from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from jiheng.audit.facts.figures import money_of, value_of
from jiheng.model.form import Form, MoneyLine
from jiheng.quantities import parse_in
from jiheng.rulebook.phrases import Told
from jiheng.scoring.scored import ScoredForm

_TOTAL_WORDS = ("总额", "合计", "总计", "总金额", "资金总", "小计")


class MoneyRow(Struct, frozen=True, kw_only=True):
    """One money line with its amounts in yuan; None where nothing or no number stands.

    Where the block names no unit, the amounts are in that unknown unit.
    """

    index: int
    line: MoneyLine
    initial: Fraction | None
    adjusted: Fraction | None
    executed: Fraction | None

    def amount(self, field: str) -> Fraction | None:
        """Return the amount of a field of the line: initial_budget, adjusted_budget, executed."""
        if field == "executed":
            return self.executed
        return self.initial if field == "initial_budget" else self.adjusted


@lru_cache(maxsize=16_384)
def yuan(text: str | None, unit: str | None) -> Fraction | None:
    """Return a printed amount of money in yuan, or None when it is not one."""
    if text is None:
        return None
    value = parse_in(text, unit=unit)
    return value_of(value) if value.dimension in {None, "money"} else None


def money_rows(form: Form) -> tuple[MoneyRow, ...]:
    """Return the lines of the money block with their amounts."""
    unit = form.funds.unit
    return tuple(
        MoneyRow(
            index=index,
            line=line,
            initial=yuan(line.initial_budget, unit),
            adjusted=yuan(line.adjusted_budget, unit),
            executed=yuan(line.executed, unit),
        )
        for index, line in enumerate(form.funds.lines)
    )


def total_row(form: Form) -> MoneyRow | None:
    """Return the line that is scored, or None where there is no money block."""
    rows = money_rows(form)
    return rows[0] if rows else None


def base_field(scored: ScoredForm, line: MoneyLine) -> str:
    """Return which budget a rate divides by: the pack's, or the only one that is printed."""
    wanted, other = "adjusted_budget", "initial_budget"
    if scored.pack.money_base.value == "initial":
        wanted, other = other, wanted
    return other if getattr(line, wanted) is None and getattr(line, other) is not None else wanted


def is_total(line: MoneyLine) -> bool:
    """Whether a line's name says that it is the sum of the others."""
    return any(word in line.label for word in _TOTAL_WORDS)


def shown(amount: Fraction, unit: str | None) -> Told:
    """Return an amount in yuan as the form would print it, with the form's unit.

    Example:
        >>> from jiheng.rulebook.messages import worded
        >>> worded(shown(Fraction(68400), "万元")), worded(shown(Fraction(300000), "元"))
        ('6.84万元', '300000元')
    """
    return money_of(amount, unit)
