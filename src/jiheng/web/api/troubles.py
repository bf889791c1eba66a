"""What the platform's own functions refuse, as problems: one line a kind of refusal."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import Http404, HttpRequest
from django.http.request import RawPostDataException
from msgspec.structs import replace
from ninja.errors import AuthenticationError, HttpError, ValidationError

from jiheng.rulebook.messages import template
from jiheng.rulebook.phrases import Phrase
from jiheng.rulebook.telling import Telling
from jiheng.web.api.problems import (
    CellsApart,
    Problem,
    TooOften,
    Trouble,
    of_validation,
    problem,
    too_often,
)
from jiheng.web.api.tokens import BadToken
from jiheng.web.chain.order import Refused
from jiheng.web.columns.table import BadTable
from jiheng.web.columns.taking import BadMapping
from jiheng.web.files.proofs import BadProof
from jiheng.web.forms.beginning import BadBeginning
from jiheng.web.forms.saving import OutOfDate
from jiheng.web.imports.intake import MOST_FILES, BadIntake
from jiheng.web.language import language_of
from jiheng.web.measures.choosing import NotThere
from jiheng.web.people.appointing import NotApart
from jiheng.web.people.roster import BadPeople
from jiheng.web.prefill.reading import MOST_FILES as MOST_READ
from jiheng.web.prefill.reading import BadFiles
from jiheng.web.publication.packing import Unfit
from jiheng.web.sampling.holding import Refused as NoDraw
from jiheng.web.sections.answering import Overtaken
from jiheng.web.sections.sending import NotSent
from jiheng.web.surveys.refusing import NotDone

Told = Callable[[HttpRequest, Any], Problem]


def _trouble(request: HttpRequest, error: Trouble) -> Problem:
    return problem(request, error.status, error.key, **error.values)


def _missing(request: HttpRequest, error: Http404) -> Problem:
    del error
    return problem(request, HTTPStatus.NOT_FOUND, "api.refused.nothing-there")


def _nobody(request: HttpRequest, error: AuthenticationError) -> Problem:
    del error
    return problem(request, HTTPStatus.UNAUTHORIZED, "api.refused.token")


def _unreadable(request: HttpRequest, error: Exception) -> Problem:
    del error
    return problem(request, HTTPStatus.BAD_REQUEST, "api.refused.unreadable")


def _refused(request: HttpRequest, error: Refused | NotSent | NotDone) -> Problem:
    """A ruling says that this person may not; anything else that it cannot be done now."""
    is_ruling = error.why.startswith("ruling.")
    status = HTTPStatus.FORBIDDEN if is_ruling else HTTPStatus.CONFLICT
    groups = ("web",) if is_ruling else _GROUPS[type(error)]
    named = (f"{group}.{error.why}" for group in groups)
    return problem(request, status, next(key for key in named if template(key) is not None))


def _out_of_date(request: HttpRequest, error: OutOfDate) -> Problem:
    told = problem(
        request, HTTPStatus.CONFLICT, "web.refused.out-of-date", version=str(error.theirs)
    )
    return replace(told, version=error.theirs)


def _apart(request: HttpRequest, error: CellsApart) -> Problem:
    count = str(len(error.apart))
    told = problem(request, HTTPStatus.CONFLICT, "api.refused.cells", count=count)
    return replace(told, cells=error.apart, version=error.version)


def _begun(request: HttpRequest, error: BadBeginning) -> Problem:
    return problem(request, HTTPStatus.CONFLICT, f"web.{error.why}", line=error.line)


def _not_imported(request: HttpRequest, error: BadIntake) -> Problem:
    return problem(request, HTTPStatus.CONFLICT, f"imports.{error.why}", most=str(MOST_FILES))


def _not_read(request: HttpRequest, error: BadFiles) -> Problem:
    values = {"name": error.name, "most": str(MOST_READ)}
    return problem(request, HTTPStatus.CONFLICT, f"prefill.{error.why}", **values)


def _not_mapped(request: HttpRequest, error: BadTable | BadMapping) -> Problem:
    return problem(request, HTTPStatus.CONFLICT, f"columns.{error.why}")


def _no_proof(request: HttpRequest, error: BadProof) -> Problem:
    return problem(request, HTTPStatus.CONFLICT, f"sections.{error.why}", name=error.name)


def _overtaken(request: HttpRequest, error: Overtaken) -> Problem:
    del error
    return problem(request, HTTPStatus.CONFLICT, "sections.refused.overtaken")


def _bad_people(request: HttpRequest, error: BadPeople) -> Problem:
    return problem(request, HTTPStatus.CONFLICT, error.why, about=error.about)


def _unfit(request: HttpRequest, error: Unfit) -> Problem:
    return problem(request, HTTPStatus.CONFLICT, f"web.{error.why}")


def _row_moved(request: HttpRequest, error: NotThere) -> Problem:
    del error
    return problem(request, HTTPStatus.CONFLICT, "measures.row-moved")


def _told(request: HttpRequest, error: NoDraw | Telling) -> Problem:
    key = error.told.key if isinstance(error.told, Phrase) else "api.refused.fault"
    return Problem(status=HTTPStatus.CONFLICT, code=key, detail=error.said(language_of(request)))


def _keyed(request: HttpRequest, error: NotApart | BadToken) -> Problem:
    return problem(request, HTTPStatus.CONFLICT, error.why, about="")


def problem_of(request: HttpRequest, error: Refused | OutOfDate) -> Problem:
    """Return what is told of an action that could not be done."""
    return _refused(request, error) if isinstance(error, Refused) else _out_of_date(request, error)


_GROUPS: dict[type[Refused | NotSent | NotDone], tuple[str, ...]] = {
    Refused: ("rectify", "web"),
    NotSent: ("sections",),
    NotDone: ("surveys",),
}
"""Where the sentence of a refusal stands: the first group that has it."""

TROUBLES: tuple[tuple[type[Exception], Told], ...] = (
    (Trouble, _trouble),
    (ValidationError, of_validation),
    (Http404, _missing),
    (AuthenticationError, _nobody),
    (TooOften, too_often),
    (HttpError, _unreadable),
    (BadRequest, _unreadable),
    (RequestDataTooBig, _unreadable),
    # Fields of a form where JSON was to come: they are read, and cannot be read again.
    (RawPostDataException, _unreadable),
    (Refused, _refused),
    (NotSent, _refused),
    (NotDone, _refused),
    (OutOfDate, _out_of_date),
    (CellsApart, _apart),
    (BadBeginning, _begun),
    (BadIntake, _not_imported),
    (BadFiles, _not_read),
    (BadTable, _not_mapped),
    (BadMapping, _not_mapped),
    (BadProof, _no_proof),
    (Overtaken, _overtaken),
    (BadPeople, _bad_people),
    (Unfit, _unfit),
    (NoDraw, _told),
    (NotApart, _keyed),
    (BadToken, _keyed),
    (NotThere, _row_moved),
    (Telling, _told),
)
