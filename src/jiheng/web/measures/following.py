"""The measures of a form go over to the form of the year after it."""

from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.measures.choosing import choice_of, keep, measures_of
from jiheng.web.people.models import Person


def follow(origin: FormRecord, draft: FormRecord, by: Person | None) -> None:
    """Keep the measures of a form's rows with the rows of the same name in a later draft.

    Args:
        origin: the form.
        draft: of a later year; both are held.
        by: who rolls it over; None where the machine's operator does.
    """
    before, now = form_of(origin).indicators, form_of(draft).indicators
    names = [each.name for each in now]
    chosen = measures_of(origin)
    for at, row in enumerate(before):
        found = chosen.get(f"indicators[{at}]")
        if found is not None and names.count(row.name) == 1:
            path = f"indicators[{names.index(row.name)}]"
            keep(draft, path, row.name, choice_of(found), by)
