"""What every page shows around its own contents."""

from django.http import HttpRequest
from msgspec import Struct

from jiheng.web.access.situations import posts_of
from jiheng.web.chain.tasks import owed_by_others, tasks_of
from jiheng.web.language import language_of
from jiheng.web.people.models import Appointment, Person
from jiheng.web.people.roles import ADMINISTRATORS


class Shell(Struct, frozen=True, kw_only=True):
    """The frame for somebody who is logged in.

    Attributes:
        tasks: how many forms wait for them.
        owed: how many forms wait for others in their branch.
    """

    appointments: tuple[Appointment, ...]
    tasks: int
    owed: int

    @property
    def sees_forms(self) -> bool:
        """Whether any of their roles has to do with forms."""
        return any(each.role not in ADMINISTRATORS for each in self.appointments)

    @property
    def roles(self) -> frozenset[str]:
        """What they are, wherever it is."""
        return frozenset(each.role for each in self.appointments)


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the language, and for somebody who is logged in the frame of their pages."""
    context: dict[str, object] = {"language": language_of(request)}
    person = request.user
    if isinstance(person, Person):
        posts = posts_of(person)
        held = Appointment.objects.filter(person=person).select_related("organisation")
        context["shell"] = Shell(
            appointments=tuple(held),
            tasks=len(tasks_of(person, posts)),
            owed=len(owed_by_others(person, posts)),
        )
    return context
