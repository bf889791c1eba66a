"""Draws as they stand on their way, and what was published of them."""

from datetime import datetime

from django.http import FileResponse, Http404, HttpRequest

from jiheng.web.access.situations import posts_of
from jiheng.web.api.figures import cents
from jiheng.web.api.operations.around import (
    KeyIn,
    Place,
    Somebody,
    attached,
    only_for,
    place,
    somebody,
)
from jiheng.web.api.registry import JSON, Operation
from jiheng.web.api.wire import Wire
from jiheng.web.chain.steps import Step
from jiheng.web.pages.visitor import visitor
from jiheng.web.sampling.models import Basis, Draw, DrawState, Kind, Paper
from jiheng.web.sampling.overview import Row, overview, strata
from jiheng.web.sampling.pages.frame import Frame, Station, frame_for
from jiheng.web.sampling.permission import READING, draws_for
from jiheng.web.sampling.planning import planned
from jiheng.web.sampling.population import not_ready
from jiheng.web.sampling.running import number_to_come, paper_of

ONE = "/draws/{key}"


class DrawLine(Wire, frozen=True, kw_only=True):
    """A draw.

    Attributes:
        forms: in the frozen population; ``drawn`` of them, ``must`` be checked besides.
        given: how many of these somebody was given to review.
    """

    key: int
    title: str
    year: int
    at: Place
    state: DrawState
    forms: int
    drawn: int
    must: int
    given: int


class Draws(Wire, frozen=True, kw_only=True):
    """The draws that the caller sees, the latest first."""

    items: tuple[DrawLine, ...]


class DrawStation(Wire, frozen=True, kw_only=True):
    """A state that a draw came to: who led it there, and when."""

    state: DrawState
    by: Somebody
    at: datetime
    reason: str


class DrawStratum(Wire, frozen=True, kw_only=True):
    """A stratum: of the forms as they are now, or as they were frozen.

    Attributes:
        money: in yuan.
        size: so many are to be drawn; ``least`` so many an interval needs.
        drawn: so many were.
    """

    name: str
    forms: int
    money: str | None
    size: int
    least: int | None
    drawn: int | None


class DrawFound(Wire, frozen=True, kw_only=True):
    """A draw, what was published of it, and what comes next.

    Attributes:
        limits: of the classes of size, in 万元.
        least: a form counts with at least so much, in yuan.
        number_to_come: which public number will be taken, as it is published.
        commitment: of the secret; "" before it is bound. ``digest`` of the population likewise.
        unready: forms of the year that no draw can take yet, by their step.
        papers: that can be fetched.
    """

    line: DrawLine
    basis: Basis
    limits: str
    by_money: bool
    least: int
    source: str
    appears_at: datetime
    number_to_come: str
    commitment: str
    digest: str
    number: str
    way: tuple[DrawStation, ...]
    strata: tuple[DrawStratum, ...]
    unready: dict[Step, int]
    papers: tuple[Kind, ...]
    may_run: bool


def list_draws(request: HttpRequest) -> Draws:
    """Return the draws that the caller may see."""
    only_for(request, READING)
    draws = draws_for(posts_of(visitor(request)))
    return Draws(items=tuple(_line(each) for each in overview(draws)))


def draw(request: HttpRequest, key: KeyIn) -> DrawFound:
    """Return where a draw stands."""
    return found(request, key)


def draw_paper(request: HttpRequest, key: KeyIn, kind: Kind) -> FileResponse:
    """Return a published paper, byte for byte."""
    text = paper_of(framed(request, key).draw, kind)
    if text is None:
        raise Http404
    return attached(text, f"{kind}.json", JSON)


def framed(request: HttpRequest, key: int) -> Frame:
    """Return a draw that the caller may see.

    Raises:
        Http404: there is none, or none for them.
    """
    return frame_for(posts_of(visitor(request)), str(key))


def found(request: HttpRequest, key: int) -> DrawFound:
    """Return a draw as the caller sees it.

    Raises:
        Http404: there is none, or none for them.
    """
    frame = framed(request, key)
    one = frame.draw
    (row,) = overview(Draw.objects.filter(pk=one.pk).select_related("organisation"))
    kinds = Paper.objects.filter(draw=one).values_list("kind", flat=True)
    return DrawFound(
        line=_line(row),
        basis=Basis(one.basis),
        limits=one.limits,
        by_money=one.by_money,
        least=one.least,
        source=one.source,
        appears_at=one.appears_at,
        number_to_come=number_to_come(one),
        commitment=one.commitment,
        digest=one.digest,
        number=one.number,
        way=_way(frame),
        strata=_strata(frame),
        unready=dict(not_ready(one)) if frame.is_open else {},
        papers=tuple(Kind(each) for each in kinds),
        may_run=frame.may_run,
    )


def _line(row: Row) -> DrawLine:
    return DrawLine(
        key=row.draw.pk,
        title=row.draw.title,
        year=row.draw.year,
        at=place(row.draw.organisation),
        state=DrawState(row.draw.state),
        forms=row.forms,
        drawn=row.drawn,
        must=row.must,
        given=row.given,
    )


def _way(frame: Frame) -> tuple[DrawStation, ...]:
    void = Station(state=DrawState.VOID, come=frame.ended, is_now=True)
    return tuple(
        DrawStation(
            state=each.state,
            by=somebody(each.come.person),
            at=each.come.at,
            reason=each.come.reason,
        )
        for each in (*frame.stations, void)
        if each.come
    )


def _strata(frame: Frame) -> tuple[DrawStratum, ...]:
    if frame.is_open:
        return tuple(
            DrawStratum(
                name=each.part.name,
                forms=each.part.forms,
                money=cents(each.part.money),
                size=each.size,
                least=each.part.least,
                drawn=None,
            )
            for each in planned(frame.draw)
        )
    return tuple(
        DrawStratum(
            name=each.name,
            forms=each.forms,
            money=cents(each.money),
            size=each.size,
            least=None,
            drawn=each.drawn,
        )
        for each in strata(frame.draw)
    )


OPERATIONS = (
    Operation(name="list-draws", method="GET", path="/draws", view=list_draws, answer=Draws),
    Operation(name="draw", method="GET", path=ONE, view=draw, answer=DrawFound),
    Operation(
        name="draw-paper",
        method="GET",
        path=f"{ONE}/papers/{{kind}}",
        view=draw_paper,
        media=(JSON,),
    ),
)
