"""The official form to print and to take away, as ``jiheng write`` writes it."""

from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from jiheng.pipeline.naming import called
from jiheng.pipeline.reading import with_pack
from jiheng.pipeline.writing import OUTPUTS, Output, official_form
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import record_for
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.pages.visitor import visitor

PAPER = "pdf"
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
"""The formats that are offered; a web page of the form is the platform's own."""
NO_NAME = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))
"""What no file name may hold on Windows."""
_LONGEST = 80


@require_safe
def paper(request: HttpRequest, number: str) -> FileResponse:
    """Show the official form alone, on A4, for the browser to print."""
    return sent(record_for(visitor(request), number), PAPER, is_shown=True)


@require_safe
def export(request: HttpRequest, number: str, kind: str) -> FileResponse:
    """Send the official form as a file."""
    record = record_for(visitor(request), number)
    if kind not in TYPES:
        raise Http404
    return sent(record, kind)


def file_name(record: FormRecord, kind: str, name: str = "panel.file-name") -> str:
    """Return what a file about a form is called: project, year and kind of paper."""
    project = called(record.project).translate(NO_NAME)[:_LONGEST].strip(" .")
    return say(name, project=project, year=str(record.year)) + f".{kind}"


def sent(record: FormRecord, kind: str, *, is_shown: bool = False) -> FileResponse:
    """Return the official form, as a file to keep or to be shown.

    Raises:
        Http404: such a form has no official one.
    """
    try:
        content = official_bytes(record, kind)
    except UnreadableInput as error:
        # A list of projects has no official form.
        raise Http404 from error
    return FileResponse(
        BytesIO(content),
        as_attachment=not is_shown,
        filename=file_name(record, kind),
        content_type=TYPES[kind],
    )


def official_bytes(record: FormRecord, kind: str) -> bytes:
    """Return the official form as a file's bytes.

    Raises:
        UnreadableInput: such a form has no official one.
    """
    form = form_of(record)
    official = official_form(with_pack(form, form.pack), None)
    return output_of(kind).write((official.laid,))


def output_of(kind: str) -> Output:
    """Return what writes a kind of file."""
    return next(output for output in OUTPUTS if output.name == kind)
