"""Who may see the figures of many forms, of which organisation, and which they ask for."""

from django.http import HttpRequest
from django.utils import timezone
from msgspec import Struct
from msgspec.structs import replace

from jiheng.web.access.decide import Post
from jiheng.web.access.situations import within_reach
from jiheng.web.dashboards.overview import Overview, overview_of
from jiheng.web.dashboards.rows import ALL, Choice
from jiheng.web.lists.sieve import Sent
from jiheng.web.pages.desk import Desk, desk_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.menu import SEEING_FIGURES
from jiheng.web.people.models import Organisation
from jiheng.web.people.reach import one_of, organisations_in

WHICH = {Sent.SENT.value: Sent.SENT, Sent.CLOSED.value: Sent.CLOSED, ALL: None}
"""Which forms the figures are of, by the word in the address; the first where it says nothing."""


class Asked(Struct, frozen=True, kw_only=True):
    """Of which organisation somebody wants to see which figures; the posts let them."""

    posts: tuple[Post, ...]
    place: Organisation
    choice: Choice

    @property
    def branches(self) -> tuple[str, ...]:
        """Return the branches whose figures they may see."""
        return tuple(post.branch for post in self.posts)

    def overview(self) -> Overview:
        """Return what the forms come to."""
        return overview_of(within_reach(self.posts), self.place, self.choice)


def asked_by(request: HttpRequest) -> Asked | None:
    """Return what an address asks for; None for somebody who sees no figures.

    Raises:
        Http404: the organisation lies out of their reach.
    """
    desk = desk_of(request)
    asked = asked_for(desk, request.GET.get("at", ""))
    if asked is None:
        return None
    return replace(asked, choice=_choice(request, desk))


def asked_for(desk: Desk, at: str) -> Asked | None:
    """Return what a desk shows of an organisation; of the widest one where none is named.

    Raises:
        Http404: the organisation lies out of their reach.
    """
    # The widest branch first: it is the one that is shown to begin with.
    posts = sorted(
        (post for post in desk.posts if post.role in SEEING_FIGURES),
        key=lambda post: post.branch.count("."),
    )
    if not posts:
        return None
    known = organisations_in(tuple(post.branch for post in posts))
    return Asked(
        posts=tuple(posts),
        place=one_of(known, at or posts[0].branch.split(".")[-2]),
        choice=Choice(year=desk.year or timezone.localdate().year),
    )


def _choice(request: HttpRequest, desk: Desk) -> Choice:
    """What the address says, else the forms handed in in the year of the desk."""
    asked = key_in(request.GET.get("year", ""))
    years = {each.year for each in desk.years}
    return Choice(
        year=asked if asked in years else desk.year or timezone.localdate().year,
        which=WHICH.get(request.GET.get("which", ""), Sent.SENT),
        opened=key_in(request.GET.get("open", "")) or None,
    )
