"""A form or one of its surveys, held while something is done with it by whoever may."""

from collections.abc import Generator
from contextlib import contextmanager

from django.db import transaction
from django.http import Http404

from jiheng.web.access.decide import Ruling
from jiheng.web.access.fetching import record_for
from jiheng.web.access.situations import posts_of, situation_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import locked_record
from jiheng.web.people.models import Person
from jiheng.web.surveys.models import Questionnaire
from jiheng.web.surveys.permission import Deed, decide_survey
from jiheng.web.surveys.refusing import NotDone


def ruling_on_survey(person: Person, record: FormRecord, deed: Deed) -> Ruling:
    """Return whether a person may do this with the surveys of a form now."""
    return decide_survey(posts_of(person), situation_of(record, person), deed)


def survey_for(person: Person, key: int) -> Questionnaire:
    """Return a survey of a form that somebody sees.

    Raises:
        Http404: there is none, or none for them.
    """
    found = Questionnaire.objects.filter(pk=key).select_related("record").first()
    if found is None:
        raise Http404
    record_for(person, found.record.number)
    return found


@contextmanager
def held_form(person: Person, record: FormRecord, deed: Deed) -> Generator[FormRecord]:
    """Hold a form while something is done with its surveys.

    Raises:
        NotDone: the person may not do this now.
    """
    with transaction.atomic():
        held = locked_record(record.pk)
        ruling = ruling_on_survey(person, held, deed)
        if ruling is not Ruling.ALLOWED:
            raise NotDone(f"ruling.{ruling}")
        yield held


@contextmanager
def held_survey(person: Person, key: int, deed: Deed) -> Generator[Questionnaire]:
    """Hold a survey that is open, and its form.

    Raises:
        NotDone: the person may not do this now, or the survey is closed.
        Http404: there is none, or none for them.
    """
    with held_form(person, survey_for(person, key).record, deed) as record:
        survey = locked_survey(key)
        if not survey.is_open:
            raise NotDone("refused.closed")
        survey.record = record
        yield survey


def locked_survey(key: int) -> Questionnaire:
    """Return a survey, held until the transaction ends."""
    return Questionnaire.objects.select_for_update(of=("self",)).get(pk=key)
