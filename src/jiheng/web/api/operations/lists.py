"""What waits: one's own work, the queue of those who judge, what others owe."""

from django.http import FileResponse, HttpRequest

from jiheng.web.api.operations.around import (
    XLSX,
    Counted,
    KeyAsked,
    PageAsked,
    YearAsked,
    attached,
    counted,
    desk,
    forbidden,
    paged,
)
from jiheng.web.api.operations.lines import FormLine, FormList, form_list, line_of
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Wire
from jiheng.web.chain.steps import Step
from jiheng.web.chain.tasks import owed_by_others, waiting_for
from jiheng.web.language import language_of
from jiheng.web.lists.listing import COLUMNS, ordered_by
from jiheng.web.lists.reminding import reminder
from jiheng.web.lists.rows import listed, row_of
from jiheng.web.review.export import export
from jiheng.web.review.pool import State, counts, waiting
from jiheng.web.review.queue import chosen, everything, wished

_DUE = next(each for each in COLUMNS if each.name == "due")


class QueuedForm(Wire, frozen=True, kw_only=True):
    """A form in the queue; whether the caller may judge it now."""

    line: FormLine
    state: State
    may_judge: bool


class Queue(Wire, frozen=True, kw_only=True):
    """The forms that come to the caller at a step: how many in each state, and a page of them."""

    step: Step
    counts: dict[State, int]
    items: tuple[QueuedForm, ...]
    page: Counted


class Reminders(Wire, frozen=True, kw_only=True):
    """What others owe, with a text to send to them."""

    text: str
    forms: FormList


def tasks(request: HttpRequest, year: YearAsked, page: PageAsked = 1) -> FormList:
    """Return what waits for the caller in a year, what is due first on top."""
    asking = desk(request, year)
    found = waiting_for(asking.person, asking.posts).filter(year=year)
    return form_list(ordered_by(listed(found), _DUE, is_down=False), page)


def queue(
    request: HttpRequest,
    year: YearAsked,
    step: Step | None = None,
    state: State | None = None,
    unit: KeyAsked = None,
    faulty: bool = False,
    page: PageAsked = 1,
) -> Queue:
    """Return the forms that the caller judges, where most is at stake on top."""
    asking = desk(request, year)
    wish = wished(asking, step or "", state or "", unit, faulty=faulty)
    if wish is None:
        raise forbidden()
    found = paged(listed(chosen(asking, wish)), page)
    here = waiting(asking.person, asking.posts, wish.step, year)
    pks = [each.pk for each in found.object_list]
    open_now = set(here.filter(pk__in=pks).order_by().values_list("pk", flat=True))
    return Queue(
        step=wish.step,
        counts=counts(everything(asking, wish)),
        items=tuple(
            QueuedForm(
                line=line_of(row_of(each)),
                state=State(vars(each)["state"]),
                may_judge=each.pk in open_now,
            )
            for each in found.object_list
        ),
        page=counted(found),
    )


def queue_file(
    request: HttpRequest,
    year: YearAsked,
    step: Step | None = None,
    state: State | None = None,
    unit: KeyAsked = None,
    faulty: bool = False,
) -> FileResponse:
    """Return the queue as a worksheet, all pages of it."""
    asking = desk(request, year)
    wish = wished(asking, step or "", state or "", unit, faulty=faulty)
    if wish is None:
        raise forbidden()
    return attached(export(chosen(asking, wish), language_of(request)), f"queue-{year}.xlsx")


def reminders(request: HttpRequest, year: YearAsked, page: PageAsked = 1) -> Reminders:
    """Return what units owe, as a list and as a text."""
    asking = desk(request, year)
    owed = owed_by_others(asking.person, asking.posts).filter(year=year)
    return Reminders(
        text=reminder(owed, language_of(request)).text,
        forms=form_list(ordered_by(listed(owed), _DUE, is_down=False), page),
    )


OPERATIONS = (
    Operation(name="tasks", method="GET", path="/tasks", view=tasks, answer=FormList),
    Operation(name="queue", method="GET", path="/queue", view=queue, answer=Queue),
    Operation(
        name="queue-file",
        method="GET",
        path="/queue/files/xlsx",
        view=queue_file,
        media=(XLSX,),
    ),
    Operation(name="reminders", method="GET", path="/reminders", view=reminders, answer=Reminders),
)
