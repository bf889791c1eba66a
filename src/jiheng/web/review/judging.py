"""The walk's pages: a form is shown, its rows are scored, it is passed or sent back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from msgspec.structs import replace

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import record_for
from jiheng.web.chain.actions import Move
from jiheng.web.chain.asking import order_from
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.steps import REVIEWING, Action
from jiheng.web.chain.views import CONFLICT, FORBIDDEN, done, move_named, why
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate
from jiheng.web.language import language_of
from jiheng.web.pages.desk import Desk, desk_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import wants_part
from jiheng.web.review.case import UNTOUCHED, Typed, case_of, proposed_reason, saved_parts
from jiheng.web.review.walk import Way, way_for
from jiheng.web.verdicts.giving import Giving, Remark, forget_opinion, give
from jiheng.web.verdicts.models import SCORED_AT
from jiheng.web.verdicts.page import may_score
from jiheng.web.verdicts.sent import day_in, wishes_in
from jiheng.web.verdicts.taking import taken_over
from jiheng.web.verdicts.wishes import Unsaved


@require_safe
def review(request: HttpRequest, number: str) -> HttpResponse:
    """Show a form beside the list of those that wait, with what can be decided."""
    desk, record, here = _opened(request, number, request.GET.get("step", ""))
    if here is None:
        return render(request, "403.html", status=FORBIDDEN)
    return _case(request, desk, record, here)


@require_POST
def score(request: HttpRequest, number: str) -> HttpResponse:
    """Save the scores of rows and the opinion, and leave the form where it is."""
    desk, record, here = _opened(request, number, request.POST.get("step", ""))
    if here is None:
        return render(request, "403.html", status=FORBIDDEN)
    try:
        unsaved = _given(request, record, _remark(request, record))
    except (Refused, OutOfDate) as refusal:
        messages.error(request, why(refusal, request))
        return _case(request, desk, record, here, CONFLICT)
    typed = replace(_typed(request), unsaved=unsaved)
    status = CONFLICT if unsaved else 200
    if wants_part(request):
        context = saved_parts(request, desk, record, typed)
        return render(request, "verdicts/saved.html", context, status=status)
    if unsaved:
        return _case(request, desk, record, here, CONFLICT, typed)
    messages.success(request, say("verdicts.saved", language_of(request)))
    return redirect(f"{reverse('review', args=[number])}?step={here.step}")


@require_POST
def judge(request: HttpRequest, number: str, action: str) -> HttpResponse:
    """Pass a form or send it back, and show the next one; what cannot be judged is skipped."""
    desk, record, here = _opened(request, number, request.POST.get("step", ""))
    move, language = move_named(action), language_of(request)
    if here is None:
        return render(request, "403.html", status=FORBIDDEN)
    if move.action not in REVIEWING:
        raise Http404
    typed = _typed(request)
    try:
        deadline = _deadline(request, record, move)
        unsaved = _given(request, record, deadline) if typed.wishes or deadline else ()
        if unsaved:
            return _case(request, desk, record, here, CONFLICT, replace(typed, unsaved=unsaved))
        move.perform(_order(request, record, move))
    except (Refused, OutOfDate) as refusal:
        said = why(refusal, request)
        if isinstance(refusal, Refused) and refusal.why.startswith("refused."):
            messages.error(request, said)
            return _case(request, desk, record, here, CONFLICT, typed)
        messages.error(request, say("review.skipped", language, project=record.project, why=said))
    else:
        forget_opinion(record)
        messages.success(request, done(request, record, move))
    return _next(request, desk, here)


def _typed(request: HttpRequest) -> Typed:
    sent = request.POST
    return Typed(reason=sent.get("reason"), due=sent.get("due"), wishes=wishes_in(sent))


def _opened(request: HttpRequest, number: str, step: str) -> tuple[Desk, FormRecord, Way | None]:
    """The visitor, the form, and where it lies on their way; no way for whoever judges nothing."""
    desk = desk_of(request)
    record = record_for(desk.person, number)
    return desk, record, way_for(desk, record, step)


def _given(request: HttpRequest, record: FormRecord, remark: Remark | None) -> tuple[Unsaved, ...]:
    """Save what was sent of rows, and the remark; return the rows that were not saved."""
    sent, wishes = request.POST, wishes_in(request.POST)
    if "take" in sent:
        wishes = taken_over(record, wishes)
    person, version = desk_of(request).person, key_in(sent.get("version", ""))
    return give(
        Giving(person=person, record=record.pk, version=version, wishes=wishes, remark=remark)
    )


def _order(request: HttpRequest, record: FormRecord, move: Move) -> Order:
    """What was asked for; a proposal to send the form back is no reason to pass it."""
    order = order_from(request, record, move, language_of(request))
    if move.action is not Action.SEND_BACK:
        return replace(order, reason=_own_words(request, record))
    due = day_in(request.POST.get("due", ""))
    if due is None or not order.reason.strip():
        return order
    # Events are in Chinese, whatever language whoever caused them reads.
    return replace(order, reason=f"{order.reason.rstrip()}\n{say('verdicts.until', day=str(due))}")


def _remark(request: HttpRequest, record: FormRecord) -> Remark | None:
    """The opinion and the day as they stand in their fields; None where these were not sent."""
    if "reason" not in request.POST:
        return None
    due = day_in(request.POST.get("due", ""))
    return Remark(opinion=_own_words(request, record), due=due)


def _deadline(request: HttpRequest, record: FormRecord, move: Move) -> Remark | None:
    """The day that a return names, which its paper names too."""
    due = day_in(request.POST.get("due", ""))
    is_return = move.action is Action.SEND_BACK and record.step in SCORED_AT
    return Remark(due=due) if due and is_return else None


def _own_words(request: HttpRequest, record: FormRecord) -> str:
    """What the visitor wrote; "" where that is what the page proposed."""
    written = request.POST.get("reason", "").strip()
    if not written or not may_score(desk_of(request).person, record):
        return written
    return "" if written.split() == proposed_reason(request, record).split() else written


def _next(request: HttpRequest, desk: Desk, here: Way) -> HttpResponse:
    """The form that follows; the queue, when there is none."""
    htmx = wants_part(request)
    if not here.next:
        messages.info(request, say("review.all-done", language_of(request)))
        answer = HttpResponse() if htmx else redirect(here.home)
        answer["HX-Redirect"] = reverse(here.home)
        return answer
    if not htmx:
        return redirect("review", number=here.next)
    record = record_for(desk.person, here.next)
    answer = _case(request, desk, record, way_for(desk, record, here.step) or here)
    answer["HX-Push-Url"] = reverse("review", args=(here.next,))
    return answer


def _case(
    request: HttpRequest,
    desk: Desk,
    record: FormRecord,
    here: Way,
    status: int = 200,
    typed: Typed = UNTOUCHED,
) -> HttpResponse:
    part = "review/walk.html" if wants_part(request) else "review/page.html"
    return render(request, part, case_of(request, desk, record, here, typed), status=status)
