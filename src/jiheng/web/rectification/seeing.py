"""The guard of lists: whoever has nothing to do with forms does not come in."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from jiheng.web.chain.views import FORBIDDEN
from jiheng.web.pages.desk import desk_of
from jiheng.web.pages.menu import SEEING_FORMS
from jiheng.web.people.roles import Role

View = Callable[..., HttpResponseBase]


def seeing_forms(view: View) -> View:
    """Return a view for those whose posts have to do with forms."""
    return for_roles(SEEING_FORMS)(view)


def for_roles(roles: frozenset[Role]) -> Callable[[View], View]:
    """Return the guard of a view for those who hold one of these roles somewhere."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **place: object) -> HttpResponseBase:
            if not desk_of(request).roles & roles:
                return render(request, "403.html", status=FORBIDDEN)
            return view(request, **place)

        return guarded

    return guard
