"""A project over its years, the list of what changed, and rows linked by hand."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.rulebook.years import thresholds
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.chain.steps import Action
from jiheng.web.chain.views import FORBIDDEN
from jiheng.web.forms.models import FormRecord
from jiheng.web.language import language_of
from jiheng.web.lists.listing import Sorting, sorted_page
from jiheng.web.pages.desk import desk_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Person
from jiheng.web.years.costs import cost_rows
from jiheng.web.years.export import export
from jiheng.web.years.findings import found_over
from jiheng.web.years.linking import BadLink, link, unlink
from jiheng.web.years.money import money_rows
from jiheng.web.years.overview import COLUMNS, chosen, of_place, tabs, wish, with_forms
from jiheng.web.years.pairing import pairings
from jiheng.web.years.promises import promises
from jiheng.web.years.reach import COMPARING
from jiheng.web.years.story import story_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """Show the projects of a year beside what they were the year before."""
    desk = desk_of(request)
    if not desk.roles & COMPARING:
        return render(request, "403.html", status=FORBIDDEN)
    wished = wish(request, desk.posts, desk.year)
    found = of_place(desk.posts, wished)
    by = Sorting(columns=COLUMNS, default=_order(wished.matter), last="record__number")
    context = {
        "wish": wished,
        "tabs": tabs(found, wished),
        "listing": sorted_page(request, with_forms(chosen(found, wished)), by),
        "limits": thresholds(),
    }
    return render(request, "years/list.html", context)


@require_safe
def years_sheet(request: HttpRequest) -> HttpResponse:
    """Send the list as it is shown, all pages of it, as a worksheet."""
    desk = desk_of(request)
    if not desk.roles & COMPARING:
        return render(request, "403.html", status=FORBIDDEN)
    wished = wish(request, desk.posts, desk.year)
    found = chosen(of_place(desk.posts, wished), wished).order_by("-softer", "record__number")
    answer = HttpResponse(export(found, language_of(request)), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="years-{desk.year}.xlsx"'
    return answer


@require_safe
def form_years(request: HttpRequest, number: str) -> HttpResponse:
    """Show a form's project over all its years."""
    person, language = visitor(request), language_of(request)
    record = record_for(person, number)
    story = story_of(record, person)
    context = {
        "record": record,
        "story": story,
        "money": money_rows(story),
        "costs": cost_rows(story, language),
        "promises": promises(story),
        "pairings": pairings(story, person),
        "found": found_over(tuple(year.record for year in story.years), language),
        "limits": thresholds(),
        "may_compare": bool(desk_of(request).roles & COMPARING),
    }
    return render(request, "years/form.html", context)


@require_POST
def link_rows(request: HttpRequest, number: str) -> HttpResponse:
    """Say that a row is the one that the form before called otherwise."""
    name, before = request.POST.get("name", ""), request.POST.get("before", "")
    return _linked(request, number, lambda record, person: link(record, person, name, before))


@require_POST
def unlink_rows(request: HttpRequest, number: str) -> HttpResponse:
    """Take such a link back."""
    name = request.POST.get("name", "")
    return _linked(request, number, lambda record, person: unlink(record, person, name))


def _linked(
    request: HttpRequest, number: str, change: Callable[[FormRecord, Person], None]
) -> HttpResponse:
    person, language = visitor(request), language_of(request)
    record = record_for(person, number)
    if Action.LINK_ROWS not in allowed_actions(person, record):
        return render(request, "403.html", status=FORBIDDEN)
    try:
        change(record, person)
    except BadLink:
        messages.error(request, say("years.cannot-link", language))
    else:
        messages.success(request, say("years.linked", language))
    return redirect("form-years", number=number)


def _order(matter: str | None) -> str:
    """The column that shows the matter of a tab."""
    return {"short": "short", "jumps": "unit-cost", "gone": "gone", "leap": "score"}.get(
        matter or "", "softer"
    )
