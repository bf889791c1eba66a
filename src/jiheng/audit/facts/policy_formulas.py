"""What a subsidy comes to by a registered formula, from numbers of a form or of ledgers."""

from fractions import Fraction
from functools import reduce

from msgspec import Struct

from jiheng.audit.facts.figures import money_words
from jiheng.model.decimals import decimal_words
from jiheng.rulebook.phrases import Told, phrase, series
from jiheng.rulebook.policies import Formula, Term
from jiheng.rulebook.policies.formulas import powers

MONTHS = 12
_PLACES = 4


class UnitMisfit(ValueError):
    """A number was given for a term of another unit."""


class Given(Struct, frozen=True, kw_only=True):
    """The number for one open term.

    Attributes:
        term: name of the term.
        amount: in ``unit``.
        unit: the term's own, or people for a term in people × months: nobody can have been paid
            for more than 12 months.
        slack: what rounding can have hidden of the amount.
        at: the cell, or the measure, that it comes from.
    """

    term: str
    amount: Fraction
    unit: str
    slack: Fraction = Fraction(0)
    at: str = ""


class Part(Struct, frozen=True, kw_only=True):
    """What one payer bears, in yuan."""

    payer: str
    yuan: Fraction


class Worked(Struct, frozen=True, kw_only=True):
    """A formula worked out.

    Attributes:
        whole: in yuan, of all payers.
        yuan: what the project has to pay.
        slack: what rounding can have hidden of ``yuan``.
        is_most: heads were taken for twelve months each; the true sum is at most this.
        parts: of all payers; () where there is one.
        arithmetic: the calculation as one would write it.
        at: where the given numbers come from.
    """

    whole: Fraction
    yuan: Fraction
    slack: Fraction
    is_most: bool
    parts: tuple[Part, ...]
    arithmetic: Told
    at: tuple[str, ...]

    def follows(self, spent: Fraction, slack: Fraction = Fraction(0)) -> bool:
        """Whether money spent is what the formula gives, or not above the most that it can give.

        Args:
            spent: in yuan.
            slack: what rounding can have hidden of it.
        """
        room = slack + self.slack
        return spent - self.yuan <= room if self.is_most else abs(spent - self.yuan) <= room


class _Factor(Struct, frozen=True, kw_only=True):
    amount: Fraction
    slack: Fraction
    words: Told
    is_most: bool = False


def worked(formula: Formula, given: tuple[Given, ...]) -> Worked | None:
    """Return what a formula comes to, or None where a term is not given.

    Raises:
        UnitMisfit: a number has not the unit of its term.
    """
    by_term = {each.term: each for each in given}
    if any(term.name not in by_term for term in formula.open_terms):
        return None
    plus = _product(tuple(_factor(term, by_term) for term in formula.terms))
    whole, slack, sums = plus.amount, plus.slack, plus.words
    if formula.less:
        minus = _product(tuple(_factor(term, by_term) for term in formula.less))
        whole, slack = max(Fraction(0), whole - minus.amount), slack + minus.slack
        sums = phrase("formula.less", first=sums, second=minus.words)
    parts = _parts(formula, whole)
    own = next((part.yuan for part in parts if part.payer == formula.payer), whole)
    return Worked(
        whole=whole,
        yuan=own,
        slack=slack * own / whole if whole else slack,
        is_most=plus.is_most,
        parts=parts,
        arithmetic=_told(formula, sums, whole, own),
        at=tuple(by_term[term.name].at for term in formula.open_terms),
    )


def _factor(term: Term, given: dict[str, Given]) -> _Factor:
    if term.amount is not None:
        words = phrase("formula.fixed", name=term.name, amount=f"{term.value}{term.unit}")
        return _Factor(amount=term.amount, slack=Fraction(0), words=words)
    one = given[term.name]
    months = _months(term, one)
    words = phrase(
        "formula.heads" if months > 1 else "formula.given",
        name=term.name,
        amount=f"{decimal_words(one.amount, _PLACES)}{one.unit}",
        months=str(months),
    )
    amount, slack = one.amount * months, one.slack * months
    return _Factor(amount=amount, slack=slack, words=words, is_most=months > 1)


def _months(term: Term, given: Given) -> int:
    """Return how many months a number counts for: one that is heads only counts for a year."""
    wanted, found = powers(term.unit), powers(given.unit)
    if found == wanted:
        return 1
    found["月"] += 1
    if found == wanted and set(wanted) == {"人", "月"}:
        return MONTHS
    raise UnitMisfit(given.unit)


def _product(factors: tuple[_Factor, ...]) -> _Factor:
    return reduce(
        lambda one, other: _Factor(
            amount=one.amount * other.amount,
            slack=one.slack * other.amount + other.slack * one.amount,
            words=phrase("formula.times", first=one.words, second=other.words),
            is_most=one.is_most or other.is_most,
        ),
        factors,
    )


def _parts(formula: Formula, whole: Fraction) -> tuple[Part, ...]:
    every = sum(share.parts for share in formula.shares)
    return tuple(
        Part(payer=share.payer, yuan=whole * share.parts / every) for share in formula.shares
    )


def _told(formula: Formula, sums: Told, whole: Fraction, own: Fraction) -> Told:
    total = phrase("formula.total", sums=sums, total=money_words(whole))
    if formula.payer is None:
        return total
    ratio = ":".join(str(share.parts) for share in formula.shares)
    payers = series((share.payer for share in formula.shares), "comma")
    return phrase(
        "formula.shared",
        sums=total,
        payers=payers,
        ratio=ratio,
        payer=formula.payer,
        own=money_words(own),
    )
