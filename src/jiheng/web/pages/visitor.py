"""Who asks for a page."""

from typing import cast

from django.http import HttpRequest

from jiheng.web.people.models import Person


def visitor(request: HttpRequest) -> Person:
    """Return the person of a request; views are only reached by somebody who is logged in."""
    return cast("Person", request.user)
