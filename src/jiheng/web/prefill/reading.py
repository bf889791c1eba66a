"""Files of a clerk, read by a program of its own, kept with what was found in them."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

import msgspec
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from msgspec import Struct

from jiheng.formats.apart.child import Child
from jiheng.formats.apart.told import kept
from jiheng.model.form import NOT_JUDGED, Form
from jiheng.pipeline.apart.readers import asked
from jiheng.pipeline.apart.reading import READING, Reading, job_for
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import Told, phrase
from jiheng.web.files.models import StoredFile
from jiheng.web.files.storing import path_of, store
from jiheng.web.imports.refusing import cause_of_refusal
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Organisation, Person
from jiheng.web.prefill.models import Intake, ReadForm

MOST_FILES = 40
MOST_BYTES = 20 * 2**20
MOST_FORMS = 200
_NO_FORM = frozenset(NOT_JUDGED - {"goal-table"})
"""These say nothing of a project's targets."""


class BadFiles(Exception):
    """Files that are not taken; ``why`` is the key of a sentence, ``name`` a file's."""

    def __init__(self, why: str, name: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.name = name


class Wish(Struct, frozen=True, kw_only=True):
    """Whose forms of which year the files are to become."""

    person: Person
    unit: Organisation
    year: int


def take_in(wish: Wish, files: list[UploadedFile]) -> Intake:
    """Return what was read from files, to be looked at before anything becomes of it.

    Raises:
        BadFiles: there are none, too many, or one is too large.
    """
    if not 0 < len(files) <= MOST_FILES:
        raise BadFiles("refused.count")
    for each in files:
        if (each.size or 0) > MOST_BYTES:
            raise BadFiles("refused.large", each.name or "")
    stored = [store(each.chunks(), _name(each), wish.person) for each in files]
    rows = list(_rows(stored))[:MOST_FORMS]
    with transaction.atomic():
        intake = Intake.objects.create(
            person=wish.person, organisation=wish.unit, year=wish.year, at=timezone.now()
        )
        for row in rows:
            row.intake = intake
        ReadForm.objects.bulk_create(rows)
        hashes = {f"file {at}": file.sha256 for at, file in enumerate(stored, 1)}
        note("read-files", wish.unit.name, wish.person, {"year": str(wish.year), **hashes})
    return intake


def form_in(row: ReadForm) -> Form:
    """Return the form that was read."""
    return msgspec.json.decode(row.document, type=Form)


def _rows(stored: Iterable[StoredFile]) -> Iterator[ReadForm]:
    child = Child(READING)
    try:
        for file in stored:
            reading = asked(child, job_for(path_of(file), called(file.name)))
            yield from _read(file, reading)
    finally:
        child.end()


def _read(file: StoredFile, reading: Reading) -> Iterator[ReadForm]:
    if reading.refused:
        yield ReadForm(file=file, refused=kept(cause_of_refusal(reading)))
    for form in reading.forms:
        if form.kind in _NO_FORM or not form.indicators:
            yield ReadForm(file=file, refused=kept(_no_form(form)))
        else:
            document = msgspec.json.encode(form).decode()
            yield ReadForm(file=file, document=document)


def _no_form(form: Form) -> Told:
    return phrase("prefill.no-targets", title=form.title or form.source.part)


def _name(file: UploadedFile) -> str:
    return PurePath(file.name or "").name
