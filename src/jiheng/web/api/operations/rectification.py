"""Rectification: notices, what units answer, and how offices settle them."""

from datetime import date, datetime
from typing import Annotated, Literal

from django.http import FileResponse, HttpRequest
from msgspec import Meta, Struct
from ninja import Body, File, UploadedFile

from jiheng.web.access.decide import Ruling
from jiheng.web.access.situations import ruling_on
from jiheng.web.api.operations.around import (
    FILE,
    KeyIn,
    Number,
    Somebody,
    seen,
    somebody,
)
from jiheng.web.api.problems import Trouble
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Key, Text, Version, Wire
from jiheng.web.chain.actions.close_notice import close_notice
from jiheng.web.chain.actions.feed_back import feed_back, save_feedback
from jiheng.web.chain.actions.issue_notice import issue_notice
from jiheng.web.chain.actions.refuse_feedback import refuse_feedback
from jiheng.web.chain.actions.revoke_notice import revoke_notice
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.steps import Action
from jiheng.web.files.proofs import stored_proofs
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sent import clean
from jiheng.web.forms.sheet import drawn_now
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.rectification.models import Demand
from jiheng.web.rectification.raised import raised
from jiheng.web.rectification.shown import ShownDemand, ShownNotice, notices_of, shown_notice
from jiheng.web.rectification.states import OPEN
from jiheng.web.rectification.views import proof_file
from jiheng.web.rectification.wishes import Answer, Judgement, NoticeWish, Wanted

_MOST = 200


class RaisedFinding(Wire, frozen=True, kw_only=True):
    """A finding that a notice can demand, by its code and path."""

    code: str
    path: str
    severity: str
    found: str
    wanted: str


class DemandFound(Wire, frozen=True, kw_only=True):
    """A demand; of a finding, whether it is met is what the rules say now."""

    key: int
    code: str
    path: str
    found: str
    wanted: str
    answer: str
    is_met: bool
    judgement: str
    proofs: tuple[int, ...]


class NoticeFound(Wire, frozen=True, kw_only=True):
    """A notice of rectification."""

    state: str
    due: date
    by: Somebody
    at: datetime
    reason: str
    demands: tuple[DemandFound, ...]


class Rectification(Wire, frozen=True, kw_only=True):
    """The notices of a form, the latest first, and the findings that can be demanded."""

    number: str
    version: int
    notices: tuple[NoticeFound, ...]
    raised: tuple[RaisedFinding, ...]


class NewDemand(Struct, frozen=True, kw_only=True):
    """A demand: of a finding by code and path, or in words."""

    code: Annotated[str, Meta(max_length=10)] = ""
    path: Annotated[str, Meta(max_length=120)] = ""
    found: Text = ""
    wanted: Text = ""


class NewNotice(Wire, frozen=True, kw_only=True):
    """A notice to issue."""

    version: Version
    due: date
    reason: Text = ""
    demands: Annotated[tuple[NewDemand, ...], Meta(max_length=_MOST)]


class DemandAnswer(Struct, frozen=True, kw_only=True):
    """What the unit says to a demand, by its key."""

    demand: Key
    words: Text


class NoticeAnswer(Wire, frozen=True, kw_only=True):
    """A unit's feedback; a final one goes to the office."""

    answers: Annotated[tuple[DemandAnswer, ...], Meta(max_length=_MOST)]
    final: bool = False


class DemandJudgement(Struct, frozen=True, kw_only=True):
    """What the office says to a demand in words."""

    demand: Key
    accepted: bool
    words: Text = ""


class Settlement(Wire, frozen=True, kw_only=True):
    """How an office settles a notice; ``refuse`` gives it back until a new day, with a reason."""

    version: Version
    do: Literal["close", "refuse", "revoke"]
    reason: Text = ""
    due: date | None = None
    judgements: Annotated[tuple[DemandJudgement, ...], Meta(max_length=_MOST)] = ()


def rectification(request: HttpRequest, number: Number) -> Rectification:
    """Return the notices of a form."""
    return _of(request, seen(request, number))


def issue(request: HttpRequest, number: Number, new: Body[NewNotice]) -> Rectification:
    """Issue a notice."""
    record = seen(request, number)
    demands = tuple(
        Wanted(
            code=each.code,
            path=each.path,
            found=clean(each.found) or "",
            wanted=clean(each.wanted) or "",
        )
        for each in new.demands
    )
    issue_notice(
        _order(request, record, new.version, new.reason), NoticeWish(due=new.due, demands=demands)
    )
    return _of(request, record)


def answer(request: HttpRequest, number: Number, given: Body[NoticeAnswer]) -> Rectification:
    """Save a unit's feedback, or hand it in."""
    record = seen(request, number)
    answers = tuple(
        Answer(demand=each.demand, words=clean(each.words) or "") for each in given.answers
    )
    order = Order(person=visitor(request), record=record.pk, version=None)
    (feed_back if given.final else save_feedback)(order, answers)
    return _of(request, record)


def hand_in_proof(
    request: HttpRequest, number: Number, key: KeyIn, files: File[list[UploadedFile]]
) -> Rectification:
    """Hand in proof with the feedback to a demand."""
    record, person = seen(request, number), visitor(request)
    demand = Demand.objects.filter(pk=key, notice__record=record, notice__state__in=OPEN).first()
    if demand is None:
        raise Trouble(404, "api.refused.nothing-there")
    ruling = ruling_on(person, Action.FEED_BACK, record)
    if ruling is not Ruling.ALLOWED:
        # Nobody else's files are kept.
        raise Refused(f"ruling.{ruling}")
    stored = stored_proofs(files, person)
    order = Order(person=person, record=record.pk, version=None)
    save_feedback(order, (Answer(demand=key, words=demand.answer, files=stored),))
    return _of(request, record)


def settle(request: HttpRequest, number: Number, given: Body[Settlement]) -> Rectification:
    """Close a notice, give it back to the unit, or revoke it."""
    record = seen(request, number)
    order = _order(request, record, given.version, given.reason)
    said = tuple(
        Judgement(demand=each.demand, is_accepted=each.accepted, words=clean(each.words) or "")
        for each in given.judgements
    )
    match given.do:
        case "close":
            close_notice(order, said)
        case "refuse":
            refuse_feedback(order, given.due or date.min, said)
        case "revoke":
            revoke_notice(order)
    return _of(request, record)


def demand_proof(request: HttpRequest, key: KeyIn) -> FileResponse:
    """Return a proof to whoever sees its form."""
    return proof_file(visitor(request), key)


def _order(request: HttpRequest, record: FormRecord, version: int, reason: str) -> Order:
    return Order(
        person=visitor(request), record=record.pk, version=version, reason=clean(reason) or ""
    )


def _of(request: HttpRequest, record: FormRecord) -> Rectification:
    record.refresh_from_db()
    page = drawn_now(record, language_of(request))
    shown = (shown_notice(record, each, page) for each in notices_of(record))
    return Rectification(
        number=record.number,
        version=record.version,
        notices=tuple(_notice(each) for each in shown),
        raised=tuple(
            RaisedFinding(
                code=each.code,
                path=each.path,
                severity=each.severity,
                found=each.found,
                wanted=each.wanted,
            )
            for each in (raised(record) if page.is_judged else ())
        ),
    )


def _notice(shown: ShownNotice) -> NoticeFound:
    event = shown.notice.event
    return NoticeFound(
        state=shown.notice.state,
        due=shown.notice.due,
        by=somebody(event.person),
        at=event.at,
        reason=event.reason,
        demands=tuple(_demand(each) for each in shown.demands),
    )


def _demand(shown: ShownDemand) -> DemandFound:
    demand = shown.demand
    return DemandFound(
        key=demand.pk,
        code=demand.code,
        path=demand.path,
        found=demand.found,
        wanted=demand.wanted,
        answer=demand.answer,
        is_met=shown.is_met,
        judgement=demand.judgement,
        proofs=tuple(each.pk for each in shown.proofs),
    )


_FORM = "/forms/{number}"

OPERATIONS = (
    Operation(
        name="rectification",
        method="GET",
        path=f"{_FORM}/rectification",
        view=rectification,
        answer=Rectification,
    ),
    Operation(
        name="issue-notice",
        method="POST",
        path=f"{_FORM}/rectification",
        view=issue,
        answer=Rectification,
        status=201,
    ),
    Operation(
        name="answer-notice",
        method="POST",
        path=f"{_FORM}/rectification/answers",
        view=answer,
        answer=Rectification,
    ),
    Operation(
        name="hand-demand-proof",
        method="POST",
        path=f"{_FORM}/rectification/demands/{{key}}/proofs",
        view=hand_in_proof,
        answer=Rectification,
    ),
    Operation(
        name="settle-notice",
        method="POST",
        path=f"{_FORM}/rectification/settlement",
        view=settle,
        answer=Rectification,
    ),
    Operation(
        name="demand-proof",
        method="GET",
        path="/rectification/proofs/{key}",
        view=demand_proof,
        media=(FILE,),
    ),
)
