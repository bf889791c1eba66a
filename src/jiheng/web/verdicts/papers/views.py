"""The papers of a review as files: for whoever judges, and the feedback for its unit."""

from collections.abc import Callable
from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from jiheng.rulebook.messages import SOURCE
from jiheng.web.access.fetching import record_for
from jiheng.web.access.situations import posts_of, situation_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sheet import Drawn, drawn_now
from jiheng.web.pages.visitor import visitor
from jiheng.web.papers.views import TYPES, file_name, output_of
from jiheng.web.people.models import Person
from jiheng.web.verdicts.models import SCORED_AT
from jiheng.web.verdicts.page import ReviewPage, review_page
from jiheng.web.verdicts.papers.feedback import feedback_paper
from jiheng.web.verdicts.papers.gathering import feedback_of, opinions_of
from jiheng.web.verdicts.papers.working_paper import working_paper
from jiheng.web.verdicts.permission import reads_papers
from jiheng.writers.layout import LaidOut

KINDS = ("docx", "pdf")

Lay = Callable[[FormRecord, Drawn, ReviewPage], LaidOut | None]


@require_safe
def working(request: HttpRequest, number: str, kind: str) -> FileResponse:
    """Send the working paper of a form's review."""
    person = visitor(request)
    return working_file(person, record_for(person, number), kind)


@require_safe
def feedback(request: HttpRequest, number: str, kind: str) -> FileResponse:
    """Send what a review tells the unit."""
    person = visitor(request)
    return feedback_file(person, record_for(person, number), kind)


def working_file(person: Person, record: FormRecord, kind: str) -> FileResponse:
    """Return the working paper of a form's review for whoever judges or audits it.

    Raises:
        Http404: they do not, or there is none.
    """
    if not _reads_papers(person, record):
        raise Http404
    return _sent(person, record, kind, "verdicts.paper.file-working", _working)


def feedback_file(person: Person, record: FormRecord, kind: str) -> FileResponse:
    """Return what a review tells the unit, which has it when the form was judged.

    Raises:
        Http404: it was not judged yet, or there is nothing to tell.
    """
    if record.step in SCORED_AT and not _reads_papers(person, record):
        raise Http404
    return _sent(person, record, kind, "verdicts.paper.file-feedback", _feedback)


def _reads_papers(person: Person, record: FormRecord) -> bool:
    return reads_papers(posts_of(person), situation_of(record, person))


def _working(record: FormRecord, page: Drawn, case: ReviewPage) -> LaidOut:
    return working_paper(record, page, case, opinions_of(record))


def _feedback(record: FormRecord, page: Drawn, case: ReviewPage) -> LaidOut | None:
    told = feedback_of(record, page, case)
    return None if told is None else feedback_paper(record, told)


def working_bytes(person: Person, record: FormRecord, kind: str) -> bytes | None:
    """Return the working paper of a form's review, None where there is none."""
    return _written(person, record, kind, _working)


def _sent(person: Person, record: FormRecord, kind: str, name: str, lay: Lay) -> FileResponse:
    content = _written(person, record, kind, lay) if kind in KINDS else None
    if content is None:
        raise Http404
    return FileResponse(
        BytesIO(content),
        as_attachment=True,
        filename=file_name(record, kind, name),
        content_type=TYPES[kind],
    )


def _written(person: Person, record: FormRecord, kind: str, lay: Lay) -> bytes | None:
    page = drawn_now(record, SOURCE)
    case = review_page(record, page, person)
    laid = None if case is None else lay(record, page, case)
    return None if laid is None else output_of(kind).write((laid,))
