"""Execution and score of all forms of a run, by money and as a plain mean."""

from fractions import Fraction

from msgspec import Struct

from jiheng.audit.facts.figures import value_of
from jiheng.scoring.scored import ScoredForm


class Averages(Struct, frozen=True, kw_only=True):
    """Four averages as decimals of two places; None where no form can be counted."""

    execution_by_money: str | None
    execution_by_mean: str | None
    score_by_money: str | None
    score_by_mean: str | None


def averages_of(forms: tuple[ScoredForm, ...]) -> Averages:
    """Return the averages; rates in percent, scores in points.

    A form's score is the sum of its printed scores, since a printed total may be added wrongly.
    A form without budget counts in the plain mean of scores alone.
    """
    money = [
        (b, e) for form in forms if (b := _budget(form)) and (e := _executed(form)) is not None
    ]
    scores = [(_budget(form), score) for form in forms if (score := _score(form)) is not None]
    weighed = [(budget, score) for budget, score in scores if budget]
    return Averages(
        execution_by_money=_two_places(
            sum((e for _, e in money), Fraction(0)) * 100, sum((b for b, _ in money), Fraction(0))
        ),
        execution_by_mean=_two_places(
            sum((e / b for b, e in money), Fraction(0)) * 100, Fraction(len(money))
        ),
        score_by_money=_two_places(
            sum((b * s for b, s in weighed), Fraction(0)), sum((b for b, _ in weighed), Fraction(0))
        ),
        score_by_mean=_two_places(sum((s for _, s in scores), Fraction(0)), Fraction(len(scores))),
    )


def _budget(scored: ScoredForm) -> Fraction | None:
    return value_of(scored.budget)


def _executed(scored: ScoredForm) -> Fraction | None:
    return value_of(scored.executed)


def _score(scored: ScoredForm) -> Fraction | None:
    points = scored.printed_total if scored.printed_sum is None else scored.printed_sum
    return None if points is None else Fraction(points, 100)


def _two_places(total: Fraction, by: Fraction) -> str | None:
    """Return the quotient rounded half up, always with two decimals."""
    if by <= 0:
        return None
    quotient = total / by * 100
    hundredths = (2 * quotient.numerator + quotient.denominator) // (2 * quotient.denominator)
    sign = "-" if hundredths < 0 else ""
    whole, rest = divmod(abs(hundredths), 100)
    return f"{sign}{whole}.{rest:02d}"
