"""One form's page, and the page on which its open cells are filled in."""

from importlib.resources import files

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.access.situations import posts_of
from jiheng.web.chain.actions import MOVES
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.history import history
from jiheng.web.chain.openness import open_paths, open_return, returned_cells
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.progress import stations
from jiheng.web.chain.steps import Action, Step
from jiheng.web.chain.views import CONFLICT, FORBIDDEN, why
from jiheng.web.forms.beginning import BadBeginning, Beginning, begin, units_of
from jiheng.web.forms.filling import fields_of, sent_changes
from jiheng.web.forms.saving import OutOfDate, form_of
from jiheng.web.forms.sheet import drawn
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.door import open_to_all


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
        record = begin(person, posts, Beginning(unit=chosen, **sent))
    except BadBeginning as error:
        refused = say(f"web.{error.why}", language_of(request), line=error.line)
        context = {"units": units, "sent": sent, "refused": refused}
        return render(request, "forms/begin.html", context, status=CONFLICT)
    return redirect("form", number=record.number)


@require_safe
def form_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show one form as its official table, with findings, steps, and the allowed actions."""
    person = visitor(request)
    record = record_for(person, number)
    allowed = allowed_actions(person, record)
    page = drawn(form_of(record), Step(record.step), language_of(request))
    context = {
        "record": record,
        "page": page.page,
        "stations": stations(record),
        "history": history(record, page),
        "returned": open_return(record),
        "moves": tuple(move for move in MOVES if move.action in allowed),
        "may_fill": Action.FILL in allowed,
    }
    return render(request, "forms/page.html", context)


def fill_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show the open cells, or save them; somebody else's save in between is shown beside."""
    person = visitor(request)
    record = record_for(person, number)
    if Action.FILL not in allowed_actions(person, record):
        return render(request, "403.html", status=FORBIDDEN)
    form = form_of(record)
    open_now = open_paths(form, record, returned_cells(record))
    page = drawn(form, Step(record.step), language_of(request))
    context: dict[str, object] = {"record": record, "fields": fields_of(form, open_now, page)}
    if request.method != "POST":
        return render(request, "forms/fill.html", context)
    changes = sent_changes(request.POST, open_now, form)
    version = request.POST.get("version", "")
    seen = int(version) if version.isdecimal() else 0
    try:
        fill(Order(person=person, record=record.pk, version=seen, changes=changes))
    except (Refused, OutOfDate) as refusal:
        context["refused"] = why(refusal, request)
        context["fields"] = fields_of(
            form, open_now, page, {each.path: each.new or "" for each in changes}
        )
        return render(request, "forms/fill.html", context, status=CONFLICT)
    messages.success(request, say("web.saved", language_of(request)))
    return redirect("form", number=number)


@open_to_all
@cache_control(max_age=3600)
def report_style(request: HttpRequest) -> HttpResponse:
    """Send the style of the report's drawing, which stands beside that drawing's code."""
    style = (files("jiheng.writers.report") / "report.css").read_text(encoding="utf-8")
    return HttpResponse(style, content_type="text/css; charset=utf-8")
