"""增删指标行: the rows of a form and what can be done to them, as a page and by the editor."""

from typing import Annotated

import msgspec
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from msgspec import Meta, Struct

from jiheng.model.form import Indicator
from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.chain.actions.arrange import Doing, Wish, arrange
from jiheng.web.chain.openness import are_rows_open
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.steps import Action
from jiheng.web.chain.views import CONFLICT, FORBIDDEN, why
from jiheng.web.forms.arranged import Heading
from jiheng.web.forms.drawn import layout_of
from jiheng.web.forms.editor import answer, editor
from jiheng.web.forms.models import Deed, FormRecord, RowMove
from jiheng.web.forms.saving import form_of
from jiheng.web.forms.sent import BadSent, clean, is_by_script
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor

OK = 200
BAD_REQUEST = 400
_LONGEST = 300
_DEEDS: tuple[Doing, ...] = ("add", "up", "down", "remove")
"""What the page offers with every row."""

Number = Annotated[int, Meta(ge=0, lt=2**31)]


class Asked(Struct, frozen=True, kw_only=True):
    """What a page sends.

    Attributes:
        person: whose page it is; None where it does not say.
    """

    doing: Doing
    at: Number = 0
    version: Number = 0
    move: Number = 0
    person: int | None = None
    level1: str | None = None
    level2: str | None = None
    name: str | None = None


class RemovedRow(Struct, frozen=True, kw_only=True):
    """A row that was taken away, with the move that did it."""

    move: RowMove
    row: Indicator


def arrange_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show a form's rows, or add, remove, move or restore one."""
    person = visitor(request)
    record = record_for(person, number)
    is_open = Action.FILL in allowed_actions(person, record) and are_rows_open(record)
    if not is_open and not is_by_script(request):
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        return _shown(request, record)
    try:
        asked = _asked(request)
    except BadSent:
        return HttpResponse(status=BAD_REQUEST)
    if asked.person not in {None, person.pk}:
        return HttpResponse(status=FORBIDDEN)
    refused = ""
    try:
        wish = _wish(asked)
        arrange(Order(person=person, record=record.pk, version=None), wish)
    except Refused as refusal:
        refused = why(refusal, request)
    record.refresh_from_db()
    return _answered(request, record, asked, refused)


def _answered(request: HttpRequest, record: FormRecord, asked: Asked, refused: str) -> HttpResponse:
    status = CONFLICT if refused else OK
    if is_by_script(request):
        told = answer(editor(request, record), refused, asked.version)
        content = msgspec.json.encode(told)
        return HttpResponse(content, status=status, content_type="application/json")
    if refused:
        return _shown(request, record, refused)
    messages.success(request, _done(request, record))
    return redirect("arrange", number=record.number)


def _shown(request: HttpRequest, record: FormRecord, refused: str = "") -> HttpResponse:
    form = form_of(record)
    context = {
        "record": record,
        "rows": form.indicators,
        "deeds": _DEEDS,
        "groups": layout_of(form).groups,
        "removed": tuple(_removed(record)),
        "refused": refused,
        "typed": request.POST,
    }
    return render(request, "forms/rows.html", context, status=CONFLICT if refused else OK)


def _removed(record: FormRecord) -> list[RemovedRow]:
    """The rows that were taken away and did not come back, the latest first."""
    moves = RowMove.objects.filter(version__record=record).select_related("version__made_by")
    back = moves.exclude(restores=None).values("restores")
    gone: QuerySet[RowMove] = moves.filter(deed=Deed.REMOVE).exclude(pk__in=back).order_by("-id")
    return [
        RemovedRow(move=each, row=msgspec.json.decode(each.row, type=Indicator)) for each in gone
    ]


def _done(request: HttpRequest, record: FormRecord) -> str:
    last = RowMove.objects.filter(version__record=record).latest("id")
    row = msgspec.json.decode(last.row, type=Indicator)
    return say(f"rows.done-{last.deed}", language_of(request), name=row.name)


def _asked(request: HttpRequest) -> Asked:
    """What a page sent, by script or as a plain form.

    Raises:
        BadSent: it cannot be read.
    """
    try:
        if is_by_script(request):
            return msgspec.json.decode(request.body, type=Asked)
        return msgspec.convert(request.POST.dict(), Asked, strict=False)
    except msgspec.MsgspecError as error:
        raise BadSent(str(error)) from error


def _wish(asked: Asked) -> Wish:
    """What is wanted; a row under other headings has to say under which.

    Raises:
        Refused: it does not.
    """
    typed, heading = (asked.level1, asked.level2, asked.name), None
    if any(text is not None for text in typed):
        level1, level2, name = ((clean(text) or "")[:_LONGEST] for text in typed)
        if not (level1 and level2 and name):
            raise Refused("refused.row-heading")
        heading = Heading(level1=level1, level2=level2, name=name)
    return Wish(
        doing=asked.doing, at=asked.at, base=asked.version, heading=heading, move=asked.move
    )
