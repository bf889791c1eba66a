"""What reviewed forms come to: the unit's own total beside the reviewer's."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from jiheng.web.chain.steps import Step
from jiheng.web.verdicts.models import ASSESSED_AT, Assessment

_AT_ONCE = 5000
"""Keys in one question; SQLite takes no more than some thirty thousand."""


class Reviewed(Struct, frozen=True, kw_only=True):
    """A form's own total and the reviewed one, in 1/100 point.

    Attributes:
        printed: the unit's own total in the version that was reviewed; None where it has none.
        low, high: lowest and highest that the review can come to; apart while a row is 待定.
    """

    printed: int | None
    low: int
    high: int


def reviewed_totals(
    records: Iterable[int], steps: tuple[Step, ...] = ASSESSED_AT
) -> Mapping[int, Reviewed]:
    """Return the totals of the forms with these keys that a reviewer scored, by key.

    A form that nobody scored is absent. Of several reviews of a form the one of the latest step
    counts.

    Args:
        records: the forms' keys.
        steps: whose reviews count, the earliest first.
    """
    keys, found = tuple(records), dict[int, Reviewed]()
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        here = Assessment.objects.filter(step__in=steps, record__in=some, low__isnull=False)
        told = here.values_list("step", "record", "printed", "low", "high")
        for _, record, printed, low, high in sorted(
            told, key=lambda row: steps.index(Step(row[0]))
        ):
            found[record] = Reviewed(printed=printed, low=low, high=high)
    return found
