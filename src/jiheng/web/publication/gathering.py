"""Forms as they go out, gathered by a few questions for all of them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec
from django.db.models import QuerySet
from django.utils import timezone
from msgspec import Struct

from jiheng.model.form import Form
from jiheng.model.publication import Deed, Done
from jiheng.pipeline.publication.submission import Submission, Sums
from jiheng.web.chain.models import Event
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.forms.saving import form_of
from jiheng.web.lists.models import Figures
from jiheng.web.people.models import Organisation
from jiheng.web.people.tree import branches_above
from jiheng.web.publication.models import Clearance, MaskRuling
from jiheng.web.publication.names import Neighbours, search_for
from jiheng.web.rectification.models import Demand
from jiheng.web.rectification.states import OPEN
from jiheng.web.verdicts.totals import Reviewed, reviewed_totals

_DEEDS: Mapping[str, Deed] = {
    Action.HAND_IN: "hand-in",
    Action.SEND_BACK: "send-back",
    Action.RESUBMIT: "resubmit",
    Action.REVIEW_DEPARTMENT: "review-department",
    Action.RECHECK: "recheck",
    Action.CLOSE_NOTICE: "rectified",
}
"""What is told of a form's way since its self-evaluation was handed in."""


class _Event(Struct, frozen=True, kw_only=True):
    """Something that was done with a form, and the form's version then."""

    action: str
    version: int
    at: datetime


def submissions(records: QuerySet[FormRecord]) -> tuple[Submission, ...]:
    """Return cleared forms with all that their cards need, in their order.

    Args:
        records: fetched with their organisation, filler, figures and clearance.
    """
    found = tuple(records)
    events = _events(records)
    earlier = _first_filings(records, found, events)
    rulings = _rulings(records)
    neighbours, departments = Neighbours(found), _departments(found)
    reviewed = reviewed_totals(each.pk for each in found)
    demanded = _demanded(records)
    return tuple(
        Submission(
            number=each.number,
            version=each.version,
            year=each.year,
            unit=each.organisation.name,
            department=departments.get(each.organisation.branch),
            form=form_of(each),
            earlier=earlier.get(each.pk),
            sums=_sums(Figures.of(each), reviewed.get(each.pk)),
            search=search_for(neighbours.of(each), rulings.get(Clearance.of(each).pk, ())),
            withheld=frozenset(Clearance.of(each).withheld.split()),
            history=_history(events.get(each.pk, ())),
            demanded=frozenset(demanded.get(each.pk, ())),
        )
        for each in found
    )


def _sums(figures: Figures, reviewed: Reviewed | None) -> Sums:
    return Sums(
        budget=figures.budget,
        executed=figures.executed,
        rate=figures.rate,
        printed=figures.printed,
        low=figures.low,
        high=figures.high,
        reviewed=(reviewed.low, reviewed.high) if reviewed else None,
    )


def _events(records: QuerySet[FormRecord]) -> dict[int, list[_Event]]:
    found: dict[int, list[_Event]] = {}
    told = Event.objects.filter(record__in=_keys(records), action__in=_DEEDS).order_by("id")
    for key, action, version, at in told.values_list("record", "action", "version", "at"):
        found.setdefault(key, []).append(_Event(action=action, version=version, at=at))
    return found


def _history(events: Iterable[_Event]) -> tuple[Done, ...]:
    """What was done since the first filing; a return of targets before it is no part of it."""
    told: list[Done] = []
    for each in events:
        if told or each.action == Action.HAND_IN:
            day = timezone.localtime(each.at).date().isoformat()
            told.append(Done(on=day, deed=_DEEDS[each.action]))
    return tuple(told)


def _first_filings(
    records: QuerySet[FormRecord],
    found: tuple[FormRecord, ...],
    events: Mapping[int, list[_Event]],
) -> dict[int, Form]:
    """The forms as they were first handed in, of those that were changed since."""
    handed_in = {
        key: next(each.version for each in told if each.action == Action.HAND_IN)
        for key, told in events.items()
        if any(each.action == Action.HAND_IN for each in told)
    }
    changed = {each.pk for each in found if handed_in.get(each.pk, each.version) < each.version}
    versions = FormVersion.objects.filter(record__in=_keys(records))
    chosen: dict[int, int] = {}
    for pk, key, number in versions.order_by("number").values_list("pk", "record", "number"):
        if key in changed and number <= handed_in[key]:
            chosen[key] = pk
    documents = FormVersion.objects.filter(pk__in=chosen.values()).values_list("record", "document")
    return {key: msgspec.json.decode(text, type=Form) for key, text in documents}


def _demanded(records: QuerySet[FormRecord]) -> dict[int, list[tuple[str, str]]]:
    """Code and cell of the findings that an open notice of rectification wants put right."""
    found: dict[int, list[tuple[str, str]]] = {}
    wanted = Demand.objects.filter(notice__record__in=_keys(records), notice__state__in=OPEN)
    for key, code, path in wanted.values_list("notice__record", "code", "path"):
        found.setdefault(key, []).append((code, path))
    return found


def _rulings(records: QuerySet[FormRecord]) -> dict[int, list[MaskRuling]]:
    """The rulings by the key of their clearance."""
    found: dict[int, list[MaskRuling]] = {}
    ruled = MaskRuling.objects.filter(clearance__record__in=_keys(records))
    for each in ruled:
        found.setdefault(each.clearance_id, []).append(each)
    return found


def _departments(records: tuple[FormRecord, ...]) -> dict[str, str]:
    """The department above each unit, or the unit itself where it is one."""
    wanted = {each.organisation.branch for each in records}
    above = {branch for each in wanted for branch in branches_above(each)}
    known = Organisation.objects.filter(branch__in=above, kind="department")
    names = dict(known.values_list("branch", "name"))
    return {
        each: next((names[branch] for branch in branches_above(each) if branch in names), "")
        for each in wanted
    }


def _keys(records: QuerySet[FormRecord]) -> QuerySet[FormRecord]:
    return records.order_by().values("pk")  # pyright: ignore[reportReturnType]
