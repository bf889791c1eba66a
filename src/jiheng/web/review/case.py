"""What the page of one form shows to whoever judges it."""

from django.http import HttpRequest
from msgspec import Struct

from jiheng.web import clock
from jiheng.web.chain.history import history
from jiheng.web.chain.order import Aspect
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remedies import links_of
from jiheng.web.forms.sheet import Drawn, drawn_now
from jiheng.web.forms.side import side_panel
from jiheng.web.language import language_of
from jiheng.web.lists.rows import row_of
from jiheng.web.pages.desk import Desk, desk_of
from jiheng.web.review.proposal import proposal
from jiheng.web.review.walk import Way, approval
from jiheng.web.verdicts.comeback import comeback_of
from jiheng.web.verdicts.page import ReviewPage, review_page
from jiheng.web.verdicts.wishes import Unsaved, Wish


class Typed(Struct, frozen=True, kw_only=True):
    """What somebody typed and what of it could not be saved.

    Attributes:
        reason, due: None where the field shows what is saved or proposed.
    """

    reason: str | None = None
    due: str | None = None
    wishes: tuple[Wish, ...] = ()
    unsaved: tuple[Unsaved, ...] = ()


UNTOUCHED = Typed()
"""A page as it is opened."""


def case_of(
    request: HttpRequest, desk: Desk, record: FormRecord, here: Way, typed: Typed = UNTOUCHED
) -> dict[str, object]:
    """Return what the template is told of a form."""
    language = language_of(request)
    page = _drawn(request, record)
    move = approval(desk, record)
    case = review_page(record, page, desk.person, typed.wishes, typed.unsaved)
    return {
        "record": record,
        "row": row_of(record),
        "way": here,
        "page": page,
        "case": case,
        "side": None if case else side_panel(record, page, desk.person, language),
        "history": history(record, page) if case else (),
        "move": move,
        "aspects": tuple(Aspect),
        "proposal": proposal(record, page, language, _left_open(case)) if move else None,
        "comeback": case.comeback if case else comeback_of(record, page),
        "typed": typed.reason,
        "due": _due(case) if typed.due is None else typed.due,
    }


def saved_parts(
    request: HttpRequest, desk: Desk, record: FormRecord, typed: Typed
) -> dict[str, object]:
    """Return what the template is told of rows that were saved on a page that stays open."""
    page = _drawn(request, record)
    return {
        "record": record,
        "case": review_page(record, page, desk.person, typed.wishes, typed.unsaved),
        "move": approval(desk, record),
        "written": frozenset(each.row for each in typed.wishes),
    }


def proposed_reason(request: HttpRequest, record: FormRecord) -> str:
    """Return what the page would propose to say to the unit."""
    page = _drawn(request, record)
    case = review_page(record, page, desk_of(request).person)
    return proposal(record, page, language_of(request), _left_open(case)).reason


def reasons_left_open(request: HttpRequest, record: FormRecord) -> dict[str, str]:
    """Return the value's cell of each row that is 待定, with what its reviewer said of it."""
    page = _drawn(request, record)
    return _left_open(review_page(record, page, desk_of(request).person))


def _drawn(request: HttpRequest, record: FormRecord) -> Drawn:
    links = links_of(record)
    return drawn_now(record, language_of(request), links=links)


def _due(case: ReviewPage | None) -> str:
    """The day by which the unit is to mend the form, while it is still to come."""
    noted = case.assessment.due if case and case.assessment else None
    return noted.isoformat() if noted and noted >= clock.today() else ""


def _left_open(case: ReviewPage | None) -> dict[str, str]:
    return {
        line.row.actual.path: given.reason
        for line in (case.lines if case else ())
        if (given := line.row.given) is not None and given.is_pending and not given.is_stale
    }
