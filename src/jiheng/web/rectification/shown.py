"""Notices of a form as its pages show them."""

from django.db.models import QuerySet
from msgspec import Struct

from jiheng.web.chain.changed import changed_since
from jiheng.web.chain.models import Event
from jiheng.web.chain.past import past_of
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sheet import Drawn
from jiheng.web.rectification.models import Demand, DemandProof, Notice
from jiheng.web.rectification.raised import is_raised
from jiheng.web.rectification.states import OPEN, NoticeState


class ShownDemand(Struct, frozen=True, kw_only=True):
    """One demand of a notice.

    Attributes:
        title: of the check whose finding it is; "" for a demand in words.
        cell: what people call its cell; "" where it has none.
        is_met: the rules find it no more, or the office says so.
    """

    demand: Demand
    title: str
    cell: str
    anchor: str
    is_met: bool
    proofs: tuple[DemandProof, ...]


class ShownChange(Struct, frozen=True, kw_only=True):
    """A cell that was changed since a notice."""

    name: str
    anchor: str
    old: str
    new: str


class ShownNotice(Struct, frozen=True, kw_only=True):
    """A notice with its demands, and what the unit changed since.

    Attributes:
        turned_down: how the last feedback was refused, or the notice revoked; None where neither.
    """

    notice: Notice
    demands: tuple[ShownDemand, ...]
    turned_down: Event | None = None
    changes: tuple[ShownChange, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is not settled."""
        return self.notice.state in OPEN

    @property
    def is_with_unit(self) -> bool:
        """Whether the unit is to act."""
        return self.notice.state == NoticeState.ISSUED

    @property
    def met(self) -> int:
        """How many of its demands are met."""
        return sum(each.is_met for each in self.demands)

    @property
    def can_close(self) -> bool:
        """Whether the rules find nothing of it any more."""
        return all(each.is_met for each in self.demands if each.demand.code)


def notices_of(record: FormRecord) -> QuerySet[Notice]:
    """Return every notice of a form, the latest first."""
    found = Notice.objects.filter(record=record).select_related("event__person")
    return found.order_by("-id")


def shown_notice(record: FormRecord, notice: Notice, page: Drawn) -> ShownNotice:
    """Return a notice; whether a finding is met is asked of the rules now."""
    demands = tuple(Demand.objects.filter(notice=notice))
    proofs = DemandProof.objects.filter(demand__notice=notice).select_related("file", "demand")
    by_demand: dict[int, list[DemandProof]] = {}
    for each in proofs:
        by_demand.setdefault(each.demand.pk, []).append(each)
    is_settled = notice.state == NoticeState.CLOSED
    return ShownNotice(
        notice=notice,
        demands=tuple(
            ShownDemand(
                demand=each,
                title=page.voice.defect(each.code, each.code) if each.code else "",
                cell=page.name(each.path) if each.path else "",
                anchor=page.anchor(each.path) if each.path else "",
                is_met=is_settled or _is_met(record, each),
                proofs=tuple(by_demand.get(each.pk, ())),
            )
            for each in demands
        ),
        turned_down=_turned_down(record, notice),
        changes=_changes(record, notice, page) if notice.state in OPEN else (),
    )


def _turned_down(record: FormRecord, notice: Notice) -> Event | None:
    """Why the unit has to act once more, or need not act any longer."""
    since = tuple(each for each in past_of(record).events if each.pk > notice.event.pk)
    match notice.state:
        case NoticeState.ISSUED:
            refused = (each for each in reversed(since) if each.action == Action.REFUSE_FEEDBACK)
            return next(refused, None)
        case NoticeState.REVOKED:
            # The first one: later ones are about later notices.
            return next((each for each in since if each.action == Action.REVOKE_NOTICE), None)
        case _:
            return None


def _is_met(record: FormRecord, demand: Demand) -> bool:
    if demand.code:
        return not is_raised(record, demand.code, demand.path)
    return demand.is_accepted


def _changes(record: FormRecord, notice: Notice, page: Drawn) -> tuple[ShownChange, ...]:
    return tuple(
        ShownChange(
            name=page.name(each.path),
            anchor=page.anchor(each.path),
            old=each.old or "",
            new=each.new or "",
        )
        for each in changed_since(record, notice.event.version)
    )
