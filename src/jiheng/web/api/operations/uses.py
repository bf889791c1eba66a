"""The use of results: what a year's result advises for the next budget."""

from typing import Annotated

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from msgspec import Meta
from ninja import Body
from pydantic import Field

from jiheng.web.access.situations import posts_of
from jiheng.web.api.figures import yuan
from jiheng.web.api.operations.around import (
    XLSX,
    Counted,
    Number,
    PageAsked,
    YearAsked,
    attached,
    counted,
    only_for,
    paged,
    seen,
)
from jiheng.web.api.operations.lines import FormLine, line_of
from jiheng.web.api.operations.several import Forms, SeveralDone, each_done
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Text, Version, Wire
from jiheng.web.chain.actions.advise import advise
from jiheng.web.chain.order import Order
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sent import clean
from jiheng.web.language import language_of
from jiheng.web.lists.rows import listed, row_of
from jiheng.web.pages.menu import SEEING_FORMS
from jiheng.web.pages.visitor import visitor
from jiheng.web.rectification.models import ResultUse
from jiheng.web.rectification.states import Use
from jiheng.web.rectification.use_sheet import use_sheet
from jiheng.web.rectification.uses import (
    NONE,
    amount_in,
    finished,
    use_counts,
    use_of,
    uses_by_form,
    with_use,
)
from jiheng.web.rectification.wishes import UseWish

_IN_ORDER = ("organisation__branch", "number")

UseAsked = Annotated[str, Field(pattern=f"^({'|'.join((*Use, NONE))})?$")]
"""A kind of advice, ``none``, or "" for all."""


class Advice(Wire, frozen=True, kw_only=True):
    """What a form's result advises for the next budget; the amount in yuan."""

    number: str
    use: Use | None
    amount: str | None
    reason: str


class NewAdvice(Wire, frozen=True, kw_only=True):
    """What a result is to advise; the amount in 万元, as on the page."""

    version: Version
    use: Use
    amount: Annotated[str, Meta(max_length=20)] = ""
    reason: Text = ""


class NewAdviceOfSeveral(Wire, frozen=True, kw_only=True):
    """What the results of several forms are to advise; the amount in 万元."""

    forms: Forms
    use: Use
    amount: Annotated[str, Meta(max_length=20)] = ""
    reason: Text = ""


class UsedForm(Wire, frozen=True, kw_only=True):
    """A closed form with what its result advises."""

    line: FormLine
    advice: Advice


class Uses(Wire, frozen=True, kw_only=True):
    """Closed forms of a year: how many have each kind of advice, or none, and a page of them."""

    counts: dict[str, int]
    items: tuple[UsedForm, ...]
    page: Counted


def result_use(request: HttpRequest, number: Number) -> Advice:
    """Return what a form's result advises."""
    return _advice(seen(request, number))


def record_use(request: HttpRequest, number: Number, wanted: Body[NewAdvice]) -> Advice:
    """Record what a form's result advises."""
    record = seen(request, number)
    wish = UseWish(use=wanted.use, amount=amount_in(wanted.amount))
    order = Order(
        person=visitor(request),
        record=record.pk,
        version=wanted.version,
        reason=clean(wanted.reason) or "",
    )
    advise(order, wish)
    return _advice(record)


def list_uses(
    request: HttpRequest, year: YearAsked, use: UseAsked = "", page: PageAsked = 1
) -> Uses:
    """Return the closed forms of a year with what their results advise."""
    records = _finished(request, year)
    found = paged(listed(with_use(records, use)).order_by(*_IN_ORDER), page)
    told = uses_by_form(tuple(found.object_list))
    return Uses(
        counts=dict(use_counts(records)),
        items=tuple(
            UsedForm(line=line_of(row_of(each)), advice=_told(each, told.get(each.pk)))
            for each in found.object_list
        ),
        page=counted(found),
    )


def uses_file(request: HttpRequest, year: YearAsked, use: UseAsked = "") -> FileResponse:
    """Return the same list as a worksheet, all pages of it."""
    records = with_use(_finished(request, year), use).order_by(*_IN_ORDER)
    return attached(use_sheet(records, language_of(request)), f"result-use-{year}.xlsx")


def record_uses(request: HttpRequest, wanted: Body[NewAdviceOfSeveral]) -> SeveralDone:
    """Record the same advice for several closed forms, each by itself."""
    wish = UseWish(use=wanted.use, amount=amount_in(wanted.amount))
    person, reason = visitor(request), clean(wanted.reason) or ""

    def do(record: FormRecord, version: int) -> None:
        advise(Order(person=person, record=record.pk, version=version, reason=reason), wish)

    return each_done(request, wanted.forms, do)


def _finished(request: HttpRequest, year: int) -> QuerySet[FormRecord]:
    only_for(request, SEEING_FORMS)
    return finished(posts_of(visitor(request)), year)


def _advice(record: FormRecord) -> Advice:
    return _told(record, use_of(record))


def _told(record: FormRecord, found: ResultUse | None) -> Advice:
    return Advice(
        number=record.number,
        use=Use(found.use) if found else None,
        amount=yuan(found.amount) if found else None,
        reason=found.event.reason if found else "",
    )


OPERATIONS = (
    Operation(name="list-uses", method="GET", path="/result-use", view=list_uses, answer=Uses),
    Operation(
        name="record-uses",
        method="POST",
        path="/result-use",
        view=record_uses,
        answer=SeveralDone,
    ),
    Operation(
        name="uses-file",
        method="GET",
        path="/result-use/files/xlsx",
        view=uses_file,
        media=(XLSX,),
    ),
    Operation(
        name="result-use",
        method="GET",
        path="/forms/{number}/result-use",
        view=result_use,
        answer=Advice,
    ),
    Operation(
        name="record-use",
        method="POST",
        path="/forms/{number}/result-use",
        view=record_use,
        answer=Advice,
    ),
)
