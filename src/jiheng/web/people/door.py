"""Pages that are open to somebody who has not logged in; all others are closed."""

from collections.abc import Callable
from typing import TypeVar, cast

from django.contrib.auth import decorators
from django.http import HttpResponse

View = TypeVar("View", bound=Callable[..., HttpResponse])


def open_to_all(view: View) -> View:
    """Return the view, to which the middleware lets everybody."""
    # The stubs are older than Django 5.1, which brought this decorator.
    opened = decorators.login_not_required(view)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
    return cast("View", opened)
