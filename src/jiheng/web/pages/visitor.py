"""Who asks for a page, and whether for all of it."""

from typing import cast

from django.http import HttpRequest

from jiheng.web.people.models import Person


def visitor(request: HttpRequest) -> Person:
    """Return the person of a request; views are only reached by somebody who is logged in."""
    return cast("Person", request.user)


def wants_part(request: HttpRequest) -> bool:
    """Whether a page that is open already asks for a part of another one."""
    return request.headers.get("HX-Request") == "true"
