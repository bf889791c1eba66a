"""Posts given and taken away: the one place that writes an appointment."""

from django.db import transaction

from jiheng.web.journal.writing import note
from jiheng.web.people.models import Appointment, Organisation, Person, Proposal
from jiheng.web.people.roles import ADMINISTRATORS, Role


class NotApart(ValueError):
    """A post that somebody may not hold; ``why`` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@transaction.atomic
def appoint(
    person: Person, role: Role, organisation: Organisation, by: Person | None = None
) -> Appointment:
    """Return a person's post; they may hold it already.

    Raises:
        NotApart: an administrator would be something else besides, or somebody serves themselves.
    """
    # Two posts given at once must see one another.
    Person.objects.select_for_update().get(pk=person.pk)
    if by is not None and by.pk == person.pk:
        raise NotApart("admin.refused.own-post")
    held = {Role(each) for each in _roles(person)}
    if not _are_apart(held | {role}):
        raise NotApart("admin.refused.not-apart")
    post, is_new = Appointment.objects.get_or_create(
        person=person, role=role.value, organisation=organisation
    )
    if is_new:
        note("appoint", person.username, by, {"role": role.value, "at": organisation.name})
    Proposal.objects.filter(person=person, role=role.value, organisation=organisation).delete()
    if person.home is None:
        person.home = organisation
        person.save(update_fields=["home"])
    return post


@transaction.atomic
def dismiss(post: Appointment, by: Person) -> None:
    """Take a post away.

    Raises:
        NotApart: it is one's own, or nobody would be left to do an administrator's work.
    """
    if post.person.pk == by.pk:
        raise NotApart("admin.refused.own-post")
    others = Appointment.objects.filter(role=post.role).exclude(pk=post.pk)
    if post.role in ADMINISTRATORS and not others.filter(person__is_active=True).exists():
        raise NotApart("admin.refused.last")
    note("dismiss", post.person.username, by, {"role": post.role, "at": post.organisation.name})
    post.delete()


@transaction.atomic
def drop(proposal: Proposal, by: Person) -> None:
    """Drop a post that was proposed."""
    note("drop-proposal", proposal.person.username, by, {"role": proposal.role})
    proposal.delete()


def is_administrator(person: Person) -> bool:
    """Whether somebody is one of the three."""
    return Appointment.objects.filter(person=person, role__in=ADMINISTRATORS).exists()


def _roles(person: Person) -> list[str]:
    return list(Appointment.objects.filter(person=person).values_list("role", flat=True))


def _are_apart(roles: set[Role]) -> bool:
    return len(roles) <= 1 or roles.isdisjoint(ADMINISTRATORS)
