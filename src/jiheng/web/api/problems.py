"""What an operation answers when it cannot do what was asked: one shape, after RFC 9457."""

import re
from http import HTTPStatus
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from msgspec import Struct
from ninja.errors import ValidationError

from jiheng.rulebook.messages import say
from jiheng.web.api.wire import Wire
from jiheng.web.forms.merging import Apart
from jiheng.web.language import language_of

MEDIA = "application/problem+json"
_IN_BODY = re.compile(r"^(?P<what>.*?)(?: - at `\$(?P<at>[^`]*)`)?$", re.DOTALL)
_MOST_FAULTS = 20
_OWN_WORDS = "value_error"


class Fault(Struct, frozen=True, kw_only=True):
    """A part of a request that is not as it should be.

    Attributes:
        at: where, ``query.year`` or ``body.changes[0].path``.
        rule: what it breaks, in the words of the library that reads requests.
    """

    at: str
    rule: str


class Problem(Wire, frozen=True, kw_only=True):
    """Why something was not done.

    Attributes:
        code: the key of the sentence, the same in every language.
        detail: the sentence.
        errors: parts of the request that cannot be used.
        cells: cells that were not saved, with what stands there.
        version: the form's version that stands now, where that is what is in the way.
        seconds: after how many to ask again, where it was asked too often.
    """

    status: int
    code: str
    detail: str
    errors: tuple[Fault, ...] = ()
    cells: tuple[Apart, ...] = ()
    version: int | None = None
    seconds: int | None = None


class Trouble(Exception):
    """What stops an operation; ``key`` and ``values`` make its sentence."""

    def __init__(self, status: int, key: str, **values: str) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.values = values


class CellsApart(Exception):
    """Cells of a save that did not go in; the others did."""

    def __init__(self, apart: tuple[Apart, ...], version: int) -> None:
        super().__init__(version)
        self.apart = apart
        self.version = version


class TooOften(Exception):
    """A call that comes too early; ``seconds`` is how much."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def problem(request: HttpRequest, status: int, key: str, **values: str) -> Problem:
    """Return a problem in the language of whoever asked."""
    return Problem(status=status, code=key, detail=say(key, language_of(request), **values))


def answered(told: Problem) -> HttpResponse:
    """Return a problem as an answer."""
    answer = HttpResponse(msgspec.json.encode(told), status=told.status, content_type=MEDIA)
    if told.seconds is not None:
        answer["Retry-After"] = str(told.seconds)
    if told.status == HTTPStatus.UNAUTHORIZED:
        answer["WWW-Authenticate"] = "Bearer"
    return answer


def too_often(request: HttpRequest, error: TooOften) -> Problem:
    """Return when to ask again."""
    status, seconds = HTTPStatus.TOO_MANY_REQUESTS, str(error.seconds)
    told = problem(request, status, "api.refused.too-often", seconds=seconds)
    return msgspec.structs.replace(told, seconds=error.seconds)


def of_validation(request: HttpRequest, error: ValidationError) -> Problem:
    """Return what is wrong with the parts of a request."""
    faults = tuple(_fault(each) for each in error.errors[:_MOST_FAULTS])
    places = ", ".join(dict.fromkeys(each.at for each in faults))
    told = problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, "api.refused.shape", places=places)
    return msgspec.structs.replace(told, errors=faults)


def _fault(error: dict[str, Any]) -> Fault:
    source, *path = (str(each) for each in error["loc"])
    if error["type"] != _OWN_WORDS:
        return Fault(at=".".join((source, *path)), rule=str(error["msg"]))
    # Said by msgspec, which knows where in the body it is; ninja knows only the parameter's name.
    told = str(error["msg"]).removeprefix("Value error, ")
    found = _IN_BODY.match(told)
    place = (found["at"] or "") if found else ""
    return Fault(at=f"{source}{place}", rule=found["what"] if found else told)
