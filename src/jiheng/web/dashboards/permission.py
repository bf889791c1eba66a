"""Who may see the figures of many forms, and of which organisation."""

from django.http import HttpRequest

from jiheng.web.access.decide import Post
from jiheng.web.pages.desk import Desk
from jiheng.web.pages.menu import SEEING_FIGURES
from jiheng.web.people.models import Organisation
from jiheng.web.people.reach import one_of, organisations_in


def posts_seeing(desk: Desk) -> tuple[Post, ...]:
    """Return the posts that let somebody see figures, the widest branch first."""
    posts = (post for post in desk.posts if post.role in SEEING_FIGURES)
    return tuple(sorted(posts, key=lambda post: post.branch.count(".")))


def place_asked(request: HttpRequest, posts: tuple[Post, ...]) -> Organisation:
    """Return the organisation that the address names; without one, that of the widest post.

    Raises:
        Http404: it lies in none of the branches.
    """
    known = organisations_in(tuple(post.branch for post in posts))
    key = request.GET.get("at")
    return one_of(known, key or posts[0].branch.split(".")[-2])
