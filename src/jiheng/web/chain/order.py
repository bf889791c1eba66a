"""What a person asks for, and the frame in which every action runs."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from enum import StrEnum

from django.db import transaction
from msgspec import Struct

from jiheng.web import clock
from jiheng.web.access.decide import Ruling
from jiheng.web.access.situations import ruling_on
from jiheng.web.chain.models import Asked, Event, OpeningRequest
from jiheng.web.chain.past import forget_past
from jiheng.web.chain.route import Route, load_route
from jiheng.web.chain.steps import EVALUATED, Action, Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, check_version, form_of, locked_record
from jiheng.web.forms.sitting import tell
from jiheng.web.forms.summary import summary_of
from jiheng.web.journal.writing import note
from jiheng.web.lists.figures import keep_figures
from jiheng.web.people.models import Person
from jiheng.web.years.keeping import keep_trend


class Aspect(StrEnum):
    """What a target is reviewed for: 完整性、相关性、适当性、可行性."""

    COMPLETE = "complete"
    RELEVANT = "relevant"
    APPROPRIATE = "appropriate"
    FEASIBLE = "feasible"


class CellRemark(Struct, frozen=True, kw_only=True):
    """A cell, and what is to be done there."""

    path: str
    remark: str = ""


class Achieved(Struct, frozen=True, kw_only=True):
    """What is done of an indicator by now, and expected at the year's end."""

    path: str
    done: str | None
    forecast: str | None


class Order(Struct, frozen=True, kw_only=True):
    """One wish of one person about one form.

    Attributes:
        record: key of the form.
        version: the version that the person saw; None where each change says what they saw.
        base: the version whose rows the changes' addresses count; None: the present one's.
        cells: where a return points to.
        changes: cells to write, or targets to propose.
        aspects: what a target was found to be.
        achieved: progress to report.
    """

    person: Person
    record: int
    version: int | None
    base: int | None = None
    reason: str = ""
    cells: tuple[CellRemark, ...] = ()
    changes: tuple[CellChange, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    achieved: tuple[Achieved, ...] = ()


class Refused(Exception):
    """An action that cannot be done; ``why`` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Case:
    """A form while an action is done with it, in one transaction."""

    def __init__(self, record: FormRecord, order: Order, action: Action) -> None:
        self.record = record
        self.order = order
        self.action = action

    @property
    def step(self) -> Step:
        """Where the form stands."""
        return Step(self.record.step)

    @property
    def route(self) -> Route:
        """The route that it began with."""
        return load_route(self.record.route)

    def move_on(self, detail: Mapping[str, str] | None = None) -> Event:
        """Move it to the next step of its route."""
        return self.move(self.route.after(self.step), detail)

    def move(self, step: Step, detail: Mapping[str, str] | None = None) -> Event:
        """Move it to a step; who, when and why stand in the event and in the journal."""
        record, before = self.record, self.step
        tell(record)
        record.step, record.step_since = step, clock.now()
        if (step in EVALUATED) != (before in EVALUATED):
            record.summary = summary_of(form_of(record), step, record.papers)
        record.save(update_fields=["step", "step_since", "summary"])
        OpeningRequest.objects.filter(record=record).update(state=Asked.OVER)
        event = self._event(before, detail)
        keep_figures(record)
        keep_trend(record)
        return event

    def stay(self, detail: Mapping[str, str] | None = None) -> Event:
        """Leave it where it is, with an event that tells who, when and why."""
        return self._event(self.step, detail)

    def _event(self, before: Step, detail: Mapping[str, str] | None) -> Event:
        record, order = self.record, self.order
        told = {**self._told(self.step), **(detail or {})}
        note(self.action, record.number, order.person, told)
        forget_past(record)
        return Event.objects.create(
            record=record,
            action=self.action,
            step_from=before,
            step_to=self.step,
            person=order.person,
            at=clock.now(),
            reason=order.reason.strip(),
            version=record.version,
        )

    def _told(self, step: Step) -> dict[str, str]:
        told = {"to": step.value, "version": str(self.record.version)}
        if self.order.reason.strip():
            told["reason"] = self.order.reason.strip()
        return told


@contextmanager
def opened(order: Order, action: Action) -> Generator[Case]:
    """Give the form to an action, if this person may do it now and saw its latest version.

    Raises:
        Refused: they may not.
        OutOfDate: somebody saved in between.
    """
    with transaction.atomic():
        record = locked_record(order.record)
        ruling = ruling_on(order.person, action, record)
        if ruling is not Ruling.ALLOWED:
            raise Refused(f"ruling.{ruling}")
        if order.version is not None:
            check_version(record, order.version)
        yield Case(record, order, action)
