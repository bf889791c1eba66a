"""What reviewers of the city give to rows."""

from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person
from jiheng.web.verdicts.giving import Giving, Unsaved, give
from jiheng.web.verdicts.wishes import Wish

MONEY, PEOPLE, WORK, PLEASED = (
    "funds.lines[0]",
    "indicators[0]",
    "indicators[1]",
    "indicators[2]",
)
"""The rows of the city's form: 9.5, 50, 30 and 10 points by its unit."""
ALL = {MONEY: "9.5", PEOPLE: "50", WORK: "30", PLEASED: "10"}


def given(person: Person, record: FormRecord, scores: dict[str, str]) -> tuple[Unsaved, ...]:
    """Return what could not be saved of the scores that a person gives to a form as it is now."""
    now = FormRecord.objects.get(pk=record.pk)
    wishes = tuple(Wish(row=row, typed=typed) for row, typed in scores.items())
    return give(Giving(person=person, record=record.pk, version=now.version, wishes=wishes))
