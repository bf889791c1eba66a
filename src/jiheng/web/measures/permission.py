"""Who may do what with the measure of a row: whoever may write in the form, now."""

from jiheng.web.access.fetching import allowed_actions
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person


def may_measure(person: Person, record: FormRecord) -> bool:
    """Whether somebody may choose measures of a form, hand in results and let them be computed."""
    return Action.FILL in allowed_actions(person, record)
