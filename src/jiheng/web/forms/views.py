"""One form's page, and the saving of its cells."""

from importlib.resources import files

import msgspec
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import record_for
from jiheng.web.access.situations import posts_of
from jiheng.web.chain.actions import MOVES
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.history import history
from jiheng.web.chain.openness import open_return
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.progress import stations
from jiheng.web.chain.views import CONFLICT, FORBIDDEN, why
from jiheng.web.forms.beginning import BadBeginning, begin, typed, units_of
from jiheng.web.forms.editor import Editor, answer, editor
from jiheng.web.forms.merging import Apart
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sent import BadSent, is_by_script, read_sent
from jiheng.web.language import language_of
from jiheng.web.pages.desk import show_year
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.door import open_to_all

OK = 200
BAD_REQUEST = 400


def begin_page(request: HttpRequest) -> HttpResponse:
    """Ask a clerk for project and indicators, and begin a form."""
    person = visitor(request)
    posts = posts_of(person)
    units = units_of(posts)
    if not units:
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        return render(request, "forms/begin.html", {"units": units})
    chosen = next((unit for unit in units if str(unit.pk) == request.POST.get("unit")), units[0])
    sent = {name: request.POST.get(name, "") for name in ("project", "year", "rows")}
    try:
        record = begin(person, posts, typed(chosen, **sent))
    except BadBeginning as error:
        refused = say(f"web.{error.why}", language_of(request), line=error.line)
        context = {"units": units, "sent": sent, "refused": refused}
        return render(request, "forms/begin.html", context, status=CONFLICT)
    show_year(request, record.year)
    return redirect("form", number=record.number)


@require_safe
def form_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show one form as its official table, which is the editor too for whoever may write in it."""
    record = record_for(visitor(request), number)
    return render(request, "forms/page.html", _page(request, editor(request, record)))


@require_POST
def cells(request: HttpRequest, number: str) -> HttpResponse:
    """Save cells, each by itself; what somebody else changed meanwhile is told, not overwritten."""
    person = visitor(request)
    record = record_for(person, number)
    try:
        sent = read_sent(request)
    except BadSent:
        return HttpResponse(status=BAD_REQUEST)
    if sent.person not in {None, person.pk}:
        # Somebody else logged in behind the page: nothing is written under their name.
        return HttpResponse(status=FORBIDDEN)
    order = Order(
        person=person, record=record.pk, version=None, base=sent.base, changes=sent.changes
    )
    try:
        filled = fill(order)
    except Refused as refusal:
        record.refresh_from_db()
        return _answered(request, record, (), why(refusal, request), sent.base)
    return _answered(request, filled.record, filled.apart, "", sent.base)


def _answered(
    request: HttpRequest,
    record: FormRecord,
    apart: tuple[Apart, ...],
    refused: str,
    since: int | None,
) -> HttpResponse:
    status = CONFLICT if apart or refused else OK
    if is_by_script(request):
        told = msgspec.json.encode(answer(editor(request, record, apart), refused, since))
        return HttpResponse(told, status=status, content_type="application/json")
    if status == OK:
        messages.success(request, say("web.saved", language_of(request)))
        return redirect("form", number=record.number)
    shown = editor(request, record, apart, keeps=True)
    return render(
        request, "forms/page.html", {**_page(request, shown), "refused": refused}, status=status
    )


def _page(request: HttpRequest, shown: Editor) -> dict[str, object]:
    record = shown.record
    return {
        "record": record,
        "editor": shown,
        "stations": stations(record),
        "history": history(record, shown.drawn),
        "returned": open_return(record),
        "moves": tuple(move for move in MOVES if move.action in shown.allowed),
    }


@open_to_all
@cache_control(max_age=3600)
def report_style(request: HttpRequest) -> HttpResponse:
    """Send the style of the report's drawing, which stands beside that drawing's code."""
    # The colours that the platform's own style goes by stand in the frame that all reports share.
    parts = (files("jiheng.writers.report") / name for name in ("frame.css", "report.css"))
    style = "".join(part.read_text(encoding="utf-8") for part in parts)
    return HttpResponse(style, content_type="text/css; charset=utf-8")
