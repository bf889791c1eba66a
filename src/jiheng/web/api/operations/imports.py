"""Imports: files handed in, how far they are, what is asked, and the report."""

from datetime import datetime
from typing import Annotated, Literal

from django.http import FileResponse, HttpRequest
from msgspec import Meta
from ninja import Body, File, Form, UploadedFile

from jiheng.formats.apart.told import said
from jiheng.web.api.operations.around import (
    XLSX,
    Counted,
    KeyIn,
    PageAsked,
    Place,
    attached,
    counted,
    forbidden,
    place,
)
from jiheng.web.api.problems import Trouble
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Line, Text, Wire
from jiheng.web.chain.steps import Step
from jiheng.web.imports.asking import misfits, read_form
from jiheng.web.imports.fetching import batch_for, file_of, form_in_doubt
from jiheng.web.imports.intake import BadIntake, Handed, Wish, add_to, begin_batch, steps_for, taken
from jiheng.web.imports.job import pause, resume, start
from jiheng.web.imports.models import Batch, BatchForm
from jiheng.web.imports.progress import Line as FileLine
from jiheng.web.imports.progress import lines_of, progress_of, tabs_of
from jiheng.web.imports.report import report_of
from jiheng.web.imports.sent import YEARS
from jiheng.web.imports.settling import answer
from jiheng.web.imports.standing import importer_of, standing_of
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor

_MOST_LISTED = 50
_MOST_ANSWERS = 500

Show = Literal["all", "in-doubt", "unreadable", "skipped", "imported"]
StepSent = Literal["target-draft", "self-evaluation", "closed"]


class Import(Wire, frozen=True, kw_only=True):
    """An import.

    Attributes:
        step: where forms begin that the platform does not have yet.
        files: how many are in each state.
        done: of ``total`` files so many are read.
        forms: found by now; so many of them have their place on the platform.
    """

    key: int
    title: str
    step: str
    year: int | None
    at: datetime
    is_paused: bool
    is_running: bool
    total: int
    done: int
    forms: int
    matched: int
    files: dict[str, int]


class Imports(Wire, frozen=True, kw_only=True):
    """The caller's imports, the latest first."""

    items: tuple[Import, ...]


class ImportedForm(Wire, frozen=True, kw_only=True):
    """A form of a file; ``number`` is the form that it was matched with or became."""

    index: int
    state: str
    project: str
    unit: Place | None
    number: str | None
    version: int | None
    questions: int
    why: str


class ImportedFile(Wire, frozen=True, kw_only=True):
    """A file of an import."""

    key: int
    path: str
    state: str
    why: str
    forms: tuple[ImportedForm, ...]


class ImportedFiles(Wire, frozen=True, kw_only=True):
    """A page of an import's files."""

    items: tuple[ImportedFile, ...]
    page: Counted


class AnswerChoice(Wire, frozen=True, kw_only=True):
    """A likely answer; ``value`` is what is sent."""

    value: str
    label: str
    note: str


class ImportQuestion(Wire, frozen=True, kw_only=True):
    """What has to be said before a form can be stored.

    Attributes:
        key: by which it is answered.
        is_open: whether another answer than the choices may be given.
    """

    key: str
    title: str
    hint: str
    path: str
    place: str
    choices: tuple[AnswerChoice, ...]
    is_open: bool


class ImportQuestions(Wire, frozen=True, kw_only=True):
    """What is asked of the first form of a file that is in doubt."""

    file: int
    index: int | None
    project: str
    items: tuple[ImportQuestion, ...]


class ImportAnswers(Wire, frozen=True, kw_only=True):
    """Answers by the keys of their questions."""

    answers: Annotated[dict[Line, Text], Meta(min_length=1, max_length=_MOST_ANSWERS)]


class Pause(Wire, frozen=True, kw_only=True):
    """Whether the import is to be paused."""

    paused: bool


def list_imports(request: HttpRequest) -> Imports:
    """Return the caller's imports."""
    person = visitor(request)
    if not steps_for(person):
        raise forbidden()
    batches = Batch.objects.filter(by=person).order_by("-id")[:_MOST_LISTED]
    return Imports(items=tuple(_import(each) for each in batches))


def begin_import(
    request: HttpRequest,
    files: File[list[UploadedFile]],
    step: Form[StepSent],
    title: Form[str] = "",
    year: Form[int | None] = None,
) -> Import:
    """Hand in files; the worker reads them."""
    person = visitor(request)
    if not steps_for(person):
        raise forbidden()
    if year is not None and year not in YEARS:
        raise BadIntake("bad-year")
    named = title.strip() or f"{year or ''} {person.name}".strip()
    wish = Wish(person=person, title=named, step=Step(step), year=year)
    batch = begin_batch(wish, _handed(files))
    start(batch)
    return _import(batch)


def one_import(request: HttpRequest, key: KeyIn) -> Import:
    """Return how far an import is."""
    return _import(batch_for(visitor(request), key))


def add_files(request: HttpRequest, key: KeyIn, files: File[list[UploadedFile]]) -> Import:
    """Add files to an import."""
    batch = batch_for(visitor(request), key)
    add_to(batch, _handed(files))
    start(batch)
    return _import(batch)


def pause_import(request: HttpRequest, key: KeyIn, wish: Body[Pause]) -> Import:
    """Let no further file be begun, or go on."""
    batch = batch_for(visitor(request), key)
    if wish.paused != batch.is_paused:
        (pause if wish.paused else resume)(batch)
        batch.refresh_from_db()
    return _import(batch)


def import_files(
    request: HttpRequest, key: KeyIn, show: Show = "all", page: PageAsked = 1
) -> ImportedFiles:
    """Return the files of an import."""
    batch, language = batch_for(visitor(request), key), language_of(request)
    found, lines = lines_of(batch, show, str(page), language)
    return ImportedFiles(items=tuple(_file(each, language) for each in lines), page=counted(found))


def import_questions(request: HttpRequest, key: KeyIn, file: KeyIn) -> ImportQuestions:
    """Return what is asked of a file."""
    batch = batch_for(visitor(request), key)
    row = form_in_doubt(file_of(batch, file))
    if row is None:
        return ImportQuestions(file=file, index=None, project="", items=())
    standing = standing_of(row, importer_of(batch), language_of(request))
    return ImportQuestions(
        file=file,
        index=row.index,
        project=row.project,
        items=tuple(
            ImportQuestion(
                key=each.key,
                title=each.title,
                hint=each.hint,
                path=each.path,
                place=each.place,
                choices=tuple(
                    AnswerChoice(value=one.value, label=one.label, note=one.note)
                    for one in each.choices
                ),
                is_open=each.is_open,
            )
            for each in standing.questions
        ),
    )


def answer_import(
    request: HttpRequest, key: KeyIn, file: KeyIn, given: Body[ImportAnswers]
) -> ImportedFile:
    """Answer what is asked of a file; what lacks nothing more is stored."""
    batch, language = batch_for(visitor(request), key), language_of(request)
    one = file_of(batch, file)
    row = form_in_doubt(one)
    if row is None:
        raise Trouble(409, "api.refused.nothing-asked")
    refused = misfits(read_form(row), given.answers, language)
    if refused:
        raise Trouble(409, "api.refused.misfit", why="\n".join(refused))
    answer(row.pk, dict(given.answers))
    one.refresh_from_db()
    forms = one.forms.select_related("record", "organisation").defer("document")
    return ImportedFile(
        key=one.pk,
        path=one.path,
        state=one.state,
        why=said(one.told, language),
        forms=tuple(_form(each, language) for each in forms),
    )


def import_report(request: HttpRequest, key: KeyIn) -> FileResponse:
    """Return the report of an import."""
    batch = batch_for(visitor(request), key)
    return attached(report_of(batch, language_of(request)), f"import-{batch.pk}.xlsx")


def _handed(files: list[UploadedFile]) -> tuple[Handed, ...]:
    return tuple(taken(each.chunks(), each.name or "") for each in files)


def _import(batch: Batch) -> Import:
    progress = progress_of(batch)
    return Import(
        key=batch.pk,
        title=batch.title,
        step=batch.step,
        year=batch.year,
        at=batch.at,
        is_paused=batch.is_paused,
        is_running=progress.is_running,
        total=progress.total,
        done=progress.done,
        forms=progress.forms,
        matched=progress.matched,
        files=dict(tabs_of(batch)),
    )


def _file(line: FileLine, language: str) -> ImportedFile:
    return ImportedFile(
        key=line.file.pk,
        path=line.file.path,
        state=line.file.state,
        why=line.why,
        forms=tuple(_form(each, language) for each in line.forms),
    )


def _form(row: BatchForm, language: str) -> ImportedForm:
    return ImportedForm(
        index=row.index,
        state=row.state,
        project=row.project,
        unit=place(row.organisation) if row.organisation else None,
        number=row.record.number if row.record else None,
        version=row.version,
        questions=row.questions,
        why=said(row.told, language),
    )


_ONE = "/imports/{key}"

OPERATIONS = (
    Operation(
        name="list-imports", method="GET", path="/imports", view=list_imports, answer=Imports
    ),
    Operation(
        name="begin-import",
        method="POST",
        path="/imports",
        view=begin_import,
        answer=Import,
        status=201,
    ),
    Operation(name="import", method="GET", path=_ONE, view=one_import, answer=Import),
    Operation(name="add-files", method="POST", path=f"{_ONE}/files", view=add_files, answer=Import),
    Operation(
        name="import-files",
        method="GET",
        path=f"{_ONE}/files",
        view=import_files,
        answer=ImportedFiles,
    ),
    Operation(
        name="pause-import", method="POST", path=f"{_ONE}/pause", view=pause_import, answer=Import
    ),
    Operation(
        name="import-questions",
        method="GET",
        path=f"{_ONE}/files/{{file}}/questions",
        view=import_questions,
        answer=ImportQuestions,
    ),
    Operation(
        name="answer-import",
        method="POST",
        path=f"{_ONE}/files/{{file}}/questions",
        view=answer_import,
        answer=ImportedFile,
    ),
    Operation(
        name="import-report",
        method="GET",
        path=f"{_ONE}/report",
        view=import_report,
        media=(XLSX,),
    ),
)
