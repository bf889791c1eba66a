"""统计看板: the page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jiheng.web.access.situations import within_reach
from jiheng.web.dashboards.charts.execution import execution_chart
from jiheng.web.dashboards.charts.intervals import interval_chart
from jiheng.web.dashboards.charts.kinds import kind_chart
from jiheng.web.dashboards.charts.years import year_chart
from jiheng.web.dashboards.overview import Overview, overview_of
from jiheng.web.dashboards.permission import place_asked, posts_seeing
from jiheng.web.dashboards.rows import ALL, Choice
from jiheng.web.dashboards.telling import told_once
from jiheng.web.dashboards.tree import place_of
from jiheng.web.language import language_of
from jiheng.web.lists.sieve import Sent
from jiheng.web.pages.desk import Desk, desk_of
from jiheng.web.pages.keys import key_in
from jiheng.web.people.models import Organisation
from jiheng.web.people.reach import organisations_in

FORBIDDEN = 403
WHICH = {Sent.SENT.value: Sent.SENT, Sent.CLOSED.value: Sent.CLOSED, ALL: None}
"""Which forms the figures are of, by the word in the address; the first where it says nothing."""
_MOST_PLACES = 400


@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """Show what the forms of a branch come to: figures, charts, findings, organisations."""
    desk = desk_of(request)
    posts = posts_seeing(desk)
    if not posts:
        return render(request, "403.html", status=FORBIDDEN)
    place = place_asked(request, posts)
    choice = choice_in(request, desk)
    shown = overview_of(within_reach(posts), place, choice)
    context = {
        "overview": shown,
        "which": choice.which.value if choice.which else ALL,
        "whiches": tuple(WHICH),
        "places": _places_above(tuple(post.branch for post in posts)),
        "now": timezone.localtime(),
        "told_once": told_once(shown, language_of(request)),
        **_charts(shown),
    }
    return render(request, "dashboards/page.html", context)


def choice_in(request: HttpRequest, desk: Desk) -> Choice:
    """Return what an address asks for, else the forms handed in in the year of the desk."""
    asked = key_in(request.GET.get("year", ""))
    years = {each.year for each in desk.years}
    return Choice(
        year=asked if asked in years else desk.year or timezone.localdate().year,
        which=WHICH.get(request.GET.get("which", ""), Sent.SENT),
        opened=key_in(request.GET.get("open", "")) or None,
    )


def _charts(shown: Overview) -> dict[str, object]:
    return {
        "execution": execution_chart(shown.parts, shown.place.name),
        "intervals": interval_chart(shown.parts, shown.place.name),
        "kinds": kind_chart(shown.kinds),
        "years": year_chart(shown.years),
    }


def _places_above(branches: tuple[str, ...]) -> tuple[Organisation, ...]:
    """The organisations between which one can choose: those that have others below them."""
    inside = organisations_in(branches)
    above = set(inside.order_by().values_list("above", flat=True))
    tops = inside.filter(branch__in=branches)
    found = {each.pk: each for each in (*tops, *inside.filter(pk__in=above)[:_MOST_PLACES])}
    return tuple(sorted(found.values(), key=lambda each: place_of(each).keys))
