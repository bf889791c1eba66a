"""A form by its number, for those who may see it."""

from django.http import Http404

from jiheng.web.access.decide import Ruling, decide
from jiheng.web.access.situations import posts_of, situation_of, within_reach
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person


def record_for(person: Person, number: str) -> FormRecord:
    """Return a form; for whoever may not see it there is no such form.

    Raises:
        Http404: there is none, or none for them.
    """
    record = within_reach(posts_of(person)).filter(number=number).first()
    if record is None:
        raise Http404
    return record


def allowed_actions(person: Person, record: FormRecord) -> frozenset[Action]:
    """Return every action that a person may do with a form now."""
    situation, posts = situation_of(record, person), posts_of(person)
    return frozenset(
        action for action in Action if decide(posts, action, situation) is Ruling.ALLOWED
    )
