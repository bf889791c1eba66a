"""What every page of a draw shows around its own contents."""

from django.http import HttpRequest
from django.utils import timezone
from msgspec import Struct

from jiheng.web.access.decide import Post
from jiheng.web.language import language_of
from jiheng.web.pages.desk import desk_of
from jiheng.web.sampling.holding import Refused
from jiheng.web.sampling.models import Draw, DrawState, Entry, Milestone, MustCheck
from jiheng.web.sampling.permission import draw_for, may_run

PASSED = tuple(each for each in DrawState if each is not DrawState.VOID)
FROZEN = (DrawState.FROZEN, DrawState.NUMBERED, DrawState.DRAWN)


class Station(Struct, frozen=True, kw_only=True):
    """A state on the way; ``come`` says who led the draw there, and when."""

    state: DrawState
    come: Milestone | None
    is_now: bool


class Frame(Struct, frozen=True, kw_only=True):
    """A draw as its pages show it.

    Attributes:
        ended: why it is void; None where it is not.
        forms: how many the frozen population holds.
        drawn: how many of them were drawn.
        must: how many must be checked besides.
    """

    draw: Draw
    state: DrawState
    stations: tuple[Station, ...]
    ended: Milestone | None
    forms: int
    drawn: int
    must: int
    may_run: bool

    @property
    def is_frozen(self) -> bool:
        """Whether there is a frozen population."""
        return self.forms > 0

    @property
    def is_open(self) -> bool:
        """Whether its plan can still be changed."""
        return self.state in {DrawState.PLANNED, DrawState.COMMITTED}

    @property
    def is_undrawn(self) -> bool:
        """Whether it can still be given up."""
        return self.state in PASSED and self.state is not DrawState.DRAWN

    @property
    def has_appeared(self) -> bool:
        """Whether the public number is there to be taken."""
        return self.draw.appears_at <= timezone.now()


def frame_of(request: HttpRequest, key: str) -> Frame:
    """Return a draw for a visitor who may see it.

    Raises:
        Http404: there is none, or none for them.
    """
    return frame_for(desk_of(request).posts, key)


def frame_for(posts: tuple[Post, ...], key: str) -> Frame:
    """Return a draw for somebody whose posts let them see it.

    Raises:
        Http404: there is none, or none for them.
    """
    draw = draw_for(posts, key)
    come = {
        each.state: each for each in Milestone.objects.filter(draw=draw).select_related("person")
    }
    entries = Entry.objects.filter(draw=draw)
    return Frame(
        draw=draw,
        state=DrawState(draw.state),
        stations=tuple(
            Station(state=each, come=come.get(each), is_now=each == draw.state) for each in PASSED
        ),
        ended=come.get(DrawState.VOID),
        forms=entries.count(),
        drawn=entries.exclude(chance="").count(),
        must=MustCheck.objects.filter(draw=draw).count(),
        may_run=may_run(posts, draw.organisation.branch),
    )


def said(refusal: Refused, request: HttpRequest) -> str:
    """Return the sentence of a refusal."""
    return refusal.said(language_of(request))
