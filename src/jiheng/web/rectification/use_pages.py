"""The pages of 结果应用: the finished forms of a year with what each result advises."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.access.table import roles_for
from jiheng.web.chain.actions.advise import advise
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.steps import Action, Step
from jiheng.web.chain.views import CONFLICT, FORBIDDEN
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate
from jiheng.web.forms.sent import clean
from jiheng.web.language import language_of
from jiheng.web.lists.listing import listing
from jiheng.web.lists.rows import row_of
from jiheng.web.pages.desk import desk_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.rectification.refusing import sentence
from jiheng.web.rectification.seeing import seeing_forms
from jiheng.web.rectification.sent import order_of
from jiheng.web.rectification.states import Use
from jiheng.web.rectification.use_sheet import use_sheet
from jiheng.web.rectification.uses import (
    amount_in,
    finished,
    kinds,
    plain_amount,
    use_counts,
    use_of,
    uses_by_form,
    with_use,
)
from jiheng.web.rectification.wishes import UseWish
from jiheng.web.rectification.worksheet import sent_sheet

_COLUMNS = ("project", "unit", "budget", "rate", "printed", "recomputed", "findings")


@seeing_forms
def use_list(request: HttpRequest) -> HttpResponse:
    """Show the finished forms of the year with their advice, or record one for those ticked."""
    if request.method == "POST":
        return _record_many(request)
    desk, use = desk_of(request), request.GET.get("use", "")
    records = finished(desk.posts, desk.year)
    shown = listing(request, with_use(records, use), _COLUMNS, default="findings")
    uses = uses_by_form(tuple(row.record for row in shown.rows))
    counts = use_counts(records)
    context = {
        "listing": shown,
        "rows": tuple((row, uses.get(row.record.pk)) for row in shown.rows),
        "tabs": counts,
        "total": sum(count for _, count in counts),
        "use": use,
        "kinds": kinds(),
        "may_advise": bool(desk.roles & roles_for(Action.ADVISE, Step.CLOSED)),
    }
    return render(request, "rectification/uses.html", context)


@require_safe
@seeing_forms
def sheet(request: HttpRequest) -> HttpResponse:
    """Send the list as it is shown, all pages of it, as a worksheet."""
    desk = desk_of(request)
    records = with_use(finished(desk.posts, desk.year), request.GET.get("use", ""))
    data = use_sheet(records.order_by("organisation__branch", "number"), language_of(request))
    return sent_sheet(data, f"result-use-{desk.year}")


def use_page(request: HttpRequest, number: str) -> HttpResponse:
    """Ask what a form's result advises, or record it."""
    record = record_for(visitor(request), number)
    if Action.ADVISE not in allowed_actions(visitor(request), record):
        return render(request, "403.html", status=FORBIDDEN)
    refused = ""
    if request.method == "POST":
        try:
            advise(order_of(request, record), _wish(request))
        except (Refused, OutOfDate) as refusal:
            refused = sentence(refusal, language_of(request))
        else:
            messages.success(request, _done(request, record))
            return redirect("form", number=number)
    now = use_of(record)
    context = {
        "record": record,
        "row": row_of(record),
        "kinds": kinds(),
        "now": now,
        "amount": "" if now is None else plain_amount(now.amount),
        "typed": request.POST,
        "refused": refused,
    }
    return render(request, "rectification/use_page.html", context, status=_status(refused))


def _record_many(request: HttpRequest) -> HttpResponse:
    """Record the same advice for every form that was ticked, each by itself."""
    language = language_of(request)
    records = _ticked(request)
    if not records:
        messages.error(request, say("web.refused.no-tick", language))
    for record in records:
        try:
            reason = clean(request.POST.get("reason")) or ""
            order = Order(person=visitor(request), record=record.pk, version=None, reason=reason)
            advise(order, _wish(request))
        except (Refused, OutOfDate) as refusal:
            messages.error(request, f"{record.project}：{sentence(refusal, language)}")
        else:
            messages.success(request, _done(request, record))
    return redirect("result-uses")


def _ticked(request: HttpRequest) -> QuerySet[FormRecord]:
    desk = desk_of(request)
    return finished(desk.posts, desk.year).filter(number__in=request.POST.getlist("number"))


def _wish(request: HttpRequest) -> UseWish:
    use = request.POST.get("use", "")
    if use not in set(kinds().uses):
        raise Refused("refused.no-use")
    return UseWish(use=Use(use), amount=amount_in(request.POST.get("amount", "")))


def _done(request: HttpRequest, record: FormRecord) -> str:
    language = language_of(request)
    action = say("web.action.advise", language)
    return say("web.done", language, action=action, project=record.project)


def _status(refused: str) -> int:
    return CONFLICT if refused else 200
