"""The circular: a draft written from the numbers of the lists."""

from typing import Literal

from django.http import FileResponse, HttpRequest

from jiheng.web.api.operations.around import KeyAsked, YearAsked, desk, only_for
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Wire
from jiheng.web.language import language_of
from jiheng.web.pages.desk import Desk
from jiheng.web.pages.menu import ISSUING
from jiheng.web.papers.views import TYPES
from jiheng.web.rectification.circular_pages import WRITERS, letter_file, letter_of, scope_of
from jiheng.writers.letter import Block


class Circular(Wire, frozen=True, kw_only=True):
    """The draft of a circular; without blocks where there are no forms to write about."""

    title: str
    above: str
    blocks: tuple[Block, ...]
    foot: tuple[str, ...]


def circular(
    request: HttpRequest, year: YearAsked, department: KeyAsked = None, named: bool = False
) -> Circular:
    """Return the draft about a year and a department."""
    asking = _desk(request, year)
    scope = scope_of(asking, department or 0, names_units=named)
    letter = letter_of(asking, scope, language_of(request))
    if letter is None:
        return Circular(title="", above="", blocks=(), foot=())
    return Circular(title=letter.title, above=letter.above, blocks=letter.blocks, foot=letter.foot)


def circular_file(
    request: HttpRequest,
    kind: Literal["docx", "pdf"],
    year: YearAsked,
    department: KeyAsked = None,
    named: bool = False,
) -> FileResponse:
    """Return the draft as a file to go on with."""
    asking = _desk(request, year)
    scope = scope_of(asking, department or 0, names_units=named)
    return letter_file(asking, scope, kind, language_of(request))


def _desk(request: HttpRequest, year: int) -> Desk:
    only_for(request, ISSUING)
    return desk(request, year)


OPERATIONS = (
    Operation(name="circular", method="GET", path="/circular", view=circular, answer=Circular),
    Operation(
        name="circular-file",
        method="GET",
        path="/circular/files/{kind}",
        view=circular_file,
        media=tuple(TYPES[kind] for kind in WRITERS),
    ),
)
