"""The rows of a form: added, taken away, moved, while its targets are open."""

from typing import Annotated

from django.http import HttpRequest
from msgspec import Meta, Struct
from ninja import Body

from jiheng.web.api.operations.around import Number, seen
from jiheng.web.api.operations.forms import FormFound, form
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import NO_NUL, Version, Wire
from jiheng.web.chain.actions.arrange import Doing, Wish, arrange
from jiheng.web.chain.order import Order
from jiheng.web.forms.arranged import Heading
from jiheng.web.pages.visitor import visitor

RowName = Annotated[str, Meta(min_length=1, max_length=300, pattern=NO_NUL)]


class RowHeading(Struct, frozen=True, kw_only=True):
    """Under what a new row stands, and what it is called."""

    level1: RowName
    level2: RowName
    name: RowName


class Arranging(Wire, frozen=True, kw_only=True):
    """What is to be done with a row.

    Attributes:
        at: its place, from 0, in the version that the caller saw.
        heading: of a new row; left out, it stands below row ``at`` under the same.
        move: key of the removal that ``restore`` takes back.
    """

    version: Version
    doing: Doing
    at: Annotated[int, Meta(ge=0, lt=2**31)] = 0
    heading: RowHeading | None = None
    move: Annotated[int, Meta(ge=0, lt=2**31)] = 0


def arrange_rows(request: HttpRequest, number: Number, wanted: Body[Arranging]) -> FormFound:
    """Add a row, take one away, move one, or have one back."""
    record, heading = seen(request, number), wanted.heading
    wish = Wish(
        doing=wanted.doing,
        at=wanted.at,
        base=wanted.version,
        heading=Heading(
            level1=heading.level1.strip(), level2=heading.level2.strip(), name=heading.name.strip()
        )
        if heading
        else None,
        move=wanted.move,
    )
    arrange(Order(person=visitor(request), record=record.pk, version=None), wish)
    return form(request, number)


OPERATIONS = (
    Operation(
        name="arrange-rows",
        method="POST",
        path="/forms/{number}/indicators",
        view=arrange_rows,
        answer=FormFound,
    ),
)
