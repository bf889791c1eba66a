"""Several forms at once, each by itself: handed in, moved on, advised on."""

from collections.abc import Callable, Iterable
from typing import Annotated

from django.http import HttpRequest
from msgspec import Meta, Struct
from ninja import Body

from jiheng.web.api.operations.around import (
    Done,
    PageAsked,
    YearAsked,
    desk,
    done,
    seen,
)
from jiheng.web.api.operations.lines import FormList, form_list
from jiheng.web.api.problems import Trouble
from jiheng.web.api.registry import Operation
from jiheng.web.api.troubles import problem_of
from jiheng.web.api.wire import Line, Text, Version, Wire, Year
from jiheng.web.chain.asking import pointing
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.steps import Action
from jiheng.web.chain.views import move_named
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate
from jiheng.web.language import language_of
from jiheng.web.lists.handing_in import handed_in, ready
from jiheng.web.lists.rows import listed
from jiheng.web.pages.visitor import visitor

_MOST_FORMS = 1_000


class SeenForm(Struct, frozen=True, kw_only=True):
    """A form, and the version of it that the caller saw."""

    number: Line
    version: Version


Forms = Annotated[tuple[SeenForm, ...], Meta(min_length=1, max_length=_MOST_FORMS)]


class NotDone(Wire, frozen=True, kw_only=True):
    """A form with which it could not be done; ``detail`` is the sentence of ``code``."""

    number: str
    code: str
    detail: str


class SeveralDone(Wire, frozen=True, kw_only=True):
    """With which forms something was done, and with which not."""

    done: tuple[Done, ...]
    refused: tuple[NotDone, ...]


class HandIn(Wire, frozen=True, kw_only=True):
    """Forms of a year to hand in; ``declared``: that they are true and complete."""

    year: Year
    forms: Forms
    declared: bool


class ActSeveral(Wire, frozen=True, kw_only=True):
    """What is said of several forms; ``propose`` lets a return point to each form's findings."""

    forms: Forms
    reason: Text = ""
    propose: bool = False


def ready_forms(request: HttpRequest, year: YearAsked, page: PageAsked = 1) -> FormList:
    """Return the caller's own forms that can be handed in."""
    return form_list(listed(ready(desk(request, year))), page)


def hand_in(request: HttpRequest, wish: Body[HandIn]) -> SeveralDone:
    """Hand in several of the caller's own forms with one declaration."""
    if not wish.declared:
        raise Trouble(409, "lists.not-declared")
    person = visitor(request)
    can = set(ready(desk(request, wish.year)).values_list("pk", flat=True))

    def do(record: FormRecord, version: int) -> None:
        if record.pk not in can:
            raise Refused("ruling.not-now")
        handed_in(person, record, version)

    return each_done(request, wish.forms, do)


def act_several(request: HttpRequest, action: Action, wish: Body[ActSeveral]) -> SeveralDone:
    """Do an action with several forms, each by itself."""
    move, person, language = move_named(action), visitor(request), language_of(request)
    if not move.is_batch:
        raise Trouble(409, "api.refused.one-by-one")

    def do(record: FormRecord, version: int) -> None:
        order = Order(person=person, record=record.pk, version=version, reason=wish.reason)
        points = wish.propose and "cells" in move.asks
        move.perform(pointing(order, record, language) if points else order)

    return each_done(request, wish.forms, do)


def each_done(
    request: HttpRequest, forms: Iterable[SeenForm], do: Callable[[FormRecord, int], object]
) -> SeveralDone:
    """Return with which forms something was done.

    Raises:
        Http404: one of them is not there for the caller; nothing is done then.
    """
    found = tuple((seen(request, each.number), each.version) for each in forms)
    told: list[Done] = []
    refused: list[NotDone] = []
    for record, version in found:
        try:
            do(record, version)
        except (Refused, OutOfDate) as error:
            why = problem_of(request, error)
            refused.append(NotDone(number=record.number, code=why.code, detail=why.detail))
        else:
            told.append(done(record))
    return SeveralDone(done=tuple(told), refused=tuple(refused))


OPERATIONS = (
    Operation(name="ready-forms", method="GET", path="/hand-in", view=ready_forms, answer=FormList),
    Operation(name="hand-in", method="POST", path="/hand-in", view=hand_in, answer=SeveralDone),
    Operation(
        name="act-several",
        method="POST",
        path="/actions/{action}",
        view=act_several,
        answer=SeveralDone,
    ),
)
