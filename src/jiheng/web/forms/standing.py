"""What a person may do with a form now, and in which of its cells they may write."""

from msgspec import Struct

from jiheng.web.access.fetching import allowed_actions
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.people.models import Person


class Standing(Struct, frozen=True, kw_only=True):
    """How one person stands to one form."""

    allowed: frozenset[Action]
    open_now: frozenset[str] = frozenset()


def standing_of(person: Person, record: FormRecord) -> Standing:
    """Return what this person may do, asked of the database once for all parts of a page."""
    allowed = allowed_actions(person, record)
    if Action.FILL not in allowed:
        return Standing(allowed=allowed)
    open_now = open_paths(form_of(record), record, returned_cells(record))
    return Standing(allowed=allowed, open_now=open_now)
