"""Forms begun from what exists: files that are read, and last year's forms."""

from typing import Annotated

from django.http import Http404, HttpRequest
from django.utils import timezone
from msgspec import Meta
from ninja import Body, File, Form, UploadedFile

from jiheng.web.access.situations import posts_of
from jiheng.web.api.operations.around import KeyIn, Place, YearAsked, forbidden, place
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Key, Line, Wire, Year
from jiheng.web.forms.beginning import BadBeginning, units_of
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Organisation
from jiheng.web.prefill.making import make
from jiheng.web.prefill.models import Intake
from jiheng.web.prefill.planning import Outcome
from jiheng.web.prefill.preview import Apart, Shown, shown
from jiheng.web.prefill.reading import Wish, take_in
from jiheng.web.rollover.carrying import Carried, carry, forms_of, successors

_MOST_CHOSEN = 2_000

Keys = Annotated[tuple[Key, ...], Meta(max_length=_MOST_CHOSEN)]


class CellApart(Wire, frozen=True, kw_only=True):
    """A cell of which the file and the form that is there say two things."""

    name: str
    there: str
    file: str


class ReadForm(Wire, frozen=True, kw_only=True):
    """A form of a file.

    Attributes:
        outcome: what would become of it: ``draft``, ``fill``, ``same``, ``locked``, ``no-rows``,
            ``other-year``; null where nothing can, or it became something already.
        number: of the form that is there.
        fills: how many empty cells would be filled.
        others: cells that hold something else, and are written only if it is said.
        held: locked cells that hold something else.
    """

    key: int
    file: str
    refused: str
    project: str
    year: int | None
    outcome: Outcome | None
    number: str | None
    fills: int
    others: tuple[CellApart, ...]
    held: tuple[CellApart, ...]


class Prefill(Wire, frozen=True, kw_only=True):
    """Files that were read for forms of one unit and year."""

    key: int
    unit: Place
    year: int
    items: tuple[ReadForm, ...]


class Chosen(Wire, frozen=True, kw_only=True):
    """Forms to take, and those of them whose cells are written over."""

    take: Keys
    over: Keys = ()


class Became(Wire, frozen=True, kw_only=True):
    """How many forms became what."""

    outcomes: dict[Outcome, int]


class Candidate(Wire, frozen=True, kw_only=True):
    """A form of the year before; ``draft`` is the number of the one that it became."""

    number: str
    project: str
    unit: Place
    step: str
    draft: str | None


class Candidates(Wire, frozen=True, kw_only=True):
    """Forms that can be carried over into a year."""

    year: int
    items: tuple[Candidate, ...]


class RollOver(Wire, frozen=True, kw_only=True):
    """Into which year which forms of the year before are to be carried."""

    year: Year
    numbers: Annotated[tuple[Line, ...], Meta(min_length=1, max_length=_MOST_CHOSEN)]


class RolledOver(Wire, frozen=True, kw_only=True):
    """How many forms became drafts, and how many had one already."""

    outcomes: dict[Carried, int]


def read_files(
    request: HttpRequest,
    files: File[list[UploadedFile]],
    unit: Form[int],
    year: Form[int],
) -> Prefill:
    """Read earlier forms; nothing becomes of them yet."""
    (found,) = units(request, unit)
    if abs(year - timezone.localdate().year) > 1:
        raise BadBeginning("begin.no-year")
    wish = Wish(person=visitor(request), unit=found, year=year)
    return prefilled(take_in(wish, list(files)), language_of(request))


def one_prefill(request: HttpRequest, key: KeyIn) -> Prefill:
    """Return what was read, and what would become of it."""
    return prefilled(_intake(request, key), language_of(request))


def take_prefill(request: HttpRequest, key: KeyIn, chosen: Body[Chosen]) -> Became:
    """Let read forms become drafts or cells."""
    became = make(_intake(request, key), frozenset(chosen.take), frozenset(chosen.over))
    return Became(outcomes=dict(became))


def candidates(request: HttpRequest, year: YearAsked) -> Candidates:
    """Return the forms of the year before, which can go on in a year."""
    records = tuple(forms_of(units(request), year - 1))
    there = successors(records, year)
    return Candidates(
        year=year,
        items=tuple(
            Candidate(
                number=each.number,
                project=each.project,
                unit=place(each.organisation),
                step=each.step,
                draft=there[each.pk].number if each.pk in there else None,
            )
            for each in records
        ),
    )


def roll_over(request: HttpRequest, wish: Body[RollOver]) -> RolledOver:
    """Carry forms of the year before over into a year; twice makes nothing twice."""
    chosen = forms_of(units(request), wish.year - 1).filter(number__in=wish.numbers)
    became = [carry(each, wish.year, visitor(request)) for each in chosen]
    return RolledOver(outcomes={each: became.count(each) for each in Carried})


def units(request: HttpRequest, key: int | None = None) -> tuple[Organisation, ...]:
    """Return the units in which the caller is a clerk, or the one of them with a key.

    Raises:
        Trouble: there is none.
    """
    found = units_of(posts_of(visitor(request)))
    chosen = tuple(each for each in found if key in {None, each.pk})
    if not chosen:
        raise forbidden()
    return chosen


def _intake(request: HttpRequest, key: int) -> Intake:
    found = Intake.objects.filter(pk=key, person=visitor(request)).select_related("organisation")
    intake = found.first()
    if intake is None or intake.organisation not in units(request):
        raise Http404
    return intake


def prefilled(intake: Intake, language: str) -> Prefill:
    """Return what was read, and what would become of it."""
    return Prefill(
        key=intake.pk,
        unit=place(intake.organisation),
        year=intake.year,
        items=tuple(_read(each) for each in shown(intake, language)),
    )


def _read(row: Shown) -> ReadForm:
    record = row.row.record or (row.plan.record if row.plan else None)
    return ReadForm(
        key=row.row.pk,
        file=row.row.file.name,
        refused=row.refused,
        project=row.project,
        year=row.year,
        outcome=row.plan.outcome if row.plan else None,
        number=record.number if record else None,
        fills=len(row.plan.fills) if row.plan else 0,
        others=tuple(_apart(each) for each in row.others),
        held=tuple(_apart(each) for each in row.held),
    )


def _apart(cell: Apart) -> CellApart:
    return CellApart(name=cell.name, there=cell.there, file=cell.file)


OPERATIONS = (
    Operation(
        name="read-files",
        method="POST",
        path="/prefill",
        view=read_files,
        answer=Prefill,
        status=201,
    ),
    Operation(
        name="prefill", method="GET", path="/prefill/{key}", view=one_prefill, answer=Prefill
    ),
    Operation(
        name="take-prefill",
        method="POST",
        path="/prefill/{key}",
        view=take_prefill,
        answer=Became,
    ),
    Operation(
        name="candidates",
        method="GET",
        path="/roll-over",
        view=candidates,
        answer=Candidates,
    ),
    Operation(
        name="roll-over", method="POST", path="/roll-over", view=roll_over, answer=RolledOver
    ),
)
