"""The journal's pages, for the administrator of the audit and nobody else."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jiheng.web.journal.exporting import as_csv, as_xlsx
from jiheng.web.journal.models import Entry
from jiheng.web.journal.sifting import ACTIONS, sieve_of, sifted
from jiheng.web.journal.telling import shown
from jiheng.web.journal.writing import first_break
from jiheng.web.language import language_of
from jiheng.web.people.reach import for_role
from jiheng.web.people.roles import Role

PAGE = 100
KINDS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@for_role(Role.AUDIT_ADMIN)
@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """Show the entries that are asked for, the latest first, and whether the chain is whole."""
    sieve = sieve_of(request.GET)
    pages = Paginator(sifted(sieve), PAGE)
    asked = request.GET.copy()
    asked.pop("page", None)
    page, language = pages.get_page(request.GET.get("page")), language_of(request)
    context = {
        "page": page,
        "entries": [shown(each, language) for each in page],
        "count": Entry.objects.count(),
        "sieve": sieve,
        "actions": ACTIONS,
        "asked": asked.urlencode(),
        "broken": first_break(),
    }
    return render(request, "journal/journal.html", context)


@for_role(Role.AUDIT_ADMIN)
@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """Send the entries that are asked for as a file."""
    if kind not in KINDS:
        raise Http404
    write, content_type = KINDS[kind]
    found = sifted(sieve_of(request.GET))
    answer = HttpResponse(write(found, language_of(request)), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="journal.{kind}"'
    return answer
