"""A draw while something is done with it: by whom, from which state, in one transaction."""

from collections.abc import Generator
from contextlib import contextmanager

from django.db import transaction

from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import Telling
from jiheng.web import clock
from jiheng.web.access.situations import posts_of
from jiheng.web.people.models import Person
from jiheng.web.sampling.models import Draw, DrawState, Milestone
from jiheng.web.sampling.permission import may_run


class Refused(Telling):
    """What cannot be done with a draw now, and why."""


@contextmanager
def held(draw: int, person: Person, *states: DrawState) -> Generator[Draw]:
    """Hold a draw for somebody who runs it, as long as it is in one of these states.

    Raises:
        Refused: they do not run it, or somebody else brought it to another state meanwhile.
    """
    with transaction.atomic():
        found = (
            Draw.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=draw)
        )
        if not may_run(posts_of(person), found.organisation.branch):
            raise Refused(phrase("sampling.refused.not-yours"))
        if found.state not in states:
            now = phrase(f"sampling.state.{found.state}")
            raise Refused(phrase("sampling.refused.other-state", state=now))
        yield found


def reach(draw: Draw, state: DrawState, person: Person, reason: str = "") -> None:
    """Bring a draw to a state, which it comes to only once."""
    draw.state = state
    Milestone.objects.create(
        draw=draw, state=state.value, person=person, at=clock.now(), reason=reason
    )
