"""Which actions somebody can do with which of some forms."""

from jiheng.web.access.decide import Post, Ruling, decide
from jiheng.web.access.situations import known
from jiheng.web.chain.steps import CLEARING, Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person


def movable(
    person: Person, posts: tuple[Post, ...], keys: tuple[int, ...]
) -> dict[int, frozenset[Action]]:
    """Return by a form's key what this person can do towards its publication; few questions."""
    records = FormRecord.objects.filter(pk__in=keys).select_related("organisation", "filler")
    return {
        record.pk: frozenset(
            action for action in CLEARING if decide(posts, action, situation) is Ruling.ALLOWED
        )
        for record, situation in known(records, person)
    }
