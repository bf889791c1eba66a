"""审核队列: the forms that come to a reviewer, as a page and as a worksheet."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from jiheng.rulebook.messages import say
from jiheng.web.chain.tasks import UNIT_STEPS
from jiheng.web.chain.views import FORBIDDEN
from jiheng.web.language import language_of
from jiheng.web.lists.listing import listing
from jiheng.web.lists.reminding import reminder
from jiheng.web.pages.desk import desk_of
from jiheng.web.review.export import export
from jiheng.web.review.pool import State, pool, stages_of, told_once, units, waiting
from jiheng.web.review.queue import (
    batch_moves,
    chosen,
    everything,
    is_evaluated,
    queued,
    strip,
    tabs,
    wish,
)

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
    records = everything(desk, wished)
    columns = (*_COLUMNS, *_JUDGED) if is_evaluated(wished.step) else _COLUMNS
    owed = records.filter(state=State.UNSENT, step__in=UNIT_STEPS)
    shown = listing(request, chosen(desk, wished), columns, ("rank",), "findings")
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
        "units": units(pool(desk.posts, wished.step, desk.year)),
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
    answer = HttpResponse(export(chosen(desk, wished), language_of(request)), content_type=XLSX)
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
