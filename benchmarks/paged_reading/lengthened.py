"""Forms made longer than a page: each indicator is followed by others of its levels."""

from collections.abc import Sequence
from itertools import chain, cycle

from msgspec.structs import replace

from jiheng.model.form import Form, Indicator

_LONG_REASON = 7
"""Of so many reasons one is long enough for a page to end in it."""


def lengthened(form: Form, others: Sequence[Form], times: int) -> Form:
    """Return a form with so many times as many indicators, the further ones those of others."""
    if times == 1 or not form.indicators:
        return form
    further = cycle(chain.from_iterable(other.indicators for other in others))
    rows = [
        row
        for own in form.indicators
        for row in (own, *(_of_its_levels(next(further), own) for _ in range(times - 1)))
    ]
    reasons = "".join(row.reason for row in rows if row.reason)
    long = ((n, row) for n, row in enumerate(rows) if row.reason)
    for number, row in [each for each in long if each[0] % _LONG_REASON == 0]:
        rows[number] = replace(row, reason=reasons[: 40 + 37 * (number % 11)])
    return replace(form, indicators=tuple(rows))


def _of_its_levels(row: Indicator, own: Indicator) -> Indicator:
    return replace(
        row,
        level1=own.level1,
        level1_printed=own.level1_printed,
        level1_points=own.level1_points,
        level2=own.level2,
        goal=own.goal,
    )
