"""What a page of the imports sends."""

from django.http import HttpRequest, QueryDict

from jiheng.web.chain.steps import Step
from jiheng.web.imports.intake import STEPS, BadIntake, Wish
from jiheng.web.people.models import Person

ANSWER, WRITTEN, OTHER = "answer:", "written:", "other"
"""Before a question's key: the choice, and what was written instead of one."""
YEARS = range(1990, 2100)


def wish_of(request: HttpRequest, person: Person) -> Wish:
    """Return what is to become of the files that were sent.

    Raises:
        BadIntake: the year is none, or there is no such step.
    """
    year, step = request.POST.get("year", "").strip(), request.POST.get("step", "")
    if year and not (year.isdecimal() and int(year) in YEARS):
        raise BadIntake("bad-year")
    if step not in STEPS:
        raise BadIntake("no-step")
    return Wish(
        person=person,
        title=request.POST.get("title", "").strip() or f"{year} {person.name}".strip(),
        step=Step(step),
        year=int(year) if year else None,
    )


def sent_answers(sent: QueryDict) -> dict[str, str]:
    """Return the answers of a page, key → answer; a question left open gives none.

    Example:
        >>> sent_answers(QueryDict("answer:year=other&written:year=2024&answer:unit="))
        {'year': '2024'}
    """
    given: dict[str, str] = {}
    for name in sent:
        if name.startswith(ANSWER):
            key = name.removeprefix(ANSWER)
            chosen = sent.get(name) or ""
            text = (sent.get(f"{WRITTEN}{key}") or "").strip() if chosen == OTHER else chosen
            if text:
                given[key] = text
    return given
