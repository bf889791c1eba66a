"""Forms in and out of the database: the only place that writes a version."""

import msgspec
from django.db import transaction
from msgspec import Struct

from jiheng.model.form import Form
from jiheng.model.paths import value_at, with_value
from jiheng.web import clock
from jiheng.web.chain.steps import Step
from jiheng.web.evidence.years import first_papers
from jiheng.web.forms.arranged import Arranged
from jiheng.web.forms.drawn import with_texts
from jiheng.web.forms.models import FormRecord, FormVersion, RowMove
from jiheng.web.forms.sitting import CellSaved, keep, keep_move, on_behalf
from jiheng.web.forms.summary import summary_of
from jiheng.web.journal.writing import note
from jiheng.web.lists.figures import keep_figures
from jiheng.web.people.models import Organisation, Person
from jiheng.web.years.keeping import keep_trend


class CellChange(Struct, frozen=True, kw_only=True):
    """A cell and what is to stand in it; None leaves it empty.

    Attributes:
        old: what its author saw there; it counts where an order names no version.
    """

    path: str
    new: str | None
    old: str | None = None


class ArrangedRow(Struct, frozen=True, kw_only=True):
    """A deed with a row as it is saved.

    Attributes:
        sums: the cells that it changes besides.
        restores: key of the move whose row comes back.
    """

    arranged: Arranged
    sums: tuple[CellChange, ...] = ()
    restores: int | None = None


class OutOfDate(Exception):
    """Somebody else saved in between.

    Attributes:
        theirs: the version that is there now.
    """

    def __init__(self, theirs: int) -> None:
        super().__init__(f"version {theirs}")
        self.theirs = theirs


class Registration(Struct, frozen=True, kw_only=True):
    """What a form is begun with.

    Attributes:
        by: who brings it in for its filler; None where that is the filler.
    """

    number: str
    organisation: Organisation
    filler: Person
    route: str
    step: Step = Step.TARGET_DRAFT
    by: Person | None = None


@transaction.atomic
def register(form: Form, about: Registration) -> FormRecord:
    """Return a new record with the form as its first version."""
    by = about.by or about.filler
    now, document = clock.now(), msgspec.json.encode(form).decode()
    year = form.year or now.year
    papers = first_papers(about.organisation, year)
    record = FormRecord.objects.create(
        number=about.number,
        organisation=about.organisation,
        filler=about.filler,
        year=year,
        project=form.project.name or form.title or about.number,
        route=about.route,
        step=about.step,
        step_since=now,
        document=document,
        summary=summary_of(form, about.step, papers),
        papers=papers,
    )
    FormVersion.objects.create(
        record=record, number=1, document=document, made_by=by, begun_at=now, made_at=now
    )
    keep_figures(record)
    keep_trend(record)
    note("register", about.number, by, on_behalf(record, by))
    return record


def form_of(record: FormRecord) -> Form:
    """Return the form that a record holds, with a place for all that its layout prints."""
    return with_texts(msgspec.json.decode(record.document, type=Form))


def locked_record(pk: int) -> FormRecord:
    """Return the record, held until the transaction ends."""
    return (
        FormRecord.objects.select_for_update(of=("self",))
        .select_related("organisation", "filler")
        .get(pk=pk)
    )


def check_version(record: FormRecord, seen: int) -> None:
    """Refuse to go on from an older version than the one that is there.

    Raises:
        OutOfDate: somebody saved since.
    """
    if record.version != seen:
        raise OutOfDate(record.version)


def save_changes(
    record: FormRecord, changes: tuple[CellChange, ...], person: Person
) -> FormVersion | None:
    """Return the version that holds the changes, or None where nothing changed.

    The record is held by the caller.

    Raises:
        NoSuchField: a path leads nowhere in this form.
    """
    before = form_of(record)
    after = written(before, changes)
    paths = dict.fromkeys(each.path for each in changes)
    saved = tuple(
        CellSaved(path=path, old=text_at(before, path), new=text_at(after, path))
        for path in paths
        if text_at(before, path) != text_at(after, path)
    )
    if not saved:
        return None
    _hold(record, after)
    return keep(record, saved, person)


def save_rows(record: FormRecord, row: ArrangedRow, person: Person) -> None:
    """Keep the form with a row more, less, or elsewhere.

    The record is held by the caller.
    """
    before, after = form_of(record), written(row.arranged.form, row.sums)
    sums = tuple(
        CellSaved(path=each.path, old=text_at(before, each.path), new=each.new) for each in row.sums
    )
    _hold(record, after)
    move = RowMove(
        number=record.version,
        deed=row.arranged.deed,
        at=row.arranged.at,
        to=row.arranged.to,
        row=msgspec.json.encode(row.arranged.row).decode(),
        restores_id=row.restores,
    )
    keep_move(record, move, sums, person)


def _hold(record: FormRecord, form: Form) -> None:
    """Let the record hold a form from now on, as its next version."""
    record.version += 1
    record.document = msgspec.json.encode(form).decode()
    record.summary = summary_of(form, Step(record.step), record.papers)
    record.save(update_fields=["version", "document", "summary"])
    keep_figures(record)


def written(form: Form, changes: tuple[CellChange, ...]) -> Form:
    """Return the form with these cells written.

    Raises:
        NoSuchField: a path leads nowhere in this form.
    """
    for each in changes:
        form = with_value(form, each.path, each.new)
    return form


def text_at(form: Form, path: str) -> str | None:
    """Return the text of a field; None where it is empty."""
    value = value_at(form, path)
    return value if isinstance(value, str) else None
