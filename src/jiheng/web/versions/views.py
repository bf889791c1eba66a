"""What a form was: its versions, and the year before."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jiheng.web.access.fetching import record_for
from jiheng.web.forms.sheet import drawn_now
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor, wants_part
from jiheng.web.versions.comparing import before_the_return, compare, version_at, versions_of
from jiheng.web.versions.last_year import last_year_of


@require_safe
def versions(request: HttpRequest, number: str) -> HttpResponse:
    """Show every version, and what changed between two: since the last return, if nobody chose."""
    record = record_for(visitor(request), number)
    known = versions_of(record)
    chosen = sorted(
        (
            _number(request, "from", before_the_return(record)),
            _number(request, "to", record.version),
        )
    )
    first, second = (version_at(known, each) for each in chosen)
    page = drawn_now(record, language_of(request))
    comparison = compare(known, first, second, page)
    context = {"record": record, "versions": known, "comparison": comparison}
    return render(request, "versions/versions.html", context)


@require_safe
def last_year(request: HttpRequest, number: str) -> HttpResponse:
    """Show last year's values of a form's rows, as a page or beside the form."""
    person = visitor(request)
    record = record_for(person, number)
    context = {"record": record, "last": last_year_of(record, person)}
    name = "versions/last_year_table.html" if wants_part(request) else "versions/last_year.html"
    return render(request, name, context)


def _number(request: HttpRequest, name: str, otherwise: int) -> int:
    given = request.GET.get(name, "")
    return int(given) if given.isdecimal() and len(given) < len("1000000000") else otherwise
