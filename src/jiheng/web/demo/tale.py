"""One of the demonstration's forms with everybody who has to do with it, and what is done."""

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct

from jiheng.web.demo.cast import DemoUnit
from jiheng.web.demo.projects import ProjectForm
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person
from jiheng.web.people.roles import Role


class Deed(Struct, frozen=True, kw_only=True):
    """Something that is done at a moment.

    Attributes:
        about: what it is done with; among deeds of one moment it says which comes first.
    """

    at: datetime
    about: str
    do: Callable[[], object]


class Tale(Struct, frozen=True, kw_only=True):
    """One form, its people, and what it is to hold.

    Attributes:
        number: the form's.
        offices: those of the city.
    """

    number: str
    unit: DemoUnit
    offices: Mapping[Role, Person]
    form: ProjectForm


def record_of(tale: Tale) -> FormRecord:
    """Return the form as it is now."""
    return FormRecord.objects.select_related("organisation", "filler").get(number=tale.number)
