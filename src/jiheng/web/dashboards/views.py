"""统计看板: the page, its worksheets and its summary on paper."""

from collections.abc import Callable
from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from msgspec.structs import replace

from jiheng.rulebook.messages import say
from jiheng.web.dashboards.asking import WHICH, Asked, asked_by
from jiheng.web.dashboards.charts.execution import execution_chart
from jiheng.web.dashboards.charts.intervals import interval_chart
from jiheng.web.dashboards.charts.kinds import kind_chart
from jiheng.web.dashboards.charts.years import year_chart
from jiheng.web.dashboards.overview import Overview
from jiheng.web.dashboards.rows import ALL
from jiheng.web.dashboards.sheet import summary_sheets
from jiheng.web.dashboards.summary import summary_page
from jiheng.web.dashboards.telling import told_once
from jiheng.web.dashboards.tree import place_of
from jiheng.web.language import language_of
from jiheng.web.papers.views import NO_NAME, TYPES
from jiheng.web.people.models import Organisation
from jiheng.web.people.reach import organisations_in
from jiheng.writers.summary import write_summary

FORBIDDEN = 403
_MOST_PLACES = 400


@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """Show what the forms of a branch come to: figures, charts, findings, organisations."""
    asked = asked_by(request)
    if asked is None:
        return render(request, "403.html", status=FORBIDDEN)
    shown = asked.overview()
    context = {
        "overview": shown,
        "which": asked.choice.which.value if asked.choice.which else ALL,
        "whiches": tuple(WHICH),
        "places": _places_above(asked.branches),
        "now": timezone.localtime(),
        "told_once": told_once(shown, language_of(request)),
        **_charts(shown),
    }
    return render(request, "dashboards/page.html", context)


@require_safe
def sheet(request: HttpRequest) -> HttpResponseBase:
    """Send the figures as worksheets, every organisation with its parts."""
    return _sent(request, "xlsx")


@require_safe
def summary(request: HttpRequest) -> HttpResponseBase:
    """Send the figures as one page to print."""
    return _sent(request, "pdf")


def figures_file(asked: Asked, kind: str, language: str) -> FileResponse:
    """Return figures as a file of a kind of ``WRITERS``."""
    name = say(
        f"dashboards.file-{kind}", language, place=asked.place.name, year=str(asked.choice.year)
    )
    return FileResponse(
        BytesIO(WRITERS[kind](asked, language)),
        as_attachment=True,
        filename=name.translate(NO_NAME),
        content_type=TYPES[kind],
    )


def _sent(request: HttpRequest, kind: str) -> HttpResponseBase:
    asked = asked_by(request)
    if asked is None:
        return render(request, "403.html", status=FORBIDDEN)
    return figures_file(asked, kind, language_of(request))


def _worksheets(asked: Asked, language: str) -> bytes:
    whole = replace(asked, choice=replace(asked.choice, is_whole=True))
    return summary_sheets(whole.overview(), language)


def _printed(asked: Asked, language: str) -> bytes:
    moment = f"{timezone.localtime():%Y-%m-%d %H:%M}"
    return write_summary(summary_page(asked.overview(), moment, language))


WRITERS: dict[str, Callable[[Asked, str], bytes]] = {"xlsx": _worksheets, "pdf": _printed}
"""As what figures can be kept."""


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
