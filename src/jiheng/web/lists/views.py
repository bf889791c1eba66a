"""工作台, the list of forms, 催办, and the search."""

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from msgspec.structs import replace

from jiheng.web.access.situations import within_reach
from jiheng.web.chain.models import Event
from jiheng.web.chain.steps import SUBMITTING, Step
from jiheng.web.chain.tasks import owed_by_others, waiting_for
from jiheng.web.forms.beginning import units_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.language import language_of
from jiheng.web.lists.asked import asked_of
from jiheng.web.lists.handing_in import ready
from jiheng.web.lists.listing import PAGE, listing
from jiheng.web.lists.reminding import reminder
from jiheng.web.lists.rows import Row, listed, row_of
from jiheng.web.lists.sieve import sieve_in
from jiheng.web.pages.desk import Desk, desk_of
from jiheng.web.people.models import Organisation
from jiheng.web.people.reach import one_of, organisations_in
from jiheng.web.rectification.notices import with_open_notice
from jiheng.web.sections.waiting import owed_on

_WORK = ("project", "step", "findings", "printed", "recomputed", "due")
_FORMS = (
    "project", "unit", "step", "budget", "rate",
    "printed", "recomputed", "stake", "findings", "due",
)  # fmt: skip
_FOUND = ("project", "unit", "year", "step", "printed", "findings", "due")
_OWED = ("project", "unit", "step", "budget", "due")
_LONGEST = 100


@require_safe
def tasks(request: HttpRequest) -> HttpResponse:
    """Show what waits for the visitor in their year, what is due first on top."""
    desk = desk_of(request)
    waiting = waiting_for(desk.person, desk.posts).filter(year=desk.year)
    sent = FormRecord.objects.filter(filler=desk.person, year=desk.year)
    shown = listing(request, waiting, _WORK)
    context = {
        "listing": shown,
        "rows": _with_rows_out(shown.rows),
        "sent": tuple(row_of(each) for each in _withdrawable(sent)),
        "may_begin": bool(units_of(desk.posts)),
        "can_hand_in": ready(desk).exists(),
    }
    return render(request, "lists/tasks.html", context)


@require_safe
def form_list(request: HttpRequest) -> HttpResponse:
    """Show the forms of a year within the visitor's reach that meet what the address asks for."""
    desk, sieve = desk_of(request), sieve_in(request.GET)
    place = _place(desk, sieve.at)
    year = sieve.year or desk.year
    records = sieve.sifted(within_reach(desk.posts).filter(year=year))
    counts = dict(records.order_by().values_list("step").annotate(Count("pk")))
    chosen = records.filter(step=sieve.step) if sieve.step in counts else records
    context = {
        "listing": listing(request, chosen, _FORMS),
        "year": year,
        "asked": tuple(asked_of(sieve, place, language_of(request))),
        "findings": sieve.findings(chosen),
        "base": replace(sieve, step="").query,
        "steps": tuple((each, counts[each]) for each in Step if each in counts),
        "step": sieve.step if sieve.step in counts else "",
        "total": sum(counts.values()),
        "may_begin": bool(units_of(desk.posts)),
    }
    return render(request, "lists/forms.html", context)


@require_safe
def reminders(request: HttpRequest) -> HttpResponse:
    """Show what others owe, with a text to copy."""
    desk = desk_of(request)
    owed = owed_by_others(desk.person, desk.posts).filter(year=desk.year)
    context = {
        "listing": listing(request, owed, _OWED),
        "reminder": reminder(owed, language_of(request)),
    }
    return render(request, "lists/reminders.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the forms of all years whose project, unit or number holds what was typed."""
    wanted = request.GET.get("q", "").strip()[:_LONGEST]
    records = within_reach(desk_of(request).posts)
    found = records.filter(holding(wanted)) if wanted else records.none()
    context = {"listing": listing(request, found, _FOUND, default="year"), "wanted": wanted}
    return render(request, "lists/search.html", context)


def holding(words: str) -> Q:
    """Return the condition that project, number or unit of a form holds these words."""
    about = Q(project__icontains=words) | Q(number__icontains=words)
    return about | Q(organisation__name__icontains=words)


def _with_rows_out(rows: tuple[Row, ...]) -> tuple[tuple[Row, int, bool], ...]:
    """Each form with its rows that a section still has, and whether a notice is open on it."""
    records = tuple(row.record for row in rows)
    out, noticed = owed_on(records), with_open_notice(records)
    return tuple((row, out.get(row.record.pk, 0), row.record.pk in noticed) for row in rows)


def _place(desk: Desk, key: int | None) -> Organisation | None:
    """The organisation to which a list is narrowed; none that lies out of reach."""
    branches = tuple(each.branch for each in desk.posts)
    return one_of(organisations_in(branches), key) if key is not None else None


def _withdrawable(records: QuerySet[FormRecord]) -> QuerySet[FormRecord]:
    """Forms that were submitted and that nobody has judged yet."""
    events = Event.objects.filter(record=OuterRef("pk")).order_by("-id")
    last = records.annotate(last=Subquery(events.values("action")[:1]))
    sent = last.filter(last__in=[each.value for each in SUBMITTING])
    return listed(sent).order_by("-step_since")[:PAGE]
