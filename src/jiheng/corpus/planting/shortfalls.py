"""Targets that are missed by a little, with the score that the common rule gives."""

from fractions import Fraction

from jiheng.corpus.planting.edits import number_of, points, sign_of, unit_of, with_row
from jiheng.model.form import Form, Indicator

SHARES = (Fraction(91, 100), Fraction(93, 100), Fraction(87, 100), Fraction(96, 100))


def missed(form: Form, index: int, item: Indicator, share: int = 0) -> tuple[Form, int] | None:
    """Return the form with a ≥ target missed, and the score by proportion in 1/100 point.

    None where the target is no number that at least is wanted. The score is left as it is.
    """
    wanted, unit = number_of(item.target), unit_of(item)
    if wanted is None or unit is None or sign_of(item) != "≥" or wanted < 10:  # noqa: PLR2004
        return None
    got = int(wanted * SHARES[share])
    if got == wanted:
        return None
    changed = with_row(form, index, actual=f"{got}{unit}")
    exact = Fraction(got) / wanted * points(item.weight)
    return changed, (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
