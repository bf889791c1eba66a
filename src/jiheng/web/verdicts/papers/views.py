"""The papers of a review as files: for whoever judges, and the feedback for its unit."""

from collections.abc import Callable
from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from jiheng.rulebook.messages import SOURCE
from jiheng.web.access.fetching import record_for
from jiheng.web.access.situations import posts_of, situation_of
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.forms.sheet import Drawn, drawn
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
    """Send the working paper of a form's review to whoever judges or audits it."""
    person = visitor(request)
    record = record_for(person, number)
    if not _reads_papers(person, record):
        raise Http404
    return _sent(person, record, kind, "verdicts.paper.file-working", _working)


@require_safe
def feedback(request: HttpRequest, number: str, kind: str) -> FileResponse:
    """Send what a review tells the unit; the unit has it when the form was judged."""
    person = visitor(request)
    record = record_for(person, number)
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


def _sent(person: Person, record: FormRecord, kind: str, name: str, lay: Lay) -> FileResponse:
    page = drawn(form_of(record), Step(record.step), SOURCE)
    case = review_page(record, page, person)
    laid = None if case is None or kind not in KINDS else lay(record, page, case)
    if laid is None:
        raise Http404
    return FileResponse(
        BytesIO(output_of(kind).write((laid,))),
        as_attachment=True,
        filename=file_name(record, kind, name),
        content_type=TYPES[kind],
    )
