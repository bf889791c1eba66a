"""保密审查 and 脱敏: whether a closed form may be published, and what of it is hidden."""

from datetime import datetime
from typing import Annotated

import msgspec
from django.http import FileResponse, HttpRequest
from msgspec import Meta
from ninja import Body

from jiheng.pipeline.publication.personal import Kind as SpotKind
from jiheng.web.access.fetching import allowed_actions
from jiheng.web.access.situations import posts_of
from jiheng.web.api.operations.around import (
    Counted,
    Number,
    PageAsked,
    Somebody,
    WordsAsked,
    YearAsked,
    attached,
    counted,
    forbidden,
    only_for,
    paged,
    seen,
    somebody,
)
from jiheng.web.api.operations.lines import FormLine, line_of
from jiheng.web.api.registry import JSON, Operation
from jiheng.web.api.wire import Line, Text, Version, Wire
from jiheng.web.chain.actions.mask_texts import mask_texts
from jiheng.web.chain.actions.review_secrecy import review_secrecy
from jiheng.web.chain.order import Order
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.language import language_of
from jiheng.web.lists.listing import COLUMNS, ordered_by
from jiheng.web.lists.rows import listed
from jiheng.web.pages.visitor import visitor
from jiheng.web.publication.actable import movable
from jiheng.web.publication.clearing import LONGEST, MOST_ADDED
from jiheng.web.publication.models import Clearance, Verdict
from jiheng.web.publication.packing import publication_of_one
from jiheng.web.publication.permission import RELEASING
from jiheng.web.publication.showing import (
    Spot,
    added_to,
    choices,
    masks_of,
    spots,
    standing_of,
)
from jiheng.web.publication.states import ClearanceState, clearable, state_of
from jiheng.web.publication.wishes import Secrecy

_MOST_PARTS = 1_000
_FINDINGS = next(each for each in COLUMNS if each.name == "findings")


class ClearableForm(Wire, frozen=True, kw_only=True):
    """A closed form on its way to the public; ``actions``: what the caller can do towards it."""

    line: FormLine
    state: ClearanceState
    actions: tuple[Action, ...]


class ClearableForms(Wire, frozen=True, kw_only=True):
    """The closed forms of a year: how many in each state, and a page of them."""

    counts: dict[ClearanceState, int]
    items: tuple[ClearableForm, ...]
    page: Counted


class WithheldChoice(Wire, frozen=True, kw_only=True):
    """A part of the card or an indicator that can be withheld, by its ``value``."""

    value: str
    name: str
    text: str


class HiddenSpot(Wire, frozen=True, kw_only=True):
    """A place that is hidden unless it is released, by its ``value``."""

    value: str
    path: str
    name: str
    kind: SpotKind
    before: str
    text: str
    after: str
    is_released: bool


class ClearanceFound(Wire, frozen=True, kw_only=True):
    """How far a form is, and what can be withheld and hidden of it.

    Attributes:
        version: of the form now; ``cleared_version`` the one that was proposed or reviewed.
        added: what is hidden by hand.
    """

    number: str
    version: int
    cleared_version: int
    state: ClearanceState
    withheld: tuple[str, ...]
    reason: str
    proposed_by: Somebody
    proposed_at: datetime
    reviewed_by: Somebody | None
    reviewed_at: datetime | None
    choices: tuple[WithheldChoice, ...]
    spots: tuple[HiddenSpot, ...]
    added: tuple[str, ...]


class SecrecyReview(Wire, frozen=True, kw_only=True):
    """What the review came to; withheld are values of the choices, where it is partly public."""

    version: Version
    verdict: Annotated[str, Meta(pattern="^(public|partly|refused)$")]
    withheld: Annotated[tuple[Line, ...], Meta(max_length=_MOST_PARTS)] = ()
    reason: Text = ""


class TextMasks(Wire, frozen=True, kw_only=True):
    """What is released of what is hidden, and what is hidden besides; all else stays hidden.

    Attributes:
        released: values of the spots.
        also: a text that another form hides, by which spots were asked for.
    """

    version: Version
    released: Annotated[tuple[Line, ...], Meta(max_length=_MOST_PARTS)] = ()
    added: Annotated[tuple[Line, ...], Meta(max_length=MOST_ADDED)] = ()
    also: Annotated[str, Meta(max_length=LONGEST)] = ""
    reason: Text = ""


def publication(
    request: HttpRequest,
    year: YearAsked,
    state: ClearanceState | None = None,
    page: PageAsked = 1,
) -> ClearableForms:
    """Return the closed forms of a year by their state on the way to the public."""
    only_for(request, RELEASING)
    person, posts = visitor(request), posts_of(visitor(request))
    records, counts = clearable(posts, year)
    chosen = records if state is None else records.filter(state=state)
    ordered = ordered_by(listed(chosen.select_related("clearance")), _FINDINGS, is_down=True)
    found = paged(ordered, page)
    rows = tuple(standing_of(each) for each in found.object_list)
    can = movable(person, posts, tuple(each.row.record.pk for each in rows))
    return ClearableForms(
        counts=counts,
        items=tuple(
            ClearableForm(
                line=line_of(each.row),
                state=each.state,
                actions=tuple(sorted(can.get(each.row.record.pk, ()))),
            )
            for each in rows
        ),
        page=counted(found),
    )


def clearance(request: HttpRequest, number: Number, also: WordsAsked = "") -> ClearanceFound:
    """Return what somebody who reviews a form for secrecy has to know."""
    record = seen(request, number)
    if allowed_actions(visitor(request), record).isdisjoint(
        {Action.REVIEW_SECRECY, Action.MASK_TEXTS}
    ):
        raise forbidden()
    return _found(request, record, also)


def review_form(
    request: HttpRequest, number: Number, wanted: Body[SecrecyReview]
) -> ClearanceFound:
    """Keep what the review for secrecy came to."""
    record = _allowed(request, number, Action.REVIEW_SECRECY)
    secrecy = Secrecy(verdict=Verdict(wanted.verdict), withheld=wanted.withheld)
    review_secrecy(_order(request, record, wanted.version, wanted.reason), secrecy)
    return _found(request, record)


def mask_form(request: HttpRequest, number: Number, wanted: Body[TextMasks]) -> ClearanceFound:
    """Keep what is released of a form's names and numbers, and what is hidden besides."""
    record = _allowed(request, number, Action.MASK_TEXTS)
    shown = spots(record, wanted.also, language_of(request))
    masks = masks_of(shown, frozenset(wanted.released), wanted.added)
    mask_texts(_order(request, record, wanted.version, wanted.reason), masks)
    return _found(request, record)


def preview(request: HttpRequest, number: Number) -> FileResponse:
    """Return a form as it would be published by itself, a ``jiheng.publication/1``."""
    found = publication_of_one(seen(request, number))
    return attached(msgspec.json.encode(found), "publication.json", JSON)


def _allowed(request: HttpRequest, number: str, action: Action) -> FormRecord:
    record = seen(request, number)
    if action not in allowed_actions(visitor(request), record):
        raise forbidden()
    return record


def _order(request: HttpRequest, record: FormRecord, version: int, reason: str) -> Order:
    return Order(person=visitor(request), record=record.pk, version=version, reason=reason)


def _found(request: HttpRequest, record: FormRecord, also: str = "") -> ClearanceFound:
    kept = Clearance.objects.select_related("proposed_by", "reviewed_by").get(record=record)
    return ClearanceFound(
        number=record.number,
        version=record.version,
        cleared_version=kept.version,
        state=state_of(kept, record),
        withheld=tuple(kept.withheld.split()),
        reason=kept.reason,
        proposed_by=somebody(kept.proposed_by),
        proposed_at=kept.proposed_at,
        reviewed_by=somebody(kept.reviewed_by) if kept.reviewed_by else None,
        reviewed_at=kept.reviewed_at,
        choices=tuple(
            WithheldChoice(value=each.value, name=each.name, text=each.text)
            for each in choices(record, ())
        ),
        spots=tuple(_spot(each) for each in spots(record, also.strip(), language_of(request))),
        added=added_to(record),
    )


def _spot(spot: Spot) -> HiddenSpot:
    found = spot.proposal
    return HiddenSpot(
        value=spot.value,
        path=found.place.path,
        name=spot.name,
        kind=found.kind,
        before=found.before,
        text=found.place.text,
        after=found.after,
        is_released=found.is_released,
    )


_FORM = "/forms/{number}/clearance"

OPERATIONS = (
    Operation(
        name="publication",
        method="GET",
        path="/publication",
        view=publication,
        answer=ClearableForms,
    ),
    Operation(name="clearance", method="GET", path=_FORM, view=clearance, answer=ClearanceFound),
    Operation(
        name="review-secrecy",
        method="POST",
        path=_FORM,
        view=review_form,
        answer=ClearanceFound,
    ),
    Operation(
        name="mask-texts",
        method="POST",
        path=f"{_FORM}/masks",
        view=mask_form,
        answer=ClearanceFound,
    ),
    Operation(
        name="preview",
        method="GET",
        path="/forms/{number}/publication",
        view=preview,
        media=(JSON,),
    ),
)
