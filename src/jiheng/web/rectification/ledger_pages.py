"""The pages of 整改台账."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jiheng.web.language import language_of
from jiheng.web.pages.desk import desk_of
from jiheng.web.rectification.ledger import (
    LATE,
    Counts,
    by_department,
    ledger_wish,
    narrowed,
    notices_within,
    page_of,
)
from jiheng.web.rectification.ledger_sheet import ledger_sheet
from jiheng.web.rectification.seeing import seeing_forms
from jiheng.web.rectification.states import NoticeState
from jiheng.web.rectification.worksheet import sent_sheet


@require_safe
@seeing_forms
def ledger(request: HttpRequest) -> HttpResponse:
    """Show the notices of the year within the visitor's reach, and their numbers."""
    desk, wish = desk_of(request), ledger_wish(request)
    notices = notices_within(desk.posts, desk.year)
    departments = by_department(notices)
    total = sum((each.counts for each in departments), Counts())
    here = (each.counts for each in departments if each.department.pk == wish.department)
    context = {
        "wish": wish,
        "departments": departments,
        "total": total,
        "tabs": _tabs(next(here, Counts()) if wish.department else total),
        "page": page_of(narrowed(notices, wish), request),
        "late": LATE,
    }
    return render(request, "rectification/ledger.html", context)


@require_safe
@seeing_forms
def sheet(request: HttpRequest) -> HttpResponse:
    """Send the ledger as it is shown, all pages of it, as a worksheet."""
    desk = desk_of(request)
    notices = narrowed(notices_within(desk.posts, desk.year), ledger_wish(request))
    return sent_sheet(ledger_sheet(notices, language_of(request)), f"rectification-{desk.year}")


def _tabs(counts: Counts) -> tuple[tuple[str, int], ...]:
    return (
        ("", counts.all),
        (NoticeState.ISSUED, counts.issued),
        (LATE, counts.late),
        (NoticeState.FED_BACK, counts.fed_back),
        (NoticeState.CLOSED, counts.closed),
        (NoticeState.REVOKED, counts.revoked),
    )
