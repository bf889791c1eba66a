"""回填: whoever was asked writes value, reason and proof, and hands the row back."""

from collections.abc import Iterable

from django.db import transaction
from msgspec import Struct

from jiheng.model.form import Form
from jiheng.web import clock
from jiheng.web.access.decide import Ruling
from jiheng.web.access.situations import posts_of, situation_of
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.evidence.keeping import attach
from jiheng.web.evidence.looking import look
from jiheng.web.files.models import StoredFile
from jiheng.web.forms.merging import merged
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, form_of, locked_record, save_changes
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.sections.models import OPEN, Proof, SentRow, State
from jiheng.web.sections.permission import decide_answer
from jiheng.web.sections.rows import FormRow, row_at, value_of
from jiheng.web.sections.sending import NotSent


class Answer(Struct, frozen=True, kw_only=True):
    """What a person says to one of the rows that they were asked for.

    Attributes:
        sent: key of the row.
        typed: cells as they were sent, each with what the page showed.
        files: proofs that are stored already.
    """

    sent: int
    typed: tuple[CellChange, ...] = ()
    words: str = ""
    files: tuple[StoredFile, ...] = ()


class Overtaken(Exception):
    """Somebody wrote something else into a cell meanwhile; nothing was saved."""


def asked_of(person: Person, record: FormRecord) -> tuple[SentRow, ...]:
    """Return the rows of a form that a person is asked for now."""
    posts, situation = posts_of(person), situation_of(record, person)
    rows = SentRow.objects.filter(record=record, person=person, state__in=OPEN)
    return tuple(
        row
        for row in rows.select_related("sent_by")
        if decide_answer(posts, situation, State(row.state), is_asked=True)
        in {Ruling.ALLOWED, Ruling.WRONG_STEP}
    )


def answered_row(form: Form, record: FormRecord, path: str) -> FormRow | None:
    """Return a row with the cells that may be written in now."""
    return row_at(form, path, open_paths(form, record, returned_cells(record)))


def answer(
    person: Person, record: FormRecord, answers: tuple[Answer, ...], *, is_final: bool
) -> None:
    """Write answers into the form; final ones go back to the clerk.

    Raises:
        NotSent: a row is not theirs, its cell is locked, or it goes back without a word.
        Overtaken: somebody else wrote in one of the cells.
    """
    with transaction.atomic():
        held = locked_record(record.pk)
        mine = {each.pk: each for each in _answerable(person, held)}
        if not {each.sent for each in answers} <= set(mine):
            raise NotSent("refused.not-now")
        save_changes(held, _changes(held, mine, answers), person)
        after = form_of(held)
        for each in answers:
            _keep(mine[each.sent], each, after, person, is_final=is_final)


def _answerable(person: Person, record: FormRecord) -> Iterable[SentRow]:
    posts, situation = posts_of(person), situation_of(record, person)
    for row in SentRow.objects.filter(record=record, person=person).select_for_update(of=("self",)):
        if decide_answer(posts, situation, State(row.state), is_asked=True) is Ruling.ALLOWED:
            yield row


def _changes(
    record: FormRecord, mine: dict[int, SentRow], answers: tuple[Answer, ...]
) -> tuple[CellChange, ...]:
    """What was typed, with the cells that are worked out from it."""
    form = form_of(record)
    allowed = open_paths(form, record, returned_cells(record))
    wanted: list[CellChange] = []
    for each in answers:
        row = row_at(form, mine[each.sent].row, allowed)
        if not {change.path for change in each.typed} <= set(row.fields if row else ()):
            raise NotSent("refused.locked")
        wanted.extend(change for change in each.typed if change.new != change.old)
    merge = merged(form, tuple(wanted), allowed, compares=True)
    if merge.apart:
        raise Overtaken
    return merge.changes if wanted else ()


def _keep(row: SentRow, said: Answer, form: Form, person: Person, *, is_final: bool) -> None:
    row.answer = said.words.strip()
    if is_final:
        if not value_of(form, row.row) and not row.answer:
            raise NotSent("refused.empty")
        row.state, row.answered_at = State.ANSWERED, clock.now()
    row.save(update_fields=["answer", "state", "answered_at"])
    Proof.objects.bulk_create(Proof(sent=row, file=file) for file in said.files)
    for file in said.files:
        look.enqueue(attach(person, row.record, row.row, file).pk)
    if is_final or said.files:
        hashes = {f"proof {at}": file.sha256 for at, file in enumerate(said.files, 1)}
        told = {"row": row.row, "name": row.name, "answer": row.answer, **hashes}
        note("row-answered" if is_final else "row-proof", row.record.number, person, told)
