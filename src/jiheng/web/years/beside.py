"""A form beside the one before it, in short: counts as they were kept, findings made anew."""

from msgspec import Struct

from jiheng.web.access.situations import posts_of, within_reach
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person
from jiheng.web.years.findings import Between, found_over
from jiheng.web.years.lineage import line_of
from jiheng.web.years.models import Trend


class Beside(Struct, frozen=True, kw_only=True):
    """What is said of a form because of the one before it, and of its monitoring.

    Attributes:
        trend: the counts; None where there is no form before it, or none for this person.
    """

    trend: Trend | None
    found: tuple[Between, ...]

    @property
    def is_told(self) -> bool:
        """Whether there is anything that a reviewer would ask about."""
        return bool(self.found) or (self.trend is not None and self.trend.is_told)


def beside(record: FormRecord, person: Person, language: str) -> Beside:
    """Return what a person may see of it; a save waits for nothing of this."""
    line = line_of(record, within_reach(posts_of(person)))
    two = line[: line.index(record) + 1][-2:]
    trend = Trend.objects.filter(record=record, before__in=[each.pk for each in two])
    found = found_over(two, language)
    return Beside(
        trend=trend.select_related("before").first(),
        found=tuple(each for each in found if record in each.records),
    )
