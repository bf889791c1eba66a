"""What the pages of notices send, as wishes."""

from datetime import date

from django.http import HttpRequest, QueryDict
from msgspec import Struct

from jiheng.web.chain.order import Order
from jiheng.web.files.proofs import stored_proofs
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sent import clean
from jiheng.web.pages.visitor import visitor
from jiheng.web.rectification.models import Demand
from jiheng.web.rectification.raised import Raised, raised
from jiheng.web.rectification.wishes import Answer, Judgement, NoticeWish, Wanted

IN_WORDS = range(3)
"""So many demands in words has one notice."""
_VERSION_DIGITS = 9


class Line(Struct, frozen=True, kw_only=True):
    """A demand in words as it was typed."""

    found: str
    wanted: str
    path: str


class Choice(Struct, frozen=True, kw_only=True):
    """A finding that can be demanded, as it was ticked."""

    raised: Raised
    is_chosen: bool
    wanted: str


def order_of(request: HttpRequest, record: FormRecord) -> Order:
    """Return the wish of whoever sent a page, about the version that it showed."""
    seen = request.POST.get("version", "")
    is_number = seen.isdecimal() and len(seen) <= _VERSION_DIGITS
    return Order(
        person=visitor(request),
        record=record.pk,
        version=int(seen) if is_number else 0,
        reason=clean(request.POST.get("reason")) or "",
    )


def choices(record: FormRecord, sent: QueryDict | None) -> tuple[Choice, ...]:
    """Return every finding that can be demanded; at first errors are ticked, doubts are not."""
    if sent is None:
        return tuple(
            Choice(raised=each, is_chosen=each.severity == "error", wanted=each.wanted)
            for each in raised(record)
        )
    ticked = set(sent.getlist("finding"))
    return tuple(
        Choice(
            raised=each,
            is_chosen=each.key in ticked,
            wanted=clean(sent.get(f"wanted:{each.key}")) or "",
        )
        for each in raised(record)
    )


def lines(sent: QueryDict | None) -> tuple[Line, ...]:
    """Return the places for demands in words, with what was typed there."""

    def typed(name: str, at: int) -> str:
        return clean(sent.get(f"{name}:{at}")) or "" if sent else ""

    return tuple(
        Line(found=typed("found", at), wanted=typed("todo", at), path=typed("cell", at))
        for at in IN_WORDS
    )


def notice_wish(record: FormRecord, sent: QueryDict) -> NoticeWish:
    """Return the notice that a page describes."""
    findings = (
        Wanted(code=each.raised.code, path=each.raised.path, wanted=each.wanted)
        for each in choices(record, sent)
        if each.is_chosen
    )
    in_words = (
        Wanted(path=each.path, found=each.found, wanted=each.wanted)
        for each in lines(sent)
        if each.found or each.wanted
    )
    return NoticeWish(due=day(sent.get("due", "")), demands=(*findings, *in_words))


def answers(request: HttpRequest, demands: tuple[Demand, ...]) -> tuple[Answer, ...]:
    """Return what was typed to each demand; the proofs are stored.

    Raises:
        BadProof: a file is too large, of another kind, or there are too many.
    """
    return tuple(
        Answer(
            demand=each.pk,
            words=clean(request.POST.get(f"answer:{each.pk}")) or "",
            files=stored_proofs(request.FILES.getlist(f"proof:{each.pk}"), visitor(request)),
        )
        for each in demands
    )


def judgements(sent: QueryDict, demands: tuple[Demand, ...]) -> tuple[Judgement, ...]:
    """Return what the office says to the demands in words."""
    return tuple(
        Judgement(
            demand=each.pk,
            is_accepted=sent.get(f"met:{each.pk}") == "yes",
            words=clean(sent.get(f"judgement:{each.pk}")) or "",
        )
        for each in demands
        if not each.code
    )


def day(text: str) -> date:
    """Return a day as a page sends it; one long past where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
