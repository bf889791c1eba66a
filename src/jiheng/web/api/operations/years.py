"""A project over its years, the list of what changed, and rows linked by hand."""

from typing import Annotated

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from msgspec import Meta
from ninja import Body

from jiheng.audit.facts.promised import Outcome
from jiheng.audit.years.moves import Kind
from jiheng.web.access.fetching import allowed_actions
from jiheng.web.access.situations import posts_of
from jiheng.web.api.figures import percent, points
from jiheng.web.api.operations.around import (
    XLSX,
    Counted,
    Number,
    PageAsked,
    YearAsked,
    attached,
    counted,
    forbidden,
    only_for,
    paged,
    seen,
)
from jiheng.web.api.problems import Trouble
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import NO_NUL, Wire
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.years.cells import Cell
from jiheng.web.years.export import export
from jiheng.web.years.linking import BadLink, link, unlink
from jiheng.web.years.models import Trend
from jiheng.web.years.overview import Matter, Wish, chosen, of_place
from jiheng.web.years.reach import COMPARING, places_for
from jiheng.web.years.story import Thread, story_of

RowName = Annotated[str, Meta(min_length=1, max_length=300, pattern=NO_NUL)]


class ThreadYear(Wire, frozen=True, kw_only=True):
    """An indicator in a year.

    Attributes:
        move: how the target moved since the year before.
        promise: what became of the measure that was promised the year before.
    """

    target: str
    actual: str
    score: str
    weight: str
    move: Kind | None
    promise: Outcome | None


class ThreadFound(Wire, frozen=True, kw_only=True):
    """One indicator over the years; null where a year's form has no such row."""

    name: str
    former: tuple[str, ...]
    years: tuple[ThreadYear | None, ...]


class StoryYear(Wire, frozen=True, kw_only=True):
    """The form of one year."""

    number: str
    year: int
    printed: str | None


class ProjectStory(Wire, frozen=True, kw_only=True):
    """A project over those of its years that the caller may see."""

    years: tuple[StoryYear, ...]
    threads: tuple[ThreadFound, ...]


class TrendLine(Wire, frozen=True, kw_only=True):
    """A form beside the one before it: how many rows moved how, and the whole with them.

    Attributes:
        short: promised measures after which the row lost points again.
        jumps: unit costs that moved far; ``unit_cost`` and ``budget`` in per cent.
    """

    number: str
    project: str
    before: str
    softer: int
    harder: int
    gone: int
    new: int
    kept: int
    short: int
    repeated: int
    jumps: int
    unit_cost: str | None
    budget: str | None
    score: str | None


class Trends(Wire, frozen=True, kw_only=True):
    """A page of what changed from one year to the next."""

    items: tuple[TrendLine, ...]
    page: Counted


class LinkedRows(Wire, frozen=True, kw_only=True):
    """A row's name, and the one that the form before called it by; null takes the link back."""

    name: RowName
    before: RowName | None


def story(request: HttpRequest, number: Number) -> ProjectStory:
    """Return a form's project over all its years."""
    return _story(request, seen(request, number))


def trends(
    request: HttpRequest, year: YearAsked, matter: Matter | None = None, page: PageAsked = 1
) -> Trends:
    """Return the projects of a year beside what they were the year before."""
    found = paged(_changed(request, year, matter), page)
    return Trends(items=tuple(_trend(each) for each in found.object_list), page=counted(found))


def trends_file(
    request: HttpRequest, year: YearAsked, matter: Matter | None = None
) -> FileResponse:
    """Return the same list as a worksheet, all pages of it."""
    contents = export(_changed(request, year, matter), language_of(request))
    return attached(contents, f"years-{year}.xlsx")


def link_rows(request: HttpRequest, number: Number, wanted: Body[LinkedRows]) -> ProjectStory:
    """Say that a row is the one that the form before called otherwise, or take that back."""
    person, record = visitor(request), seen(request, number)
    if Action.LINK_ROWS not in allowed_actions(person, record):
        raise forbidden()
    try:
        if wanted.before is None:
            unlink(record, person, wanted.name)
        else:
            link(record, person, wanted.name, wanted.before)
    except BadLink as error:
        raise Trouble(409, "years.cannot-link") from error
    return _story(request, record)


def _changed(request: HttpRequest, year: int, matter: Matter | None) -> QuerySet[Trend]:
    only_for(request, COMPARING)
    posts = posts_of(visitor(request))
    wish = Wish(year=year, place=None, places=places_for(posts), matter=matter)
    return chosen(of_place(posts, wish), wish).order_by("-softer", "record__number")


def _story(request: HttpRequest, record: FormRecord) -> ProjectStory:
    found = story_of(record, visitor(request))
    return ProjectStory(
        years=tuple(
            StoryYear(
                number=each.record.number,
                year=each.record.year,
                printed=points(each.figures.printed),
            )
            for each in found.years
        ),
        threads=tuple(_thread(each) for each in found.threads),
    )


def _thread(thread: Thread) -> ThreadFound:
    return ThreadFound(
        name=thread.name,
        former=thread.former,
        years=tuple(_year(each) if each else None for each in thread.cells),
    )


def _year(cell: Cell) -> ThreadYear:
    return ThreadYear(
        target=cell.target,
        actual=cell.actual,
        score=cell.score,
        weight=cell.weight,
        move=cell.move,
        promise=cell.promise,
    )


def _trend(trend: Trend) -> TrendLine:
    return TrendLine(
        number=trend.record.number,
        project=trend.record.project,
        before=trend.before.number,
        softer=trend.softer,
        harder=trend.harder,
        gone=trend.gone,
        new=trend.new,
        kept=trend.kept,
        short=trend.short,
        repeated=trend.repeated,
        jumps=trend.jumps,
        unit_cost=percent(trend.unit_cost),
        budget=percent(trend.budget),
        score=points(trend.score),
    )


OPERATIONS = (
    Operation(
        name="years",
        method="GET",
        path="/forms/{number}/years",
        view=story,
        answer=ProjectStory,
    ),
    Operation(
        name="link-rows",
        method="POST",
        path="/forms/{number}/years/links",
        view=link_rows,
        answer=ProjectStory,
    ),
    Operation(name="trends", method="GET", path="/years", view=trends, answer=Trends),
    Operation(
        name="trends-file",
        method="GET",
        path="/years/files/xlsx",
        view=trends_file,
        media=(XLSX,),
    ),
)
