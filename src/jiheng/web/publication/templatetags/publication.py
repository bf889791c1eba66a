"""What somebody can do with a form of a list: ``{% actions_of movable record as able %}``."""

from collections.abc import Mapping

from django.template import Library

from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord

register = Library()


@register.simple_tag
def actions_of(movable: Mapping[int, frozenset[Action]], record: FormRecord) -> frozenset[Action]:
    """Return the actions of one form."""
    return movable.get(record.pk, frozenset())
