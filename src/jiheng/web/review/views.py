"""审核队列, and the walk through it on which forms are judged without leaving the page."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import record_for
from jiheng.web.chain.asking import order_from
from jiheng.web.chain.order import Aspect, Refused
from jiheng.web.chain.steps import REVIEWING, Step
from jiheng.web.chain.tasks import UNIT_STEPS
from jiheng.web.chain.views import CONFLICT, FORBIDDEN, done, move_named, why
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remedies import links_of
from jiheng.web.forms.saving import OutOfDate, form_of
from jiheng.web.forms.sheet import drawn
from jiheng.web.forms.side import side_panel
from jiheng.web.language import language_of
from jiheng.web.lists.listing import listing
from jiheng.web.lists.reminding import reminder
from jiheng.web.lists.rows import row_of
from jiheng.web.pages.desk import Desk, desk_of
from jiheng.web.review.export import export
from jiheng.web.review.pool import State, pool, stages_of, told_once, units, waiting
from jiheng.web.review.proposal import proposal
from jiheng.web.review.queue import batch_moves, is_evaluated, queued, strip, tabs, wish
from jiheng.web.review.walk import Way, approval, comeback, step_of, way

_COLUMNS = ("project", "unit", "budget", "due")
_JUDGED = ("rate", "printed", "recomputed", "stake", "findings")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show the forms that come to the visitor: figures, tabs, table, units, what to remind of."""
    desk = desk_of(request)
    wished = wish(request, desk)
    if wished is None:
        return render(request, "403.html", status=FORBIDDEN)
    everything = pool(desk.posts, wished.step, desk.year)
    records = wished.narrowed(everything)
    chosen = records if wished.state is None else records.filter(state=wished.state)
    columns = (*_COLUMNS, *_JUDGED) if is_evaluated(wished.step) else _COLUMNS
    owed = records.filter(state=State.UNSENT, step__in=UNIT_STEPS)
    shown = listing(request, chosen, columns, ("rank",), "findings")
    counted = strip(records)
    context = {
        "wish": wished,
        "stages": stages_of(desk.posts),
        "strip": counted,
        "evaluated": is_evaluated(wished.step),
        "tabs": tabs(counted, wished),
        "base": wished.query(),
        "query": wished.query(wished.state),
        "listing": shown,
        "rows": queued(shown, desk, wished.step),
        "units": units(everything),
        "once": told_once(records, language_of(request)),
        "reminder": reminder(owed, language_of(request)),
        "moves": batch_moves(wished.step),
        "judged": _JUDGED,
    }
    return render(request, "review/queue.html", context)


@require_safe
def queue_sheet(request: HttpRequest) -> HttpResponse:
    """Send the queue as it is shown, all pages of it, as a worksheet."""
    desk = desk_of(request)
    wished = wish(request, desk)
    if wished is None:
        return render(request, "403.html", status=FORBIDDEN)
    records = wished.narrowed(pool(desk.posts, wished.step, desk.year))
    chosen = records if wished.state is None else records.filter(state=wished.state)
    ordered = chosen.order_by("rank", "-figures__priority", "number")
    answer = HttpResponse(export(ordered, language_of(request)), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="queue-{desk.year}.xlsx"'
    return answer


@require_safe
def first(request: HttpRequest) -> HttpResponse:
    """Lead to the waiting form where most is at stake."""
    desk = desk_of(request)
    wished = wish(request, desk)
    if wished is None:
        return render(request, "403.html", status=FORBIDDEN)
    found = wished.narrowed(waiting(desk.person, desk.posts, wished.step, desk.year)).first()
    if found is None:
        messages.info(request, say("review.nothing-waits", language_of(request)))
        return redirect("queue")
    return redirect("review", number=found.number)


@require_safe
def review(request: HttpRequest, number: str) -> HttpResponse:
    """Show a form beside the list of those that wait, with what can be decided."""
    desk, record = desk_of(request), record_for(desk_of(request).person, number)
    step = step_of(desk, record, request.GET.get("step", ""))
    if step is None:
        return render(request, "403.html", status=FORBIDDEN)
    return _case(request, desk, record, way(desk, step, record))


@require_POST
def judge(request: HttpRequest, number: str, action: str) -> HttpResponse:
    """Pass a form or send it back, and show the next one; what cannot be judged is skipped."""
    desk, move = desk_of(request), move_named(action)
    record = record_for(desk.person, number)
    step = step_of(desk, record, request.POST.get("step", ""))
    if step is None:
        return render(request, "403.html", status=FORBIDDEN)
    if move.action not in REVIEWING:
        raise Http404
    here = way(desk, step, record)
    language = language_of(request)
    try:
        move.perform(order_from(request, record, move, language))
    except (Refused, OutOfDate) as refusal:
        said = why(refusal, request)
        if isinstance(refusal, Refused) and refusal.why.startswith("refused."):
            messages.error(request, said)
            return _case(request, desk, record, here, CONFLICT)
        messages.error(request, say("review.skipped", language, project=record.project, why=said))
    else:
        messages.success(request, done(request, record, move))
    return _next(request, desk, here)


def _next(request: HttpRequest, desk: Desk, here: Way) -> HttpResponse:
    """The form that follows; the queue, when there is none."""
    htmx = request.headers.get("HX-Request") == "true"
    if not here.next:
        messages.info(request, say("review.all-done", language_of(request)))
        answer = HttpResponse() if htmx else redirect("queue")
        answer["HX-Redirect"] = reverse("queue")
        return answer
    if not htmx:
        return redirect("review", number=here.next)
    record = record_for(desk.person, here.next)
    answer = _case(request, desk, record, way(desk, here.step, record))
    answer["HX-Push-Url"] = reverse("review", args=(here.next,))
    return answer


def _case(
    request: HttpRequest, desk: Desk, record: FormRecord, here: Way, status: int = 200
) -> HttpResponse:
    language = language_of(request)
    page = drawn(form_of(record), Step(record.step), language, links=links_of(record))
    move = approval(desk, record)
    context = {
        "record": record,
        "row": row_of(record),
        "way": here,
        "page": page,
        "side": side_panel(record, page, desk.person, language),
        "move": move,
        "aspects": tuple(Aspect),
        "proposal": proposal(record, page, language) if move else None,
        "comeback": comeback(record),
        "typed": request.POST.get("reason"),
    }
    part = "review/walk.html" if request.headers.get("HX-Request") == "true" else "review/page.html"
    return render(request, part, context, status=status)
