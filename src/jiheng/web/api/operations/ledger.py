"""The ledger of rectification: the notices of a year within somebody's reach."""

from datetime import date
from typing import Literal

from django.http import FileResponse, HttpRequest

from jiheng.web.access.situations import posts_of
from jiheng.web.api.operations.around import (
    XLSX,
    Counted,
    KeyAsked,
    PageAsked,
    Place,
    Somebody,
    YearAsked,
    attached,
    counted,
    only_for,
    paged,
    place,
    somebody,
)
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Wire
from jiheng.web.language import language_of
from jiheng.web.pages.menu import SEEING_FORMS
from jiheng.web.pages.visitor import visitor
from jiheng.web.rectification.ledger import LedgerWish, listed_notices, narrowed, notices_within
from jiheng.web.rectification.ledger_sheet import ledger_sheet
from jiheng.web.rectification.models import Notice

StateAsked = Literal["", "issued", "late", "fed-back", "closed", "revoked"]


class LedgerLine(Wire, frozen=True, kw_only=True):
    """A notice in the ledger."""

    number: str
    project: str
    unit: Place
    state: str
    due: date
    is_overdue: bool
    by: Somebody
    demands: int


class Ledger(Wire, frozen=True, kw_only=True):
    """A page of the notices of a year."""

    items: tuple[LedgerLine, ...]
    page: Counted


def ledger(
    request: HttpRequest,
    year: YearAsked,
    state: StateAsked = "",
    department: KeyAsked = None,
    page: PageAsked = 1,
) -> Ledger:
    """Return the notices of a year within the caller's reach."""
    notices = notices_within(posts_of(visitor(request)), year)
    wish = LedgerWish(state=state, department=department or 0)
    found = paged(listed_notices(narrowed(notices, wish)), page)
    return Ledger(items=tuple(_line(each) for each in found.object_list), page=counted(found))


def ledger_file(
    request: HttpRequest, year: YearAsked, state: StateAsked = "", department: KeyAsked = None
) -> FileResponse:
    """Return the ledger as a worksheet, all pages of it."""
    only_for(request, SEEING_FORMS)
    notices = notices_within(posts_of(visitor(request)), year)
    wish = LedgerWish(state=state, department=department or 0)
    contents = ledger_sheet(narrowed(notices, wish), language_of(request))
    return attached(contents, f"rectification-{year}.xlsx")


def _line(notice: Notice) -> LedgerLine:
    return LedgerLine(
        number=notice.record.number,
        project=notice.record.project,
        unit=place(notice.record.organisation),
        state=notice.state,
        due=notice.due,
        is_overdue=notice.is_overdue,
        by=somebody(notice.event.person),
        demands=int(vars(notice)["demands"]),
    )


OPERATIONS = (
    Operation(name="ledger", method="GET", path="/rectification", view=ledger, answer=Ledger),
    Operation(
        name="ledger-file",
        method="GET",
        path="/rectification/files/xlsx",
        view=ledger_file,
        media=(XLSX,),
    ),
)
