"""Rows that are sent to a 业务科室: sent, answered with proof, accepted."""

from datetime import date, datetime
from typing import Annotated, Literal

from django.http import FileResponse, HttpRequest
from msgspec import UNSET, Meta, Struct, UnsetType
from ninja import Body, File, UploadedFile

from jiheng.web.api.operations.around import FILE, KeyIn, Number, Somebody, seen, somebody
from jiheng.web.api.problems import Trouble
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Key, Line, Text, Wire
from jiheng.web.files.proofs import stored_proofs
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, form_of, text_at
from jiheng.web.forms.sent import clean
from jiheng.web.pages.visitor import visitor
from jiheng.web.sections.answering import Answer, answer, answered_row, asked_of
from jiheng.web.sections.asked import AskedCell, AskedRow, asked_rows
from jiheng.web.sections.models import SentRow
from jiheng.web.sections.rows import rows_of
from jiheng.web.sections.sending import Sending, open_rows, sections_of, send
from jiheng.web.sections.views import MOVES, may_send, proof_file
from jiheng.web.sections.waiting import owed_by

_MOST_ROWS = 200
Move = Literal["take-back", "accept", "again"]


class RowOut(Wire, frozen=True, kw_only=True):
    """A row that was sent: to whom, until when, and what they said."""

    key: int
    number: str
    row: str
    name: str
    to: Somebody
    by: Somebody
    sent_at: datetime
    due: date
    note: str
    state: str
    answer: str


class RowsOut(Wire, frozen=True, kw_only=True):
    """Rows that are out."""

    items: tuple[RowOut, ...]


class RowFree(Wire, frozen=True, kw_only=True):
    """A row that can be sent."""

    row: str
    name: str
    target: str


class FormRows(Wire, frozen=True, kw_only=True):
    """The rows of a form that are out, those that can be sent, and to whom."""

    out: tuple[RowOut, ...]
    free: tuple[RowFree, ...]
    people: tuple[Somebody, ...]


class NewSending(Wire, frozen=True, kw_only=True):
    """Rows to send: to whom, until when, with what words."""

    rows: Annotated[tuple[Line, ...], Meta(min_length=1, max_length=_MOST_ROWS)]
    to: Key
    due: date
    note: Text = ""


class CellAsked(Wire, frozen=True, kw_only=True):
    """A cell to fill in, with what stands there."""

    path: str
    text: str


class RowAsked(Wire, frozen=True, kw_only=True):
    """A row that the caller is asked for.

    Attributes:
        last: what was done the year before.
        proofs: keys of the files that were handed in with it.
    """

    key: int
    row: str
    name: str
    target: str
    last: str
    due: date
    note: str
    state: str
    value: CellAsked | None
    reason: CellAsked | None
    words: str
    proofs: tuple[int, ...]


class RowsAsked(Wire, frozen=True, kw_only=True):
    """The rows of a form that the caller is asked for."""

    number: str
    items: tuple[RowAsked, ...]


class TypedCell(Struct, frozen=True, kw_only=True):
    """A cell of an answer; ``old`` is what the caller saw there, what stands there if left out."""

    path: Line
    new: Text | None
    old: Text | UnsetType | None = UNSET


class RowAnswer(Struct, frozen=True, kw_only=True):
    """What is said to one row, by its key."""

    key: Key
    cells: Annotated[tuple[TypedCell, ...], Meta(max_length=2)] = ()
    words: Text = ""


class RowAnswers(Wire, frozen=True, kw_only=True):
    """Answers; final ones go back to the clerk."""

    answers: Annotated[tuple[RowAnswer, ...], Meta(min_length=1, max_length=_MOST_ROWS)]
    final: bool = False


def my_rows(request: HttpRequest) -> RowsOut:
    """Return the rows that the caller still has to fill in."""
    return RowsOut(items=tuple(_out(each) for each in owed_by(visitor(request))))


def form_rows(request: HttpRequest, number: Number) -> FormRows:
    """Return which rows of a form are out, and which can be sent."""
    record = _sendable(request, number)
    out = tuple(open_rows(record).select_related("sent_by", "record"))
    taken = {each.row for each in out}
    return FormRows(
        out=tuple(_out(each) for each in out),
        free=tuple(
            RowFree(row=each.path, name=each.name, target=each.target)
            for each in rows_of(form_of(record), record)
            if each.path not in taken
        ),
        people=tuple(somebody(each.person) for each in sections_of(record)),
    )


def send_rows(request: HttpRequest, number: Number, wish: Body[NewSending]) -> RowsOut:
    """Send rows of a form to a section."""
    record = _sendable(request, number)
    made = send(
        Sending(
            person=visitor(request),
            record=record.pk,
            rows=wish.rows,
            to=wish.to,
            due=wish.due,
            note=clean(wish.note) or "",
        )
    )
    return RowsOut(items=tuple(_out(each) for each in made))


def move_row(request: HttpRequest, number: Number, key: KeyIn, what: Move) -> FormRows:
    """Take a row back, accept it, or send it to the section again."""
    record = seen(request, number)
    sent = open_rows(record).filter(pk=key).first()
    if sent is None:
        raise Trouble(404, "api.refused.nothing-there")
    MOVES[what](visitor(request), sent)
    return form_rows(request, number)


def asked_of_me(request: HttpRequest, number: Number) -> RowsAsked:
    """Return the rows of a form that the caller is asked for."""
    record = seen(request, number)
    asked = _asked(request, record)
    return RowsAsked(
        number=record.number, items=tuple(_row(each) for each in asked_rows(record, asked))
    )


def answer_rows(request: HttpRequest, number: Number, given: Body[RowAnswers]) -> RowsAsked:
    """Fill in rows that the caller is asked for."""
    record = seen(request, number)
    rows = {each.pk: each for each in _asked(request, record)}
    answers = tuple(
        Answer(
            sent=each.key,
            typed=_typed(record, rows[each.key], each) if each.key in rows else (),
            words=clean(each.words) or "",
        )
        for each in given.answers
    )
    answer(visitor(request), record, answers, is_final=given.final)
    record.refresh_from_db()
    left = asked_of(visitor(request), record)
    return RowsAsked(
        number=record.number, items=tuple(_row(each) for each in asked_rows(record, left))
    )


def hand_proof(
    request: HttpRequest, number: Number, key: KeyIn, files: File[list[UploadedFile]]
) -> RowsAsked:
    """Hand in proof with a row that the caller is asked for."""
    record, person = seen(request, number), visitor(request)
    if key not in {each.pk for each in _asked(request, record)}:
        raise Trouble(404, "api.refused.nothing-there")
    (row,) = (each for each in _asked(request, record) if each.pk == key)
    stored = stored_proofs(files, person)
    given = (Answer(sent=key, words=row.answer, files=stored),)
    answer(person, record, given, is_final=False)
    return asked_of_me(request, number)


def proof(request: HttpRequest, key: KeyIn) -> FileResponse:
    """Return a proof to whoever sees its form."""
    return proof_file(visitor(request), key)


def _sendable(request: HttpRequest, number: str) -> FormRecord:
    record = seen(request, number)
    if not may_send(visitor(request), record):
        raise Trouble(403, "web.wrong.403-why")
    return record


def _asked(request: HttpRequest, record: FormRecord) -> tuple[SentRow, ...]:
    asked = asked_of(visitor(request), record)
    if not asked:
        raise Trouble(404, "api.refused.nothing-there")
    return asked


def _typed(record: FormRecord, row: SentRow, given: RowAnswer) -> tuple[CellChange, ...]:
    form = form_of(record)
    found = answered_row(form, record, row.row)
    known = frozenset(found.fields if found else ())
    changes: list[CellChange] = []
    for each in given.cells:
        now = text_at(form, each.path) if each.path in known else None
        old = now if isinstance(each.old, UnsetType) else clean(each.old)
        changes.append(CellChange(path=each.path, old=old, new=clean(each.new)))
    return tuple(changes)


def _out(row: SentRow) -> RowOut:
    return RowOut(
        key=row.pk,
        number=row.record.number,
        row=row.row,
        name=row.name,
        to=somebody(row.person),
        by=somebody(row.sent_by),
        sent_at=row.sent_at,
        due=row.due,
        note=row.note,
        state=row.state,
        answer=row.answer,
    )


def _row(asked: AskedRow) -> RowAsked:
    sent = asked.sent
    return RowAsked(
        key=sent.pk,
        row=sent.row,
        name=sent.name,
        target=asked.row.target,
        last=asked.last,
        due=sent.due,
        note=sent.note,
        state=sent.state,
        value=_cell(asked.value),
        reason=_cell(asked.reason),
        words=asked.words,
        proofs=tuple(each.pk for each in asked.proofs),
    )


def _cell(cell: AskedCell | None) -> CellAsked | None:
    return None if cell is None else CellAsked(path=cell.path, text=cell.was)


_ROWS = "/forms/{number}/rows"

OPERATIONS = (
    Operation(name="my-rows", method="GET", path="/rows", view=my_rows, answer=RowsOut),
    Operation(name="form-rows", method="GET", path=_ROWS, view=form_rows, answer=FormRows),
    Operation(
        name="send-rows", method="POST", path=_ROWS, view=send_rows, answer=RowsOut, status=201
    ),
    Operation(
        name="move-row",
        method="POST",
        path=f"{_ROWS}/{{key}}/{{what}}",
        view=move_row,
        answer=FormRows,
    ),
    Operation(
        name="asked-rows",
        method="GET",
        path="/rows/{number}",
        view=asked_of_me,
        answer=RowsAsked,
    ),
    Operation(
        name="answer-rows",
        method="POST",
        path="/rows/{number}",
        view=answer_rows,
        answer=RowsAsked,
    ),
    Operation(
        name="hand-proof",
        method="POST",
        path="/rows/{number}/{key}/proofs",
        view=hand_proof,
        answer=RowsAsked,
    ),
    Operation(name="proof", method="GET", path="/proofs/{key}", view=proof, media=(FILE,)),
)
