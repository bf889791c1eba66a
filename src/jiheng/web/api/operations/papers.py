"""The official form as a file."""

from typing import Literal

from django.http import FileResponse, HttpRequest

from jiheng.web.api.operations.around import Number, seen
from jiheng.web.api.registry import Operation
from jiheng.web.papers.views import TYPES, sent

Kind = Literal["docx", "xlsx", "pdf"]


def paper(request: HttpRequest, number: Number, kind: Kind) -> FileResponse:
    """Return the official form with its check code, as ``jiheng write`` writes it."""
    return sent(seen(request, number), kind)


OPERATIONS = (
    Operation(
        name="paper",
        method="GET",
        path="/forms/{number}/files/{kind}",
        view=paper,
        media=tuple(TYPES.values()),
    ),
)
