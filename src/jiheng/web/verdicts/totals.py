"""What reviewed forms come to: the unit's own total beside the reviewer's."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from jiheng.web.chain.steps import Step
from jiheng.web.verdicts.models import SCORED_AT, Assessment

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


def reviewed_totals(records: Iterable[int]) -> Mapping[int, Reviewed]:
    """Return the totals of the forms with these keys that a reviewer scored, by key.

    A form that nobody scored is absent. Of several reviews of a form the one of the latest step
    counts.
    """
    keys = tuple(records)
    found: dict[int, tuple[int, Reviewed]] = {}
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        here = Assessment.objects.filter(record__in=some, low__isnull=False).order_by()
        for record, step, printed, low, high in here.values_list(
            "record", "step", "printed", "low", "high"
        ):
            rank = SCORED_AT.index(Step(step))
            if record not in found or found[record][0] < rank:
                found[record] = rank, Reviewed(printed=printed, low=low, high=high)
    return {record: reviewed for record, (_, reviewed) in found.items()}
