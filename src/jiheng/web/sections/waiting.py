"""Who owes what: the rows of a form that are out, for its page and for reminders."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count
from django.utils import timezone
from msgspec import Struct

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person
from jiheng.web.sections.models import Proof, SentRow, State
from jiheng.web.sections.sending import open_rows


class Waiting(Struct, frozen=True, kw_only=True):
    """A row that is out.

    Attributes:
        path: the row, ``indicators[3]``.
        proofs: files that were handed in with it.
    """

    key: int
    path: str
    name: str
    person: Person
    due: date
    state: State
    note: str
    answer: str
    proofs: tuple[Proof, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether the section handed it back."""
        return self.state is State.ANSWERED

    @property
    def is_overdue(self) -> bool:
        """Whether its day is over and nothing came."""
        return not self.is_answered and self.due < timezone.localdate()


def waiting(record: FormRecord) -> tuple[Waiting, ...]:
    """Return the rows of a form that are out and can be filled in, those that are due first."""
    if record.step != Step.SELF_EVALUATION:
        return ()
    rows = tuple(open_rows(record))
    proofs = Proof.objects.filter(sent__in=[row.pk for row in rows]).select_related("file", "sent")
    by_row: dict[int, list[Proof]] = {}
    for proof in proofs if rows else ():
        by_row.setdefault(proof.sent.pk, []).append(proof)
    return tuple(_waiting(row, tuple(by_row.get(row.pk, ()))) for row in rows)


def owed_by(person: Person) -> tuple[SentRow, ...]:
    """Return the rows that a person can fill in now and has not handed back, by their days."""
    rows = SentRow.objects.filter(
        person=person, state=State.WAITING, record__step=Step.SELF_EVALUATION
    )
    return tuple(rows.select_related("record", "record__organisation", "sent_by"))


def owed_on(records: Iterable[FormRecord]) -> dict[int, int]:
    """Return how many rows of each form are still out, by the form's key; one query."""
    rows = SentRow.objects.filter(record__in=list(records), state=State.WAITING)
    return dict(rows.order_by().values_list("record").annotate(Count("pk")))


def _waiting(row: SentRow, proofs: tuple[Proof, ...]) -> Waiting:
    return Waiting(
        key=row.pk,
        path=row.row,
        name=row.name,
        person=row.person,
        due=row.due,
        state=State(row.state),
        note=row.note,
        answer=row.answer,
        proofs=proofs,
    )
